import type { VNode } from 'preact';
import type { Form } from '../../pages/index.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { CheckField, SelectField, TextField } from '../frame/fields.js';
import type { FormState } from '../frame/form-state.js';
import { ConsoleForm } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { EVENT_TYPES_SHOWN, eventName } from './event-names.js';
import type { ListedSubscription } from './records.js';
import { DEVELOPERS, wordsOf } from './shared.js';

const TYPE = 'type.';
/** What stands for a plan that only the API can set: it stays as it is. */
const OWN = 'own';
const TYPES = EVENT_TYPES_SHOWN.filter((type) => type !== 'TEST');
export const SUBSCRIPTION_FIELDS = ['url', 'gymId', 'retry', ...TYPES.map((type) => TYPE + type)];

/** The body of the call. Empty choices clear a filter that stood there. */
export function subscriptionIn(form: Form, isNew: boolean): object {
  const [gym, retry, types] = [form.text('gymId'), form.text('retry'), form.checkedOf(TYPE)];
  return {
    url: form.text('url'),
    ...(types.length > 0 ? { eventTypes: types } : !isNew && { eventTypes: null }),
    ...(gym !== '' ? { gymId: Number(gym) } : !isNew && { gymId: null }),
    ...(retry !== OWN && retry !== '' && { retry }),
  };
}

export const subscriptionValues = ({ url, gymId, retry, eventTypes }: ListedSubscription) => ({
  url,
  gymId: gymId === null ? '' : String(gymId),
  retry: typeof retry === 'string' ? retry : OWN,
  ...Object.fromEntries((eventTypes ?? []).map((type) => [TYPE + type, 'on'])),
});

interface FormView {
  readonly state: FormState;
  readonly gyms: readonly ListedGym[];
  /** Undefined: a new one. */
  readonly id?: string;
}

export function subscriptionForm(page: ConsolePage, { state, gyms, id }: FormView): VNode {
  const words = wordsOf(page);
  const { subscriptions } = words;
  const above =
    id === undefined
      ? { href: DEVELOPERS, label: words.tabs.subscriptions }
      : { href: `${DEVELOPERS}/subscriptions/${id}`, label: state.values['url'] ?? '' };
  const shared = { page, state };
  return (
    <Frame
      page={page}
      title={id === undefined ? subscriptions.add : subscriptions.edit}
      back={above}
    >
      <ConsoleForm
        page={page}
        action={page.path}
        state={state}
        problems={words.problems}
        submit={id === undefined ? subscriptions.create : page.words.save}
      >
        <TextField
          {...shared}
          name="url"
          label={subscriptions.address}
          hint={subscriptions.addressHint}
          input={{ type: 'url', maxLength: 2000 }}
          required
        />
        <Types {...shared} />
        <SelectField
          {...shared}
          name="gymId"
          label={page.words.gym}
          required
          choices={[
            { value: '', label: page.words.allGyms },
            ...gyms.map((gym) => ({ value: String(gym.id), label: gym.name })),
          ]}
        />
        <SelectField
          {...shared}
          name="retry"
          label={subscriptions.retry}
          required
          choices={[
            { value: 'default', label: subscriptions.retries.default },
            { value: 'magicline', label: subscriptions.retries.magicline },
            ...([state.values['retry'], state.stored?.values['retry']].includes(OWN)
              ? [{ value: OWN, label: subscriptions.ownRetry }]
              : []),
          ]}
        />
      </ConsoleForm>
    </Frame>
  );
}

function Types({ page, state }: { page: ConsolePage; state: FormState }): VNode {
  const { subscriptions: words } = wordsOf(page);
  return (
    <fieldset class="choices">
      <legend>{words.types}</legend>
      <p class="hint">{words.typesHint}</p>
      {TYPES.map((type) => (
        <CheckField
          key={type}
          page={page}
          state={state}
          name={TYPE + type}
          label={eventName(page, type)}
          hint={type}
        />
      ))}
    </fieldset>
  );
}
