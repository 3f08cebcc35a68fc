import type { PageStatus } from '../../pages/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, storedForm, type FormState } from '../frame/form-state.js';
import type { AdminCall } from '../frame/admin-api.js';
import { inviteScreen } from './invite-screen.js';
import {
  houseOf,
  type StaffHouse,
  type StaffList,
  type ShownStaff,
  type StaffSession,
} from './member.js';
import { placeFieldsOf, placeIn, placeValues } from './place-fields.js';
import { staffListScreen } from './staff-list-screen.js';
import { staffPersonScreen, type StaffPersonView } from './staff-person-screen.js';

/** What is done to a person by one button: the call below their address, and what the next page tells. */
const ACTIONS = {
  invitation: { method: 'POST', below: '/invitation', done: 'resent' },
  'end-sessions': { method: 'DELETE', below: '/sessions', done: 'ended' },
  remove: { method: 'DELETE', below: '', done: 'removed' },
} as const satisfies Record<string, Pick<AdminCall, 'method'> & { below: string; done: string }>;

type StaffAction = keyof typeof ACTIONS;

const isAction = (action: string): action is StaffAction => Object.hasOwn(ACTIONS, action);

/** A person after a refused change. */
interface ShownAgain extends Pick<StaffPersonView, 'refused'> {
  readonly typed?: FormState;
  readonly status?: PageStatus;
}

export async function listStaff(page: ConsolePage): Promise<string> {
  const house = await houseOf(page);
  const found = await page.get<StaffList>(house.list, { cursor: page.query.text('cursor') });
  return page.show(staffListScreen(page, house, found));
}

export async function showInvitation(page: ConsolePage): Promise<string> {
  const values = { role: 'FRONT_DESK', language: page.partner?.locale ?? page.language };
  return page.show(inviteScreen(page, await houseOf(page), { values }));
}

export async function invite(page: ConsolePage): Promise<string> {
  const house = await houseOf(page);
  const [email, language] = [page.form.text('email'), page.form.text('language')];
  const body = { email, language, ...placeIn(page.form, house) };
  const sent = await page.send<ShownStaff>('POST', house.list, body);
  if (sent.ok) return page.goTo(house.path, 'invited');
  const state = refusedForm(
    page.form,
    ['email', 'language', ...placeFieldsOf(house)],
    sent.problem,
  );
  return page.show(inviteScreen(page, house, state), 'form-refused');
}

export async function showPerson(
  page: ConsolePage,
  id: string,
  { status = 'ok', typed, ...more }: ShownAgain = {},
): Promise<string> {
  const house = await houseOf(page);
  const { body: person, tag } = await page.getTagged<ShownStaff>(house.one(id));
  const { items } = await page.get<{ items: StaffSession[] }>(`${house.one(id)}/sessions`);
  const stored = { values: placeValues(person), tag };
  const state = typed ? { ...typed, stored } : storedForm(stored);
  const view = { house, person, sessions: items, state, ...more };
  return page.show(staffPersonScreen(page, view), status);
}

/** On top of another person's change: what is stored now is shown, what was typed stays. */
export async function change(page: ConsolePage, id: string): Promise<string> {
  const house = await houseOf(page);
  const sent = await page.send('PATCH', house.one(id), placeIn(page.form, house));
  if (sent.ok) return page.goTo(pathOf(house, id), 'changed');
  const typed = refusedForm(page.form, placeFieldsOf(house), sent.problem);
  const isConflict = [409, 412].includes(sent.problem.status);
  return showPerson(page, id, { typed, status: isConflict ? 'conflict' : 'form-refused' });
}

/** @throws request.not-found for another action */
export async function act(page: ConsolePage, id: string, action: string): Promise<string> {
  if (!isAction(action)) throw new DomainError(RequestErrors.notFound);
  const house = await houseOf(page);
  const { method, below, done } = ACTIONS[action];
  const sent = await page.send(method, `${house.one(id)}${below}`);
  if (sent.ok) return page.goTo(action === 'remove' ? house.path : pathOf(house, id), done);
  return showPerson(page, id, { refused: { action, problem: sent.problem }, status: 'conflict' });
}

const pathOf = ({ path }: StaffHouse, id: string): string => `${path}/${id}`;
