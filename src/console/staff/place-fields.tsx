import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ChoiceField } from '../frame/fields.js';
import { isRefused, type FormState } from '../frame/form-state.js';
import type { Form } from '../../pages/index.js';
import type { ShownStaff, StaffHouse } from './member.js';
import { STAFF_SCREEN_WORDS } from './staff-screen-words.js';

/** Checkboxes of gyms: `gym.12`. */
export const GYM_PREFIX = 'gym.';

interface PlaceFieldsProps {
  readonly page: ConsolePage;
  readonly house: StaffHouse;
  readonly state: FormState;
}

/** The role, and at which gyms. */
export function PlaceFields({ page, house, state }: PlaceFieldsProps): VNode | null {
  if (house.isOperator) return null;
  const words = page.textsOf(STAFF_SCREEN_WORDS);
  const choices = Object.entries(words.roleHints).map(([value, hint]) => ({
    value,
    label: words.roles[value as keyof typeof words.roleHints],
    hint,
  }));
  return (
    <>
      <ChoiceField
        page={page}
        state={state}
        name="role"
        label={words.role}
        choices={choices}
        required
      />
      {house.gyms.length > 1 && <GymBoxes page={page} house={house} state={state} />}
    </>
  );
}

function GymBoxes({ page, house, state }: PlaceFieldsProps): VNode {
  const words = page.textsOf(STAFF_SCREEN_WORDS);
  const isWrong = isRefused(state, 'gymIds');
  return (
    <fieldset class={isWrong ? 'choices has-problem' : 'choices'}>
      <legend>{words.gyms}</legend>
      <p class="hint">{words.gymsHint}</p>
      {house.gyms.map(({ id, name }) => (
        <label key={id} class="choice-line">
          <input
            type="checkbox"
            name={`${GYM_PREFIX}${id}`}
            value="on"
            checked={state.values[`${GYM_PREFIX}${id}`] === 'on'}
          />
          <span>{name}</span>
        </label>
      ))}
      {isWrong && <span class="problem">{words.gymsProblem}</span>}
    </fieldset>
  );
}

/** What the API takes; none of the gyms marked are all of them. */
export function placeIn(form: Form, { isOperator, gyms }: StaffHouse) {
  if (isOperator) return {};
  const known = new Set(gyms.map(({ id }) => String(id)));
  const gymIds = form
    .checkedOf(GYM_PREFIX)
    .filter((id) => known.has(id))
    .map(Number);
  return { role: form.text('role'), gymIds: gymIds.length === 0 ? null : gymIds };
}

/** As a person has it. */
export const placeValues = ({ role, gymIds }: ShownStaff): Readonly<Record<string, string>> => ({
  role,
  ...Object.fromEntries((gymIds ?? []).map((id) => [`${GYM_PREFIX}${id}`, 'on'])),
});

/** The fields of a place, by their names in the form. */
export const placeFieldsOf = ({ gyms }: StaffHouse): string[] => [
  'role',
  ...gyms.map(({ id }) => `${GYM_PREFIX}${id}`),
];
