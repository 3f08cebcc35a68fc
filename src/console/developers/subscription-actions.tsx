import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { ConfirmedAction, ConsoleForm, OpenedForm } from '../frame/form.js';
import { Panel } from '../frame/list.js';
import type { ListedSubscription } from './records.js';
import { DEVELOPERS, wordsOf } from './shared.js';

const NOTHING = { values: {} };

/** Field: when the form was shown. A period counts from then on, so that two presses mean the same. */
export const SHOWN_AT = 'shownAt';

interface ActionsProps {
  readonly page: ConsolePage;
  readonly subscription: ListedSubscription;
}

const pathOf = ({ id }: ListedSubscription) => `${DEVELOPERS}/subscriptions/${id}`;

/** What people do often with an address. */
export function SubscriptionButtons({ page, subscription }: ActionsProps): VNode {
  const { subscriptions: words } = wordsOf(page);
  const path = pathOf(subscription);
  return (
    <>
      <a class="button second" href={`${path}/edit`}>
        {words.edit}
      </a>
      {subscription.state === 'ACTIVE' ? (
        <ConsoleForm page={page} action={`${path}/test`} submit={words.test} />
      ) : (
        <ConsoleForm page={page} action={`${path}/enable`} submit={words.enable} />
      )}
    </>
  );
}

/** What people do seldom. */
export function SubscriptionActions({ page, subscription }: ActionsProps): VNode {
  const { subscriptions: words } = wordsOf(page);
  const path = pathOf(subscription);
  const isActive = subscription.state === 'ACTIVE';
  return (
    <Panel title={page.words.sections.settings}>
      {isActive && <Replay page={page} action={`${path}/replay`} />}
      <RotateSecret page={page} action={`${path}/secret`} />
      {isActive && (
        <ConfirmedAction
          page={page}
          action={`${path}/disable`}
          label={words.disable}
          consequence={words.disableHint}
          submit={words.disable}
        />
      )}
      <ConfirmedAction
        page={page}
        action={`${path}/remove`}
        label={words.remove}
        consequence={words.removeHint}
        submit={words.remove}
      />
    </Panel>
  );
}

interface ActionProps {
  readonly page: ConsolePage;
  readonly action: string;
}

function Replay({ page, action }: ActionProps): VNode {
  const { subscriptions: words } = wordsOf(page);
  const periods = Object.entries(words.periods);
  return (
    <OpenedForm
      page={page}
      action={action}
      label={words.replay}
      hint={words.replayHint}
      submit={words.replay}
      hidden={{ [SHOWN_AT]: String(Date.now()) }}
    >
      <SelectField
        page={page}
        state={NOTHING}
        name="hours"
        label={words.replaySince}
        required
        choices={periods.map(([value, label]) => ({ value, label }))}
      />
    </OpenedForm>
  );
}

function RotateSecret({ page, action }: ActionProps): VNode {
  const words = wordsOf(page);
  const { rotate } = words.subscriptions;
  return (
    <OpenedForm
      page={page}
      action={action}
      label={rotate}
      hint={words.rotateSecretHint}
      submit={rotate}
    >
      <Grace page={page} chosen="day" />
    </OpenedForm>
  );
}

/** How long the replaced value still works, in seconds. */
export const GRACES = { none: 0, hour: 3_600, day: 86_400, week: 604_800 } as const;

export function Grace({ page, chosen }: { page: ConsolePage; chosen: keyof typeof GRACES }): VNode {
  const words = wordsOf(page);
  return (
    <SelectField
      page={page}
      state={{ values: { grace: chosen } }}
      name="grace"
      label={words.graceLabel}
      required
      choices={Object.entries(words.graces).map(([value, label]) => ({ value, label }))}
    />
  );
}

/** Whatever else was sent counts as no time. */
export const secondsIn = (page: ConsolePage): number =>
  Object.entries(GRACES).find(([name]) => name === page.form.text('grace'))?.[1] ?? 0;
