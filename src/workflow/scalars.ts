import { z } from 'zod';

/** A text with at least one character that is not white space. */
export const text = z.string().regex(/\S/);

/** A shell program. An empty one is allowed: it does nothing. */
export const hookBody = z.string();

/** The time limit of hooks, in seconds. */
export const hookSeconds = z
  .number()
  .positive()
  .default(300)
  .meta({ description: 'Time limit of each of these hooks in seconds.', examples: [300] });
