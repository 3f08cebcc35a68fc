import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { problemText } from '../frame/form-state.js';
import { ConsoleForm } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { Facts, Panel } from '../frame/list.js';
import type { Problem } from '../frame/problem.js';
import { DeliveryBadge } from './deliveries-table.js';
import { eventName } from './event-names.js';
import type { AttemptShown, DeliveryShown } from './records.js';
import { DEVELOPERS, wordsOf } from './shared.js';

interface DeliveryView {
  readonly delivery: DeliveryShown;
  readonly problem?: Problem | undefined;
}

export function deliveryScreen(page: ConsolePage, { delivery, problem }: DeliveryView): VNode {
  const words = wordsOf(page);
  const mayResend = page.may('WEBHOOK_WRITE') && delivery.state !== 'PENDING';
  return (
    <Frame
      page={page}
      title={words.deliveries.one}
      back={{
        href: `${DEVELOPERS}/subscriptions/${delivery.subscriptionId}`,
        label: words.deliveries.title,
      }}
      done={words.done}
      actions={
        mayResend && (
          <ConsoleForm
            page={page}
            action={`${DEVELOPERS}/deliveries/${delivery.id}/resend`}
            submit={words.deliveries.resend}
          />
        )
      }
    >
      {problem && (
        <p class="alert" role="alert">
          {problemText(page.words, problem, words.problems)}
        </p>
      )}
      <DeliveryFacts page={page} delivery={delivery} />
      {delivery.attempts
        .map((attempt, at) => ({ attempt, no: at + 1 }))
        .toReversed()
        .map(({ attempt, no }) => (
          <Attempt key={no} page={page} attempt={attempt} no={no} />
        ))}
    </Frame>
  );
}

function DeliveryFacts({
  page,
  delivery: row,
}: {
  page: ConsolePage;
  delivery: DeliveryShown;
}): VNode {
  const { deliveries: words } = wordsOf(page);
  const timeOf = (at: string | null) =>
    at === null ? page.words.none : page.formats.exactTime(at);
  const { eventType } = row;
  return (
    <Facts
      facts={[
        [words.state, <DeliveryBadge page={page} row={row} />],
        [
          words.event,
          eventType === null ? (
            page.words.none
          ) : (
            <a href={`${DEVELOPERS}/events/${row.eventId}`}>{eventName(page, eventType)}</a>
          ),
        ],
        [words.at, timeOf(row.createdAt)],
        row.state === 'PENDING'
          ? [words.next, timeOf(row.nextAttemptAt)]
          : [words.finished, timeOf(row.finishedAt)],
      ]}
    />
  );
}

interface AttemptProps {
  readonly page: ConsolePage;
  readonly attempt: AttemptShown;
  readonly no: number;
}

/** Both sides of one attempt. */
function Attempt({ page, attempt, no }: AttemptProps): VNode {
  const { deliveries: words } = wordsOf(page);
  const { request, response } = attempt;
  const head = request && [
    `POST ${attempt.url ?? ''}`.trim(),
    ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return (
    <Panel title={words.attempt(no)}>
      <p>{attemptText(page, attempt)}</p>
      <h3>{words.request}</h3>
      {request && head ? (
        <pre tabindex={0}>{`${head.join('\n')}\n\n${pretty(request.body)}`}</pre>
      ) : (
        <p class="quiet">{words.notKept}</p>
      )}
      <h3>{words.response}</h3>
      {response ? (
        <>
          <pre tabindex={0}>{response.isCut ? response.body : pretty(response.body)}</pre>
          {response.isCut && <p class="quiet">{words.cut}</p>}
        </>
      ) : (
        <p class="quiet">{words.notKept}</p>
      )}
    </Panel>
  );
}

/** `500 · in 31 ms · 21/11/2026, 17:04:10` */
function attemptText(page: ConsolePage, { status, durationMs, error, at }: AttemptShown): string {
  const { deliveries: words } = wordsOf(page);
  const outcome = status === undefined ? `${words.noAnswer}: ${error ?? ''}` : String(status);
  const took = durationMs === undefined ? [] : [words.took(page.formats.number(durationMs))];
  return [outcome, ...took, page.formats.exactTime(at)].join(' · ');
}

/** JSON in lines; any other text as it is. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
