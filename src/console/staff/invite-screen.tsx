import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { SelectField, TextField } from '../frame/fields.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import type { StaffHouse } from './member.js';
import { PlaceFields } from './place-fields.js';
import { STAFF_SCREEN_WORDS } from './staff-screen-words.js';

export function inviteScreen(page: ConsolePage, house: StaffHouse, state: FormState): VNode {
  const words = page.textsOf(STAFF_SCREEN_WORDS);
  const languages = Object.entries(words.languages).map(([value, label]) => ({ value, label }));
  const back = house.isOperator ? words.operatorTitle : page.words.sections.staff;
  return (
    <Frame
      page={page}
      title={words.inviteTitle}
      lead={words.inviteLead}
      back={{ href: house.path, label: back }}
    >
      <ConsoleForm
        page={page}
        action={house.path}
        state={state}
        problems={words.problems}
        submit={words.inviteSubmit}
      >
        <TextField
          page={page}
          state={state}
          name="email"
          label={words.email}
          required
          input={{ type: 'email', maxLength: 254, autocomplete: 'off', autocapitalize: 'none' }}
        />
        <PlaceFields page={page} house={house} state={state} />
        <SelectField
          page={page}
          state={state}
          name="language"
          label={words.language}
          choices={languages}
          required
        />
      </ConsoleForm>
    </Frame>
  );
}
