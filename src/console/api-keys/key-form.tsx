import type { VNode } from 'preact';
import type { Form } from '../../pages/index.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { CheckField, SelectField, TextField } from '../frame/fields.js';
import { isRefused, type FormState } from '../frame/form-state.js';
import { ConsoleForm } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { SCOPES_SHOWN, scopeName } from './scope-names.js';
import { DEVELOPERS, wordsOf } from '../developers/shared.js';

const SCOPE = 'scope.';
export const KEY_FIELDS = ['name', 'gymId', 'test', ...SCOPES_SHOWN.map((scope) => SCOPE + scope)];

/** The body of the call. */
export function keyIn(form: Form): object {
  const gym = form.text('gymId');
  return {
    name: form.text('name'),
    scopes: form.checkedOf(SCOPE),
    ...(gym !== '' && { gymId: Number(gym) }),
    ...(form.isChecked('test') && { environment: 'test' }),
  };
}

interface KeyFormView {
  readonly state: FormState;
  readonly gyms: readonly ListedGym[];
}

export function keyForm(page: ConsolePage, { state, gyms }: KeyFormView): VNode {
  const words = wordsOf(page);
  const shared = { page, state };
  return (
    <Frame
      page={page}
      title={words.keys.add}
      back={{ href: `${DEVELOPERS}/keys`, label: words.tabs.keys }}
    >
      <ConsoleForm
        page={page}
        action={page.path}
        state={state}
        problems={words.problems}
        submit={words.keys.create}
      >
        <TextField
          {...shared}
          name="name"
          label={words.keys.name}
          hint={words.keys.nameHint}
          input={{ type: 'text', maxLength: 100 }}
          required
        />
        <Scopes {...shared} />
        {page.partner?.environment === 'live' && (
          <CheckField
            {...shared}
            name="test"
            label={words.keys.test.label}
            hint={words.keys.test.hint}
          />
        )}
        {gyms.length > 1 && (
          <SelectField
            {...shared}
            name="gymId"
            label={page.words.gym}
            hint={words.keys.gymHint}
            required
            choices={[
              { value: '', label: page.words.allGyms },
              ...gyms.map((gym) => ({ value: String(gym.id), label: gym.name })),
            ]}
          />
        )}
      </ConsoleForm>
    </Frame>
  );
}

function Scopes({ page, state }: { page: ConsolePage; state: FormState }): VNode {
  const { keys: words } = wordsOf(page);
  const isWrong = isRefused(state, 'scopes');
  return (
    <fieldset class={isWrong ? 'choices has-problem' : 'choices'}>
      <legend>{words.scopes}</legend>
      <p class={isWrong ? 'problem' : 'hint'}>{words.scopesHint}</p>
      {SCOPES_SHOWN.map((scope) => (
        <CheckField
          key={scope}
          page={page}
          state={state}
          name={SCOPE + scope}
          label={scopeName(page, scope)}
          hint={scope}
        />
      ))}
    </fieldset>
  );
}
