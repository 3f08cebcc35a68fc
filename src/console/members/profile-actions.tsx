import type { VNode } from 'preact';
import { TextField } from '../frame/fields.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import { Panel } from '../frame/list.js';
import { memberPath } from './member.js';
import type { ProfileProps } from './profile-screen.js';
import { PROFILE_WORDS } from './profile-words.js';

const EMPTY = { values: {} };

/** What keeps the person out for a time. */
export function RestrictionPanel({ page, profile: { member, restriction } }: ProfileProps): VNode {
  const { restriction: words } = page.textsOf(PROFILE_WORDS);
  const path = memberPath(member.id, '/restriction');
  if (restriction)
    return (
      <Panel title={words.title}>
        <p>
          {restriction.startDate && restriction.endDate
            ? words.shown(
                restriction.reason,
                page.formats.day(restriction.startDate),
                page.formats.day(restriction.endDate),
              )
            : words.always(restriction.reason)}
        </p>
        <ConsoleForm page={page} action={`${path}/remove`} submit={words.remove} />
      </Panel>
    );
  const shared = { page, state: EMPTY };
  return (
    <Panel title={words.title}>
      <p class="quiet">{words.lead}</p>
      <details>
        <summary>{words.add}</summary>
        <ConsoleForm page={page} action={path} submit={words.submit}>
          <TextField
            {...shared}
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            input={{ maxLength: 200 }}
            required
          />
          <div class="pair">
            <TextField
              {...shared}
              name="startDate"
              label={words.startDate}
              input={{ type: 'date' }}
            />
            <TextField {...shared} name="endDate" label={words.endDate} input={{ type: 'date' }} />
          </div>
        </ConsoleForm>
      </details>
    </Panel>
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
