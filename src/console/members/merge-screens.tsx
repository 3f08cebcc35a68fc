import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { DataTable, EmptyState, Facts, Panel } from '../frame/list.js';
import type { Problem } from '../frame/problem.js';
import { fullName, memberPath } from '../frame/people.js';
import type { Member } from './member.js';
import { MEMBERS_WORDS } from './members-words.js';
import { MemberSearchForm } from './search-form.js';
import { PROFILE_WORDS } from './profile-words.js';

interface SearchView {
  readonly member: Member;
  readonly q?: string;
  readonly found?: readonly Member[];
}

const nameOf = (page: ConsolePage, member: Member): string =>
  fullName(member) || page.textsOf(MEMBERS_WORDS).noName;

const backTo = (page: ConsolePage, member: Member) => ({
  href: memberPath(member.id),
  label: nameOf(page, member),
});

export function mergeSearch(page: ConsolePage, { member, q, found }: SearchView): VNode {
  const [{ merge }, texts] = [page.textsOf(PROFILE_WORDS), page.textsOf(MEMBERS_WORDS)];
  const path = memberPath(member.id, '/merge');
  return (
    <Frame page={page} title={merge.title} lead={merge.lead} back={backTo(page, member)}>
      <MemberSearchForm page={page} action={`${path}/search`} label={merge.search} q={q} />
      {found?.length === 0 && <EmptyState title={merge.notFound} />}
      {found && found.length > 0 && (
        <DataTable
          caption={merge.search}
          rows={found}
          keyOf={({ id }) => id}
          columns={[
            { title: texts.columns.name, cell: (other) => nameOf(page, other) },
            {
              title: texts.columns.contact,
              cell: ({ email, phoneNumber }) => email ?? phoneNumber ?? '',
            },
            { title: texts.columns.wellhub, cell: ({ gympassId }) => gympassId ?? page.words.none },
            {
              title: merge.choose,
              cell: (other) => <a href={`${path}/${other.id}`}>{merge.choose}</a>,
            },
          ]}
        />
      )}
    </Frame>
  );
}

interface PreviewView {
  readonly member: Member;
  readonly other: Member;
  readonly problem?: Problem;
}

/** Both profiles beside each other, and what the merge will do. */
export function mergePreview(page: ConsolePage, { member, other, problem }: PreviewView): VNode {
  const { merge } = page.textsOf(PROFILE_WORDS);
  const action = memberPath(member.id, `/merge/${other.id}`);
  return (
    <Frame
      page={page}
      title={merge.title}
      back={{ href: memberPath(member.id, '/merge'), label: page.words.back }}
    >
      <div class="panels">
        <Side page={page} title={merge.goes} member={member} />
        <Side page={page} title={merge.stays} member={other} />
      </div>
      <div class="panel after-panels">
        <p>{merge.consequence}</p>
        <ConsoleForm
          page={page}
          action={action}
          state={{ values: {}, problem }}
          problems={merge.problems}
          submit={merge.submit}
          isDangerous
        />
      </div>
    </Frame>
  );
}

function Side({
  page,
  title,
  member,
}: {
  page: ConsolePage;
  title: string;
  member: Member;
}): VNode {
  const { facts, accounts } = page.textsOf(PROFILE_WORDS);
  const { none } = page.words;
  return (
    <Panel title={title}>
      <Facts
        facts={[
          [
            page.textsOf(MEMBERS_WORDS).columns.name,
            <strong key="name">{nameOf(page, member)}</strong>,
          ],
          [facts.email, member.email ?? none],
          [facts.phoneNumber, member.phoneNumber ?? none],
          [facts.birthDate, member.birthDate ? page.formats.day(member.birthDate) : none],
          [facts.gympassId, member.gympassId ?? none],
          [facts.gympassUserId, member.gympassUserId ?? none],
          [facts.account, member.hasAccount ? accounts.yes : accounts.no],
          [facts.createdAt, page.formats.date(member.createdAt)],
        ]}
      />
    </Panel>
  );
}
