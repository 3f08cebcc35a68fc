import type { ConsolePage } from '../frame/console-page.js';
import type { Setting } from './setting-fields.js';
import { SETTINGS_WORDS } from './settings-words.js';

interface Secret {
  readonly name: string;
  readonly label: string;
  readonly isSet: boolean;
  readonly setAt?: string | null;
  readonly hint?: string;
}

/** A secret that is typed and never shown: since when one is stored, and that an empty field keeps it. */
export function secretSetting(
  page: ConsolePage,
  { name, label, isSet, setAt, hint }: Secret,
): Setting {
  const words = page.textsOf(SETTINGS_WORDS);
  const known = setAt ? words.setOn(page.formats.date(setAt)) : words.keepSecret;
  return {
    name,
    label,
    hint: [isSet ? known : words.notSet, hint].filter(Boolean).join(' '),
    input: { type: 'password', autocomplete: 'new-password', maxLength: 2_000, spellcheck: false },
  };
}
