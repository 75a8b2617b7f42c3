/**
 * Whose failure a provider's message is about. The programs give words, not codes, so this is a reading of the words
 * that were observed; what it doesn't know is the agent's failure.
 */

/** Whether an HTTP status is about credentials, limits or an outage, so that the next issue would fail alike. */
export function isProviderStatus(status: number): boolean {
  return [401, 402, 403, 407, 408, 429].includes(status) || status >= 500;
}

/** Whether a message is about credentials, limits or an outage. A status in it decides alone. */
export function isProviderMessage(message: string): boolean {
  const status = /\b(?:status(?: code)?:?|HTTP|API Error:) (\d{3})\b/i.exec(message)?.[1];
  if (status !== undefined) return isProviderStatus(Number(status));
  return PROVIDER_WORDS.some((words) => words.test(message));
}

const PROVIDER_WORDS = [
  /\bapi key\b|\bunauthori[sz]ed\b|\bauthenticat|\bnot logged in\b|\b(?:please|run) \/?login\b/i,
  // Codex names the variable of its provider's key when that is not set.
  /^Missing environment variable: /,
  /\brate.?limit|\btoo many requests\b|\busage limit\b|\bquota\b|\bcredit balance\b|\bbilling\b/i,
  /\bhit your (?:\w+ )?limit\b/i,
  /\boverloaded\b|\bhigh demand\b|\bservice unavailable\b|\binternal server error\b|\bbad gateway\b/i,
  /\bconnection (?:failed|refused|reset|error)\b|\bunable to connect\b|\bstream disconnected\b|\bidle timeout\b/i,
];
