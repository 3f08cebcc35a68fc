import type { ComponentChildren, VNode } from 'preact';
import type { Scope } from '../../platform/http/declarations.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { CopyField } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { DEVELOPERS_WORDS, type DevelopersWords } from './developers-words.js';

export const DEVELOPERS = '/console/developers';

type Tab = keyof DevelopersWords['tabs'];
const TABS: readonly { readonly tab: Tab; readonly path: string; readonly scope: Scope }[] = [
  { tab: 'subscriptions', path: DEVELOPERS, scope: 'WEBHOOK_READ' },
  { tab: 'events', path: `${DEVELOPERS}/events`, scope: 'WEBHOOK_READ' },
  { tab: 'wellhub', path: `${DEVELOPERS}/wellhub`, scope: 'CHECKIN_READ' },
  { tab: 'keys', path: `${DEVELOPERS}/keys`, scope: 'PARTNER_ADMIN' },
];

export const wordsOf = (page: ConsolePage): DevelopersWords => page.textsOf(DEVELOPERS_WORDS);

/** The four lists of this section; what a role may not read has no tab, and who may make keys is said. */
export function Tabs({ page, current }: { page: ConsolePage; current: Tab }): VNode {
  const words = wordsOf(page);
  return (
    <>
      <ul class="tabs">
        {TABS.filter(({ scope }) => page.may(scope)).map(({ tab, path }) => (
          <li key={tab}>
            <a href={path} {...(tab === current && { 'aria-current': 'page' as const })}>
              {words.tabs[tab]}
            </a>
          </li>
        ))}
      </ul>
      {!page.may('PARTNER_ADMIN') && <p class="quiet">{words.keysAreOfOwners}</p>}
    </>
  );
}

/** The name of a gym; null stands for none or all, as the caller says. */
export function gymName(
  page: ConsolePage,
  gyms: readonly ListedGym[],
  { id, none }: { readonly id: number | null; readonly none: string },
): string {
  if (id === null) return none;
  return gyms.find((gym) => gym.id === id)?.name ?? wordsOf(page).removedGym;
}

interface SecretsProps {
  readonly page: ConsolePage;
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly secrets: readonly (readonly [label: string, value: string | undefined])[];
  /** Where people go on. */
  readonly next: string;
}

/** Values that are shown this once; a repeat of the form shows that they were. */
export function secretsScreen({ page, title, lead, secrets, next }: SecretsProps): VNode {
  const words = wordsOf(page);
  const isShown = secrets.every(([, value]) => value !== undefined);
  return (
    <Frame page={page} title={title} lead={lead}>
      <p class={isShown ? 'done' : 'alert'} role="status">
        {isShown ? words.shownOnce : words.shownBefore}
      </p>
      {secrets.map(([label, value]) =>
        value === undefined ? null : (
          <CopyField key={label} page={page} label={label} value={value} />
        ),
      )}
      <p>
        <a class="button" href={next}>
          {isShown ? words.goOn : page.words.back}
        </a>
      </p>
    </Frame>
  );
}
