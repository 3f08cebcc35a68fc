import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { SelectField, TextField } from '../frame/fields.js';
import { Frame } from '../frame/frame.js';
import { DataTable, EmptyState, Pager } from '../frame/list.js';
import { actionText } from './audit-action.js';
import {
  actorText,
  type AuditEntry,
  type AuditEntryPage,
  type AuditHouse,
  type AuditLogFilter,
  type ListedPerson,
} from './audit-entry.js';
import { AUDIT_WORDS, type AuditWords } from './audit-words.js';

interface AuditLogView {
  readonly house: AuditHouse;
  readonly found: AuditEntryPage;
  readonly filter: AuditLogFilter;
  readonly people: readonly ListedPerson[];
  readonly hasBadDays: boolean;
}

export function auditLogScreen(page: ConsolePage, view: AuditLogView): VNode {
  const { house, found, filter, hasBadDays } = view;
  const words = page.textsOf(AUDIT_WORDS);
  const query = { ...filter };
  return (
    <Frame
      page={page}
      title={page.words.sections[house.section]}
      lead={house.isOperator ? words.installationLead : words.lead}
      actions={
        <a class="button second" href={exportOf(house, filter)} download>
          {page.words.exportCsv}
        </a>
      }
    >
      <Filters page={page} view={view} />
      {hasBadDays && (
        <p class="alert" role="alert">
          {words.badDays}
        </p>
      )}
      {found.items.length === 0 ? (
        !hasBadDays && <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <Entries page={page} section={house.section} entries={found.items} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={query} />
    </Frame>
  );
}

const exportOf = ({ path }: AuditHouse, filter: AuditLogFilter): string => {
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  const query = new URLSearchParams(set).toString();
  return `${path}/export${query && `?${query}`}`;
};

function Filters({
  page,
  view,
}: {
  readonly page: ConsolePage;
  readonly view: AuditLogView;
}): VNode {
  const words = page.textsOf(AUDIT_WORDS);
  const { house, filter, people } = view;
  const shared = { page, state: { values: { ...filter } }, required: true };
  const day = { ...shared, input: { type: 'date' } as const };
  return (
    <form method="get" action={house.path} class="filters" novalidate>
      <SelectField
        {...shared}
        name="person"
        label={words.person}
        choices={[
          { value: '', label: words.everybody },
          ...people.map(({ id, name, email }) => ({ value: id, label: name ?? email ?? id })),
        ]}
      />
      <SelectField
        {...shared}
        name="area"
        label={words.area}
        choices={[
          { value: '', label: page.words.all },
          ...house.areas.map((value) => ({ value, label: words.areas[value] })),
        ]}
      />
      <TextField {...day} name="from" label={words.from} />
      <TextField {...day} name="to" label={words.to} />
      <button>{page.words.filter}</button>
    </form>
  );
}

interface EntriesProps {
  readonly page: ConsolePage;
  readonly section: AuditHouse['section'];
  readonly entries: readonly AuditEntry[];
}

function Entries({ page, section, entries }: EntriesProps): VNode {
  const words = page.textsOf(AUDIT_WORDS);
  const { columns } = words;
  return (
    <DataTable
      caption={page.words.sections[section]}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        { title: columns.what, cell: ({ action }) => actionText(words, action) },
        {
          title: columns.who,
          cell: ({ actor }) => actorText(words, actor),
        },
        { title: columns.when, cell: ({ at }) => page.formats.exactTime(at) },
        { title: columns.where, cell: ({ source }) => source ?? page.words.none },
        { title: columns.details, cell: (entry) => <Details words={words} entry={entry} /> },
      ]}
    />
  );
}

/** What it was about, and which fields were named: as the record has them. */
function Details({
  words,
  entry: { action, object, changes },
}: {
  readonly words: AuditWords;
  readonly entry: AuditEntry;
}): VNode {
  return (
    <details>
      <summary>
        {words.show}
        <span class="unseen">: {actionText(words, action)}</span>
      </summary>
      <ul class="plain-list">
        <li>
          <code>{action}</code>
        </li>
        {object !== '' && (
          <li>
            <code>{object}</code>
          </li>
        )}
        {Object.entries(changes ?? {}).map(([name, value]) => (
          <li key={name}>
            <code>{name}</code>: {changeText(words, value)}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Change {
  readonly old: unknown;
  readonly new: unknown;
}

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && 'old' in value && 'new' in value;

function changeText(words: AuditWords, value: unknown): string {
  if (value === null) return words.hidden;
  return isChange(value)
    ? `${JSON.stringify(value.old)} → ${JSON.stringify(value.new)}`
    : JSON.stringify(value);
}
