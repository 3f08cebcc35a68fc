import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ChoiceField, TextField } from '../frame/fields.js';
import type { FormState } from '../frame/form-state.js';
import { DOOR_DIRECTIONS } from './door.js';
import { DOORS_WORDS } from './doors-words.js';

interface FieldsProps {
  readonly page: ConsolePage;
  readonly state: FormState;
}

/** What a new door and a changed one have in common. */
export function DoorFields({ page, state }: FieldsProps): VNode {
  const words = page.textsOf(DOORS_WORDS);
  const choices = DOOR_DIRECTIONS.map((value) => ({
    value,
    label: words.directions[value],
    hint: words.directionHints[value],
  }));
  return (
    <>
      <TextField
        page={page}
        state={state}
        name="name"
        label={words.name}
        hint={words.nameHint}
        input={{ type: 'text', maxLength: 100, autocomplete: 'off' }}
        required
      />
      <ChoiceField
        page={page}
        state={state}
        name="direction"
        label={words.direction}
        choices={choices}
      />
    </>
  );
}
