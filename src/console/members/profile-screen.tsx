import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { problemText } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { Badge, Facts, Panel } from '../frame/list.js';
import { fullName, memberPath } from '../frame/people.js';
import { ownNumberOf } from './member.js';
import { MEMBERS_WORDS } from './members-words.js';
import { Dangers, RestrictionPanel } from './profile-actions.js';
import type { Profile } from './profile-reads.js';
import { PROFILE_WORDS } from './profile-words.js';
import { ContractsPanel } from '../contracts/contracts-panel.js';
import { CONTRACTS_WORDS } from '../contracts/contracts-words.js';
import { FILES_WORDS } from '../files/files-words.js';
import { memberFiles } from '../files/member-files-screen.js';
import { PassesPanel } from '../passes/passes-panel.js';
import { Timeline } from '../timeline/timeline-view.js';
import { STATUS_TONES } from './members-screen.js';

/** Everything about one member on one screen: facts, what may be done, and the story of every visit. */
export function profileScreen(page: ConsolePage, profile: Profile): VNode {
  const { member, problem } = profile;
  const [words, texts] = [page.textsOf(PROFILE_WORDS), page.textsOf(MEMBERS_WORDS)];
  const done = {
    added: words.create.done,
    contract: page.textsOf(CONTRACTS_WORDS).added,
    blocked: words.block.done,
    unblocked: words.block.undone,
    restricted: words.restriction.saved,
    merged: words.merge.done,
  };
  return (
    <Frame
      page={page}
      title={fullName(member) || texts.noName}
      back={{ href: '/console/members', label: page.words.sections.members }}
      done={done}
      actions={
        page.may('CUSTOMER_WRITE') && (
          <a class="button" href={memberPath(member.id, '/edit')}>
            {words.edit.link}
          </a>
        )
      }
    >
      {problem && (
        <p class="alert" role="alert">
          {problemText(page.words, problem, words.edit.problems)}
        </p>
      )}
      <p>
        {member.status !== 'ERASED' && (
          <Badge tone={STATUS_TONES[member.status]}>{texts.statuses[member.status]}</Badge>
        )}
      </p>
      <div class="panels">
        <PersonFacts page={page} profile={profile} />
        <div>
          <WellhubFacts page={page} profile={profile} />
          <ContractsPanel page={page} customerId={member.id} {...profile} />
          <PassesPanel page={page} customerId={member.id} {...profile} />
          {page.may('CUSTOMER_WRITE') && <RestrictionPanel page={page} profile={profile} />}
        </div>
      </div>
      <Timeline
        page={page}
        customerId={member.id}
        gyms={profile.gyms}
        timeline={profile.timeline}
        kind={profile.kind}
      />
      {page.may('CUSTOMER_WRITE') && <Dangers page={page} profile={profile} />}
    </Frame>
  );
}

export interface ProfileProps {
  readonly page: ConsolePage;
  readonly profile: Profile;
}

function PersonFacts({ page, profile: { member, gyms } }: ProfileProps): VNode {
  const words = page.textsOf(PROFILE_WORDS);
  const { facts } = words;
  const none = page.words.none;
  const card = member.cardNumber ?? none;
  return (
    <Panel title={words.person}>
      {member.photoUrl && (
        <img
          class="photo"
          src={`/admin/v1/customers/${member.id}/photo`}
          alt=""
          width="96"
          height="96"
        />
      )}
      <p>
        <a href={memberFiles(member.id)}>{page.textsOf(FILES_WORDS).title}</a>
      </p>
      <Facts
        facts={[
          [facts.email, member.email ?? none],
          [facts.phoneNumber, member.phoneNumber ?? none],
          [facts.birthDate, member.birthDate ? page.formats.day(member.birthDate) : none],
          [facts.number, ownNumberOf(member) ?? String(member.id)],
          [facts.gym, gyms.find(({ id }) => id === member.homeGymId)?.name ?? none],
          [facts.origin, words.origins[member.origin]],
          [facts.account, member.hasAccount ? words.accounts.yes : words.accounts.no],
          [facts.card, member.cardIsBlocked ? `${card} (${words.cardBlocked})` : card],
          [facts.createdAt, page.formats.date(member.createdAt)],
        ]}
      />
    </Panel>
  );
}

function WellhubFacts({ page, profile: { member } }: ProfileProps): VNode {
  const [words, texts] = [page.textsOf(PROFILE_WORDS), page.textsOf(MEMBERS_WORDS)];
  const { facts } = words;
  const { wellhubUser, gympassId, gympassUserId } = member;
  const none = page.words.none;
  const user =
    wellhubUser &&
    ([
      [facts.wellhub, texts.wellhubStatuses[wellhubUser.status]],
      [facts.plan, wellhubUser.planId ?? none],
      [facts.wellhubOrigin, wellhubUser.origin ?? none],
      [facts.country, wellhubUser.countryCode ?? none],
      [facts.registeredAt, page.formats.date(wellhubUser.registeredAt)],
    ] as const);
  return (
    <Panel title={words.wellhub}>
      <Facts
        facts={[
          [facts.gympassId, gympassId ? <code>{gympassId}</code> : none],
          [facts.gympassUserId, gympassUserId ? <code>{gympassUserId}</code> : none],
          ...(user ?? []),
        ]}
      />
      {!user && <p class="quiet">{words.wellhubUnknown}</p>}
    </Panel>
  );
}
