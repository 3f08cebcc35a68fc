import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { Facts, Panel } from '../frame/list.js';
import type { Problem } from '../frame/problem.js';
import {
  shownName,
  membershipStateOf,
  type StaffHouse,
  type ShownStaff,
  type StaffSession,
} from './member.js';
import { PlaceFields } from './place-fields.js';
import { gymsText } from './staff-list-screen.js';
import { STAFF_SCREEN_WORDS } from './staff-screen-words.js';

export interface StaffPersonView {
  readonly house: StaffHouse;
  readonly person: ShownStaff;
  readonly sessions: readonly StaffSession[];
  /** Of the form about their place. */
  readonly state: FormState;
  /** Why another action was refused, by the last part of its address. */
  readonly refused?: { readonly action: string; readonly problem: Problem };
}

interface PartProps {
  readonly page: ConsolePage;
  readonly view: StaffPersonView;
}

export function staffPersonScreen(page: ConsolePage, view: StaffPersonView): VNode {
  const words = page.textsOf(STAFF_SCREEN_WORDS);
  const { house, person } = view;
  const state = membershipStateOf(person);
  const until =
    person.invitedUntil && words.invitedUntil(page.formats.dateTime(person.invitedUntil));
  return (
    <Frame
      page={page}
      title={shownName(person)}
      back={{
        href: house.path,
        label: house.isOperator ? words.operatorTitle : page.words.sections.staff,
      }}
      done={words.done}
    >
      <Facts
        facts={[
          [words.email, person.email],
          [words.role, words.roles[person.role]],
          ...(house.isOperator ? [] : [[words.gyms, gymsText(page, house, person)] as const]),
          [words.columns.state, `${words.states[state]}${state === 'INVITED' ? `. ${until}` : ''}`],
          [words.since, page.formats.date(person.createdAt)],
        ]}
      />
      {state !== 'ACTIVE' && <Resend page={page} view={view} />}
      {!house.isOperator && <Change page={page} view={view} />}
      {state === 'ACTIVE' && <Sessions page={page} view={view} />}
      <Remove page={page} view={view} />
    </Frame>
  );
}

const pathOf = ({ house, person }: StaffPersonView, action = ''): string =>
  `${house.path}/${person.id}${action && `/${action}`}`;

const stateFor = ({ refused }: StaffPersonView, action: string): FormState => ({
  values: {},
  problem: refused?.action === action ? refused.problem : undefined,
});

function Resend({ page, view }: PartProps): VNode {
  const words = page.textsOf(STAFF_SCREEN_WORDS);
  return (
    <Panel title={words.resend}>
      <p>{words.resendLead}</p>
      <ConsoleForm
        page={page}
        action={pathOf(view, 'invitation')}
        state={stateFor(view, 'invitation')}
        problems={words.problems}
        submit={words.resend}
      />
    </Panel>
  );
}

function Change({ page, view }: PartProps): VNode {
  const words = page.textsOf(STAFF_SCREEN_WORDS);
  const { house, state } = view;
  return (
    <Panel title={words.changeTitle}>
      <p>{words.changeLead}</p>
      <ConsoleForm
        page={page}
        action={pathOf(view)}
        state={state}
        problems={words.problems}
        submit={page.words.save}
      >
        <PlaceFields page={page} house={house} state={state} />
      </ConsoleForm>
    </Panel>
  );
}

function Sessions({ page, view }: PartProps): VNode {
  const words = page.textsOf(STAFF_SCREEN_WORDS);
  const { dateTime } = page.formats;
  const at = (moment: string) => dateTime.call(page.formats, moment);
  return (
    <Panel title={words.sessionsTitle}>
      {view.sessions.length === 0 ? (
        <p>{words.noSessions}</p>
      ) : (
        <>
          <ul class="ruled-list">
            {view.sessions.map(({ id, createdAt, expiresAt, source }) => (
              <li key={id}>{words.session(at(createdAt), at(expiresAt), source)}</li>
            ))}
          </ul>
          <ConsoleForm
            page={page}
            action={pathOf(view, 'end-sessions')}
            state={stateFor(view, 'end-sessions')}
            problems={words.problems}
            submit={words.endSessions}
          />
        </>
      )}
    </Panel>
  );
}

function Remove({ page, view }: PartProps): VNode {
  const words = page.textsOf(STAFF_SCREEN_WORDS);
  return (
    <ConfirmedAction
      page={page}
      label={words.remove}
      consequence={words.removeConsequence(shownName(view.person))}
      action={pathOf(view, 'remove')}
      state={stateFor(view, 'remove')}
      problems={words.problems}
      submit={words.removeSubmit}
    />
  );
}
