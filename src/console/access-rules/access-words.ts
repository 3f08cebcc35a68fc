import type { InLanguages } from '../frame/languages.js';
import type { MessageLanguage, Policy, RuledRight, ListedEffect, WeekDay } from './access-rule.js';
import { de } from './access-words.de.js';
import { en } from './access-words.en.js';
import { es } from './access-words.es.js';
import { pt } from './access-words.pt.js';

interface Meaning {
  readonly label: string;
  readonly hint: string;
}

export type CheckName = '9' | '9a' | '9b' | '9c' | '9d' | '9e';

export interface AccessWords {
  readonly title: string;
  readonly lead: string;
  readonly noGym: string;
  readonly days: Record<WeekDay, string>;
  readonly longDays: Record<WeekDay, string>;
  readonly effects: Record<ListedEffect, string>;
  readonly rights: Record<RuledRight, Meaning>;
  readonly languages: Record<MessageLanguage, string>;
  readonly warnings: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly now: { readonly inside: string; readonly of: (inside: string, max: string) => string };
  readonly week: Record<'title' | 'lead' | 'empty', string>;
  readonly rules: RuleWords;
  readonly policy: PolicyWords;
  readonly check: CheckWords;
}

interface RuleWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly noneHint: string;
  readonly add: string;
  readonly addTitle: string;
  readonly added: string;
  readonly moved: string;
  readonly inactive: string;
  readonly everything: string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly plans: string;
  readonly products: string;
  readonly ages: (from: number | null, to: number | null) => string;
  readonly up: (name: string) => string;
  readonly down: (name: string) => string;
  readonly what: string;
  readonly name: string;
  readonly nameHint: string;
  readonly effect: string;
  readonly effects: Record<ListedEffect, Meaning>;
  readonly active: string;
  readonly activeHint: string;
  readonly when: string;
  readonly whenHint: string;
  readonly days: string;
  readonly from: string;
  readonly to: string;
  readonly toHint: string;
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly who: string;
  readonly whoHint: string;
  readonly rights: string;
  readonly memberships: string;
  readonly planIds: string;
  readonly planIdsHint: string;
  readonly productIds: string;
  readonly productIdsHint: string;
  readonly minAge: string;
  readonly maxAge: string;
  readonly doors: string;
  readonly doorsHint: string;
  /** Of a rule whose doors were removed. */
  readonly noDoor: string;
  readonly noDoorHint: string;
  readonly message: string;
  readonly messageHint: string;
  readonly removal: Record<'label' | 'consequence' | 'submit', string>;
}

interface PolicyWords {
  readonly title: string;
  readonly save: string;
  readonly outside: string;
  readonly outsides: Record<ListedEffect, Meaning>;
  readonly capacity: string;
  readonly capacityHint: string;
  readonly warn: string;
  readonly warnHint: string;
  readonly show: string;
  readonly showHint: string;
  readonly reentry: string;
  readonly reentryHint: string;
  readonly passback: string;
  readonly passbacks: Record<Policy['antiPassback']['mode'], Meaning>;
  readonly passbackMinutes: string;
  readonly passbackMinutesHint: string;
  readonly passbackScope: string;
  readonly scopes: Record<Policy['antiPassback']['scope'], string>;
  readonly minimumAge: string;
  readonly minimumAgeHint: string;
  readonly unknownAge: string;
  readonly closing: string;
  readonly closingHint: string;
  readonly remove: string;
  readonly removeText: string;
  readonly removeButton: string;
}

interface CheckWords {
  readonly title: string;
  readonly lead: string;
  readonly member: string;
  readonly memberHint: string;
  readonly noMember: string;
  readonly door: string;
  readonly anyDoor: string;
  readonly at: string;
  readonly atHint: (zone: string) => string;
  readonly submit: string;
  readonly opens: string;
  readonly shut: string;
  readonly results: Record<'OPEN' | 'ASK_WELLHUB' | 'PROBE', string>;
  readonly byRule: (name: string) => string;
  readonly next: (moment: string) => string;
  readonly steps: string;
  readonly outcome: string;
  readonly checks: Record<CheckName, string>;
}

export const ACCESS_WORDS: InLanguages<AccessWords> = { de, en, es, pt };
