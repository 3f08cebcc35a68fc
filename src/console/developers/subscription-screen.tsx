import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { problemText } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { EmptyState, Facts, Pager, Panel } from '../frame/list.js';
import type { Problem } from '../frame/problem.js';
import { DeliveriesTable } from './deliveries-table.js';
import { eventName } from './event-names.js';
import type { DeliveryShown, ListPage, ListedSubscription } from './records.js';
import { DEVELOPERS, gymName, wordsOf } from './shared.js';
import { SubscriptionActions, SubscriptionButtons } from './subscription-actions.js';
import { SubscriptionBadge } from './subscriptions-screen.js';

export interface SubscriptionView {
  readonly subscription: ListedSubscription;
  readonly gyms: readonly ListedGym[];
  readonly deliveries: ListPage<DeliveryShown>;
  /** Why an action was refused. */
  readonly problem?: Problem | undefined;
}

export function subscriptionScreen(page: ConsolePage, view: SubscriptionView): VNode {
  const words = wordsOf(page);
  const { subscription, deliveries, problem } = view;
  const state = page.query.text('state');
  const mayChange = page.may('WEBHOOK_WRITE');
  return (
    <Frame
      page={page}
      title={subscription.url}
      back={{ href: DEVELOPERS, label: words.tabs.subscriptions }}
      done={words.done}
      actions={mayChange && <SubscriptionButtons page={page} subscription={subscription} />}
    >
      {problem && (
        <p class="alert" role="alert">
          {problemText(page.words, problem, words.problems)}
        </p>
      )}
      {subscription.disabledReason && (
        <p class="alert">{words.subscriptions.reasons[subscription.disabledReason]}</p>
      )}
      <SubscriptionFacts page={page} view={view} />
      <Panel title={words.deliveries.title}>
        <StateFilter page={page} />
        {deliveries.items.length === 0 ? (
          <EmptyState title={words.deliveries.none}>{words.deliveries.noneHint}</EmptyState>
        ) : (
          <DeliveriesTable page={page} rows={deliveries.items} />
        )}
        <Pager page={page} nextCursor={deliveries.nextCursor} query={{ state }} />
      </Panel>
      {mayChange && <SubscriptionActions page={page} subscription={subscription} />}
    </Frame>
  );
}

function SubscriptionFacts({ page, view }: { page: ConsolePage; view: SubscriptionView }): VNode {
  const { subscriptions: words } = wordsOf(page);
  const { subscription: row, gyms } = view;
  const types = row.eventTypes?.map((type) => eventName(page, type)).join(', ');
  const retry =
    typeof row.retry === 'string' ? words.retries[row.retry] : ownWaits(page, row.retry);
  const dateTime = (at: string) => page.formats.dateTime(at);
  const until = row.previousSecretUntil;
  return (
    <>
      <Facts
        facts={[
          [words.state, <SubscriptionBadge page={page} row={row} />],
          [words.types, types ?? words.allTypes],
          [page.words.gym, gymName(page, gyms, { id: row.gymId, none: page.words.allGyms })],
          [words.retry, retry],
          [words.since, dateTime(row.disabledAt ?? row.createdAt)],
        ]}
      />
      {row.replayFrom && <p role="status">{words.replaying(dateTime(row.replayFrom))}</p>}
      {until && <p class="quiet">{words.overlap(dateTime(until))}</p>}
    </>
  );
}

/** As they were set by the API: `30 s, 10 min`. */
function ownWaits(page: ConsolePage, waits: readonly number[]): string {
  const { ownRetry } = wordsOf(page).subscriptions;
  const shown = waits.map((seconds) => page.formats.duration(seconds)).join(', ');
  return `${ownRetry}: ${shown || page.words.none}`;
}

function StateFilter({ page }: { page: ConsolePage }): VNode {
  const { deliveries: words } = wordsOf(page);
  const state = { values: { state: page.query.text('state') } };
  return (
    <form method="get" action={page.path} class="filters">
      <SelectField
        page={page}
        state={state}
        name="state"
        label={words.state}
        required
        choices={[
          { value: '', label: page.words.all },
          ...Object.entries(words.states).map(([value, label]) => ({ value, label })),
        ]}
      />
      <button>{page.words.filter}</button>
    </form>
  );
}
