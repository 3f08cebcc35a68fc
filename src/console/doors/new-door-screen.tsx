import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { modelChoices } from '../control-id/control-id-device.js';
import { CONTROL_ID_WORDS } from '../control-id/control-id-words.js';
import { ChoiceField, SelectField } from '../frame/fields.js';
import type { FormState } from '../frame/form-state.js';
import { ConsoleForm } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { choicesOf } from '../settings/setting-fields.js';
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
        <VendorFields page={page} state={state} />
      </ConsoleForm>
    </Frame>
  );
}

/** Fixed once the door is there. */
function VendorFields({ page, state }: { page: ConsolePage; state: FormState }): VNode {
  const words = page.textsOf(CONTROL_ID_WORDS);
  const shared = { page, state };
  return (
    <>
      <ChoiceField
        {...shared}
        name="vendor"
        label={words.vendor}
        choices={choicesOf(words.vendors)}
      />
      <SelectField
        {...shared}
        name="controlId/model"
        label={`${words.model} (Control iD)`}
        choices={modelChoices}
        required
      />
    </>
  );
}
