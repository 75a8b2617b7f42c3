/** Replaces every secret in a text by `***`. */
export type Redact = (text: string) => string;
