import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './repository.js';

/** What displays say (`control-id.md` 5.2, `access-rules.md` 4): a line for each text with its event and four languages. */
export const DISPLAY_TEXTS = 'test/golden/control-id/display-texts.txt';

export type DisplayTexts = Readonly<Record<'en' | 'de' | 'es' | 'pt', string>>;

/** As they were reviewed. */
export function reviewedTexts(): ReadonlyMap<string, DisplayTexts> {
  const lines = readFileSync(join(ROOT, DISPLAY_TEXTS), 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [key = '', , en = '', de = '', es = '', pt = ''] = line.split(' | ');
      return [key, { en, de, es, pt }];
    }),
  );
}
