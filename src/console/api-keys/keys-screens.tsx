import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { problemText } from '../frame/form-state.js';
import { ConfirmedAction, OpenedForm } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { Badge, DataTable, EmptyState, Facts, Pager, Panel, type Tone } from '../frame/list.js';
import type { Problem } from '../frame/problem.js';
import type { ApiKeyShown, ListPage } from '../developers/records.js';
import { TestBadge } from '../layout/test-badge.js';
import { scopeName } from './scope-names.js';
import { DEVELOPERS, gymName, Tabs, wordsOf } from '../developers/shared.js';
import { Grace } from '../developers/subscription-actions.js';

const TONES: Record<ApiKeyShown['state'], Tone> = {
  ACTIVE: 'good',
  EXPIRED: 'off',
  REVOKED: 'off',
};

interface KeysView {
  readonly found: ListPage<ApiKeyShown>;
  readonly gyms: readonly ListedGym[];
  readonly state: string;
}

export function keysScreen(page: ConsolePage, { found, gyms, state }: KeysView): VNode {
  const { keys: words } = wordsOf(page);
  return (
    <Frame page={page} title={page.words.sections.developers} lead={wordsOf(page).lead}>
      <Tabs page={page} current="keys" />
      <p class="title-line">
        <span>{words.lead}</span>
        <a class="button" href={`${DEVELOPERS}/keys/new`}>
          {words.add}
        </a>
      </p>
      <form method="get" action={page.path} class="filters">
        <SelectField
          page={page}
          state={{ values: { state } }}
          name="state"
          label={words.state}
          required
          choices={Object.entries(words.states).map(([value, label]) => ({ value, label }))}
        />
        <button>{page.words.filter}</button>
      </form>
      {found.items.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <KeyTable page={page} rows={found.items} gyms={gyms} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={{ state }} />
    </Frame>
  );
}

interface KeyTableProps {
  readonly page: ConsolePage;
  readonly rows: readonly ApiKeyShown[];
  readonly gyms: readonly ListedGym[];
}

function KeyTable({ page, rows, gyms }: KeyTableProps): VNode {
  const words = wordsOf(page);
  return (
    <DataTable
      caption={words.tabs.keys}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          title: words.keys.name,
          cell: ({ id, name, environment }) => (
            <>
              <a href={`${DEVELOPERS}/keys/${id}`}>{name}</a>{' '}
              {environment === 'test' && <TestBadge words={page.words.test} />}
            </>
          ),
        },
        { title: words.keys.prefix, cell: ({ prefix }) => <code>{`${prefix}\u2060…`}</code> },
        {
          title: page.words.gym,
          cell: ({ gymId }) => gymName(page, gyms, { id: gymId, none: page.words.allGyms }),
        },
        { title: words.keys.state, cell: (row) => <KeyState page={page} row={row} /> },
        { title: words.keys.lastUsed, cell: ({ lastUsedAt }) => lastUse(page, lastUsedAt) },
        { title: words.keys.ends, cell: (row) => <KeyEnd page={page} row={row} /> },
      ]}
    />
  );
}

function KeyState({ page, row }: { page: ConsolePage; row: ApiKeyShown }): VNode {
  return <Badge tone={TONES[row.state]}>{wordsOf(page).keys.states[row.state]}</Badge>;
}

const LEAST_REMAINING_MS = 14 * 86_400_000;

/** Until when it works; soon enough to rotate it, the page warns. */
function KeyEnd({ page, row }: { page: ConsolePage; row: ApiKeyShown }): VNode {
  const { keys: words } = wordsOf(page);
  const { expiresAt, state } = row;
  if (expiresAt === null) return <>{words.noEnd}</>;
  const isEnding = state === 'ACTIVE' && Date.parse(expiresAt) - Date.now() < LEAST_REMAINING_MS;
  return (
    <>
      {page.formats.dateTime(expiresAt)} {isEnding && <Badge tone="ask">{words.endsSoon}</Badge>}
    </>
  );
}

const lastUse = (page: ConsolePage, at: string | null): string =>
  at === null ? wordsOf(page).never : page.formats.ago(at);

interface KeyView {
  readonly key: ApiKeyShown;
  readonly gyms: readonly ListedGym[];
  readonly problem?: Problem | undefined;
}

export function keyScreen(page: ConsolePage, { key, gyms, problem }: KeyView): VNode {
  const words = wordsOf(page);
  const { keys, problems, done } = words;
  const timeOf = (at: string) => page.formats.dateTime(at);
  return (
    <Frame
      page={page}
      title={key.name}
      back={{ href: `${DEVELOPERS}/keys`, label: words.tabs.keys }}
      done={done}
    >
      {problem && (
        <p class="alert" role="alert">
          {problemText(page.words, problem, problems)}
        </p>
      )}
      <Facts
        facts={[
          [keys.state, <KeyState page={page} row={key} />],
          [keys.prefix, <code>{`${key.prefix}\u2060…`}</code>],
          [page.words.gym, gymName(page, gyms, { id: key.gymId, none: page.words.allGyms })],
          [keys.lastUsed, lastUse(page, key.lastUsedAt)],
          [keys.created, timeOf(key.createdAt)],
          [keys.ends, <KeyEnd page={page} row={key} />],
        ]}
      />
      <Panel title={keys.scopes}>
        <ul>
          {key.scopes.map((scope) => (
            <li key={scope}>
              {scopeName(page, scope)} <code>{scope}</code>
            </li>
          ))}
        </ul>
      </Panel>
      {key.state === 'ACTIVE' && <KeyActions page={page} id={key.id} />}
    </Frame>
  );
}

function KeyActions({ page, id }: { page: ConsolePage; id: string }): VNode {
  const { keys: words } = wordsOf(page);
  const path = `${DEVELOPERS}/keys/${id}`;
  return (
    <Panel title={page.words.sections.settings}>
      <OpenedForm
        page={page}
        action={`${path}/rotate`}
        label={words.rotate}
        hint={words.rotateHint}
        submit={words.rotate}
      >
        <Grace page={page} chosen="day" />
      </OpenedForm>
      <ConfirmedAction
        page={page}
        action={`${path}/revoke`}
        label={words.revoke}
        consequence={words.revokeHint}
        submit={words.revoke}
      />
    </Panel>
  );
}
