import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { Frame } from '../frame/frame.js';
import { Badge, DataTable, EmptyState, Pager, type Tone } from '../frame/list.js';
import { fullName, MEMBERS, memberPath } from '../frame/people.js';
import type { Member, MemberPage } from './member.js';
import { MEMBERS_WORDS, type MembersWords } from './members-words.js';
import { MemberSearchForm } from './search-form.js';
import { PROFILE_WORDS } from './profile-words.js';

export interface MembersFilter {
  readonly status?: string;
  readonly wellhubStatus?: string;
}

interface MembersView {
  readonly found: MemberPage;
  readonly filter?: MembersFilter;
  /** What was searched for. */
  readonly q?: string;
}

export type ShownStatus = Exclude<Member['status'], 'ERASED'>;

export const STATUS_TONES: Record<ShownStatus, Tone> = {
  PENDING: 'wait',
  ACTIVE: 'good',
  DISABLED: 'bad',
};

const SEARCH = `${MEMBERS}/search`;

export function membersScreen(page: ConsolePage, { found, filter = {}, q }: MembersView): VNode {
  const words = page.textsOf(MEMBERS_WORDS);
  const isNarrowed = q !== undefined || Object.keys(filter).length > 0;
  return (
    <Frame
      page={page}
      title={page.words.sections.members}
      lead={words.lead}
      done={{ erased: page.textsOf(PROFILE_WORDS).erase.done }}
      actions={
        page.may('CUSTOMER_WRITE') && (
          <a class="button" href={`${MEMBERS}/new`}>
            {page.textsOf(PROFILE_WORDS).create.link}
          </a>
        )
      }
    >
      <MemberSearchForm page={page} action={SEARCH} label={words.searchLabel} q={q}>
        {q !== undefined && (
          <a class="button second" href={MEMBERS}>
            {words.endSearch}
          </a>
        )}
      </MemberSearchForm>
      {q === undefined && <Filters page={page} filter={filter} />}
      {found.items.length === 0 ? (
        <EmptyState title={isNarrowed ? words.notFound : words.nobody}>
          {isNarrowed ? words.notFoundHint : words.nobodyHint}
        </EmptyState>
      ) : (
        <MemberTable page={page} members={found.items} />
      )}
      {q === undefined ? (
        <Pager page={page} nextCursor={found.nextCursor} query={{ ...filter }} />
      ) : (
        <NextFound page={page} q={q} cursor={found.nextCursor} />
      )}
    </Frame>
  );
}

/** The next people of a search; the name stays out of the address. */
function NextFound({
  page,
  q,
  cursor,
}: {
  page: ConsolePage;
  q: string;
  cursor: string | null;
}): VNode | null {
  if (cursor === null) return null;
  return (
    <form method="post" action={SEARCH} class="pager">
      <input type="hidden" name="q" value={q} />
      <input type="hidden" name="cursor" value={cursor} />
      <button class="main">{page.words.next}</button>
    </form>
  );
}

function Filters({ page, filter }: { page: ConsolePage; filter: MembersFilter }): VNode {
  const words = page.textsOf(MEMBERS_WORDS);
  const state = { values: { ...filter } };
  const all = { value: '', label: page.words.all };
  const choices = (texts: Record<string, string>) => [
    all,
    ...Object.entries(texts).map(([value, label]) => ({ value, label })),
  ];
  const shared = { page, state, required: true };
  return (
    <form method="get" action={MEMBERS} class="filters">
      <SelectField
        {...shared}
        name="status"
        label={words.status}
        choices={choices(words.statuses)}
      />
      <SelectField
        {...shared}
        name="wellhubStatus"
        label={words.wellhub}
        choices={choices(words.wellhubStatuses)}
      />
      <button>{page.words.filter}</button>
    </form>
  );
}

function MemberTable({ page, members }: { page: ConsolePage; members: readonly Member[] }): VNode {
  const words = page.textsOf(MEMBERS_WORDS);
  const { columns } = words;
  return (
    <DataTable
      caption={page.words.sections.members}
      rows={members}
      keyOf={({ id }) => id}
      columns={[
        {
          title: columns.name,
          cell: (member) => <a href={memberPath(member.id)}>{nameOf(words, member)}</a>,
        },
        { title: columns.contact, cell: ({ email, phoneNumber }) => email ?? phoneNumber ?? '' },
        {
          title: columns.status,
          cell: ({ status }) =>
            status !== 'ERASED' && (
              <Badge tone={STATUS_TONES[status]}>{words.statuses[status]}</Badge>
            ),
        },
        {
          title: columns.wellhub,
          cell: (member) => wellhubTextOf(words, member),
        },
        { title: columns.since, cell: ({ createdAt }) => page.formats.date(createdAt) },
      ]}
    />
  );
}

const nameOf = (words: MembersWords, member: Member): string => fullName(member) || words.noName;

function wellhubTextOf(words: MembersWords, { wellhubUser, gympassId }: Member): string {
  if (wellhubUser) return words.wellhubStatuses[wellhubUser.status];
  return gympassId === null ? words.noWellhub : words.hasWellhubId;
}
