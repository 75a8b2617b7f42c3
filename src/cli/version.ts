/** Ours; a test holds it to that of package.json, which is not beside the bundle everywhere. */
export const VERSION = '0.1.0';
