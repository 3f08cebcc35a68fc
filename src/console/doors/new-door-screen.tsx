import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import type { FormState } from '../frame/form-state.js';
import { ConsoleForm } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { DoorFields } from './door-fields.js';
import { DOORS_WORDS } from './doors-words.js';

interface NewDoorView {
  readonly gyms: readonly ListedGym[];
  readonly state: FormState;
}

export function newDoorScreen(page: ConsolePage, { gyms, state }: NewDoorView): VNode {
  const words = page.textsOf(DOORS_WORDS);
  const back = { href: '/console/doors', label: page.words.sections.doors };
  return (
    <Frame page={page} title={words.addTitle} back={back}>
      <ConsoleForm page={page} action="/console/doors/new" state={state} submit={words.add}>
        <SelectField
          page={page}
          state={state}
          name="gymId"
          label={page.words.gym}
          choices={gyms.map(({ id, name }) => ({ value: String(id), label: name }))}
          required
        />
        <DoorFields page={page} state={state} />
      </ConsoleForm>
    </Frame>
  );
}
