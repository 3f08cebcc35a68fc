import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { TextField } from '../frame/fields.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import { Panel } from '../frame/list.js';
import { memberPath } from '../frame/people.js';
import type { MemberRestriction } from './member.js';
import type { ProfileProps } from './profile-screen.js';
import { PROFILE_WORDS } from './profile-words.js';

/** What keeps the person out for a time. */
export function RestrictionPanel({ page, profile }: ProfileProps): VNode {
  const { member, restriction, restrictionForm } = profile;
  const { restriction: words } = page.textsOf(PROFILE_WORDS);
  const isRefused = restrictionForm.problem !== undefined;
  return (
    <Panel title={words.title}>
      {restriction ? (
        <>
          <p>{restrictionText(page, restriction)}</p>
          <ConsoleForm
            page={page}
            action={memberPath(member.id, '/restriction/remove')}
            submit={words.remove}
          />
        </>
      ) : (
        <p class="quiet">{words.lead}</p>
      )}
      {(!restriction || isRefused) && (
        <details open={isRefused}>
          <summary>{words.add}</summary>
          <RestrictionForm page={page} profile={profile} />
        </details>
      )}
    </Panel>
  );
}

function restrictionText(page: ConsolePage, { reason, startDate, endDate }: MemberRestriction) {
  const { restriction: words } = page.textsOf(PROFILE_WORDS);
  if (!startDate || !endDate) return words.always(reason);
  return words.shown(reason, page.formats.day(startDate), page.formats.day(endDate));
}

function RestrictionForm({ page, profile }: ProfileProps): VNode {
  const { restriction: words } = page.textsOf(PROFILE_WORDS);
  const shared = { page, state: profile.restrictionForm };
  return (
    <ConsoleForm
      {...shared}
      action={memberPath(profile.member.id, '/restriction')}
      submit={words.submit}
    >
      <TextField
        {...shared}
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        input={{ maxLength: 200 }}
        required
      />
      <div class="pair">
        <TextField {...shared} name="startDate" label={words.startDate} input={{ type: 'date' }} />
        <TextField {...shared} name="endDate" label={words.endDate} input={{ type: 'date' }} />
      </div>
    </ConsoleForm>
  );
}

/** What should not happen by one press. */
export function Dangers({ page, profile: { member } }: ProfileProps): VNode {
  const { block, erase, merge, export: exported } = page.textsOf(PROFILE_WORDS);
  const status = memberPath(member.id, '/status');
  return (
    <Panel title={page.words.moreActions}>
      <p>
        <a href={memberPath(member.id, '/merge')}>{merge.link}</a>
      </p>
      {page.may('PARTNER_ADMIN') && (
        <p>
          <a href={memberPath(member.id, '/export')}>{exported}</a>
        </p>
      )}
      {member.status === 'DISABLED' ? (
        <ConsoleForm
          page={page}
          action={status}
          submit={block.undo}
          hidden={{ status: 'ACTIVE' }}
        />
      ) : (
        <ConfirmedAction
          page={page}
          action={status}
          label={block.label}
          consequence={block.consequence}
          submit={block.submit}
          hidden={{ status: 'DISABLED' }}
        />
      )}
      <ConfirmedAction
        page={page}
        action={memberPath(member.id, '/erase')}
        label={erase.label}
        consequence={erase.consequence}
        submit={erase.submit}
      />
    </Panel>
  );
}
