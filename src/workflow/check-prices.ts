import type { Draft } from './draft.ts';
import type { Findings } from './findings.ts';
import type { Path } from './read-values.ts';
import { didYouMean } from './suggest.ts';

/** Money needs a price: Codex prints none, so a limit in dollars without one would never hold. */
export function checkPrices(draft: Draft, findings: Findings): void {
  const priced = [...draft.prices.keys()];
  const models = new Set<string>();
  for (const [name, { runtime, model, max_cost_usd }] of draft.agents) {
    if (runtime !== 'codex' || model === undefined) continue;
    models.add(model);
    if (draft.prices.has(model)) continue;
    const near = didYouMean(model, priced);
    const advice = `add \`prices: { ${model}: { input: ..., cached_input: ..., output: ... } }\`, dollars per million tokens${near}`;
    const deny = (path: Path) => {
      const message = `\`${path.join('.')}\` can't hold: codex prints no cost, and \`prices\` has no \`${model}\`; ${advice}`;
      findings.error('no_price', path, message, 'key');
    };
    if (max_cost_usd !== undefined) deny(['agents', name, 'max_cost_usd']);
    for (const [stage, { agent, max_cost_usd: ofStage }] of draft.issue.stages) {
      if (agent === name && ofStage !== undefined) deny(['issue', 'stages', stage, 'max_cost_usd']);
    }
    if (draft.loop.max_cost_usd !== undefined) {
      const message = `\`loop.max_cost_usd\` does not see what \`agents.${name}\` costs: codex prints no cost, and \`prices\` has no \`${model}\`; ${advice}`;
      findings.warning('no_price', ['loop', 'max_cost_usd'], message, 'key');
    }
  }
  for (const model of priced.filter((each) => !models.has(each))) {
    const message = `\`prices.${model}\` is not used: no codex profile has that model${didYouMean(model, [...models])}`;
    findings.warning('unknown_field', ['prices', model], message, 'key');
  }
}
