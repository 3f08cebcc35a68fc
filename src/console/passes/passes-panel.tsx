import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { Badge, Panel } from '../frame/list.js';
import { passesOf, type Pass } from './pass.js';
import { PASSES_WORDS } from './passes-words.js';

interface PassesProps {
  readonly page: ConsolePage;
  readonly customerId: number;
  readonly passes: readonly Pass[];
  readonly gyms: readonly ListedGym[];
}

/** The passes with which a person enters without a contract. */
export function PassesPanel({ page, customerId, passes, gyms }: PassesProps): VNode {
  const words = page.textsOf(PASSES_WORDS);
  const mayChange = page.may('CUSTOMER_WRITE');
  const home = passesOf(customerId);
  return (
    <Panel title={words.title}>
      {passes.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="ruled-list">
        {passes.map((pass) => (
          <li key={pass.id}>
            <p>
              <Badge tone={pass.entriesLeft === 0 ? 'off' : 'good'}>
                {words.types[pass.type].label}
              </Badge>{' '}
              {mayChange ? (
                <a href={`${home}/${pass.id}`}>{spanOf(page, pass)}</a>
              ) : (
                spanOf(page, pass)
              )}
            </p>
            <p class="quiet">{detailsOf(page, pass, gyms)}</p>
          </li>
        ))}
      </ul>
      {mayChange && (
        <p>
          <a href={`${home}/new`}>{words.add}</a>
        </p>
      )}
    </Panel>
  );
}

function spanOf(page: ConsolePage, { validFrom, validUntil }: Pass): string {
  const { span, since } = page.textsOf(PASSES_WORDS);
  const from = page.formats.day(validFrom);
  return validUntil === null ? since(from) : span(from, page.formats.day(validUntil));
}

function detailsOf(page: ConsolePage, pass: Pass, gyms: readonly ListedGym[]): string {
  const words = page.textsOf(PASSES_WORDS);
  const { entries, entriesLeft, gymIds, note } = pass;
  const places = gymIds?.map((id) => gyms.find((gym) => gym.id === id)?.name ?? `#${id}`);
  const parts = [
    ...(entries !== null ? [words.left(entriesLeft ?? 0, entries)] : []),
    places?.join(', ') ?? words.everyGym,
    ...(note ? [note] : []),
  ];
  return parts.join(' · ');
}
