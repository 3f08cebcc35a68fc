import type { Quote } from './check.js';

/** Words of Wellhub's "User Registration API", the newer page. */
export const newer = (text: string): Quote => ({
  text,
  source: 'Wellhub, "User Registration API" (newer page)',
});

/** Words of Wellhub's "User Registration API", the older page. */
export const older = (text: string): Quote => ({
  text,
  source: 'Wellhub, "User Registration API" (older page)',
});

/** Words of this repository's contract, which gathers Wellhub's other documents. */
export const contract = (section: string, text: string): Quote => ({
  text,
  source: `docs/contracts/wellhub.md, ${section}`,
});
