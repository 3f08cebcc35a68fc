import type { ComponentChildren, VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { Frame } from '../frame/frame.js';
import { Facts, Panel } from '../frame/list.js';
import { pretty } from '../developers/delivery-screen.js';
import type { WellhubWebhook } from '../developers/records.js';
import { DEVELOPERS, gymName, wordsOf } from '../developers/shared.js';
import { wellhubEventName } from './wellhub-event-names.js';
import { WebhookState } from './wellhub-list-screen.js';

interface WebhookView {
  readonly webhook: WellhubWebhook;
  readonly gyms: readonly ListedGym[];
}

/** Screens of other sections. */
const RESULTS = {
  CHECK_IN: { path: '/console/check-ins/:id', scope: 'CHECKIN_READ' },
  BOOKING: { path: '/console/bookings/:id', scope: 'CHECKIN_READ' },
  CUSTOMER: { path: '/console/members/:customerId', scope: 'CUSTOMER_READ' },
} as const;

export function webhookScreen(page: ConsolePage, { webhook, gyms }: WebhookView): VNode {
  const words = wordsOf(page);
  const { wellhub } = words;
  return (
    <Frame
      page={page}
      title={wellhubEventName(page, webhook.type)}
      lead={wellhub.meanings[webhook.state]}
      back={{ href: `${DEVELOPERS}/wellhub`, label: words.tabs.wellhub }}
    >
      <Facts facts={factsOf(page, webhook, gyms)} />
      {page.may('PARTNER_ADMIN') && (
        <Panel title={wellhub.bodyTitle}>
          {webhook.hasBody ? (
            <>
              <p>{wellhub.bodyHint}</p>
              <p>
                <a class="button second" href={`${DEVELOPERS}/wellhub/${webhook.id}/body`}>
                  {wellhub.body}
                </a>
              </p>
            </>
          ) : (
            <p class="quiet">{wellhub.bodyGone}</p>
          )}
        </Panel>
      )}
    </Frame>
  );
}

type Fact = readonly [string, ComponentChildren];

function factsOf(
  page: ConsolePage,
  row: WellhubWebhook,
  gyms: readonly ListedGym[],
): readonly Fact[] {
  const words = wordsOf(page);
  const { wellhub } = words;
  const time = (name: string, at: string | null): readonly Fact[] =>
    at === null ? [] : [[name, page.formats.exactTime(at)]];
  return [
    [wellhub.state, <WebhookState page={page} row={row} />],
    [wellhub.result, <Result page={page} row={row} />],
    ...(row.reason === null ? [] : [[wellhub.reason, <code>{row.reason}</code>] as const]),
    ...time(wellhub.received, row.receivedAt),
    ...time(wellhub.processed, row.processedAt),
    ...time(wellhub.next, row.nextAttemptAt),
    ...(row.attempts === 0 ? [] : [[wellhub.attempts, row.attempts] as const]),
    [wellhub.signature, wellhub.valid],
    [page.words.gym, gymName(page, gyms, { id: row.gymId, none: words.noGym })],
    [wellhub.wellhubGym, row.gympassGymId ?? page.words.none],
    [wellhub.address, gymName(page, gyms, { id: row.hookGymId, none: wellhub.partnerAddress })],
    [wellhub.environment, wellhub.environments[row.environment]],
  ];
}

/** What it made; a link where there is a screen of it. */
function Result({ page, row: { result } }: { page: ConsolePage; row: WellhubWebhook }): VNode {
  const { wellhub: words } = wordsOf(page);
  if (!result) return <>{words.nothing}</>;
  const { path, scope } = RESULTS[result.kind];
  const hasScreen = page.request.server.hasRoute({ method: 'GET', url: path });
  const name = words.results[result.kind];
  return hasScreen && page.may(scope) ? (
    <a href={path.replace(/:\w+$/, String(result.id))}>{name}</a>
  ) : (
    <>{`${name} ${result.id}`}</>
  );
}

interface BodyView {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

export function webhookBodyScreen(page: ConsolePage, { id, type, body }: BodyView): VNode {
  const { wellhub: words } = wordsOf(page);
  return (
    <Frame
      page={page}
      title={words.bodyTitle}
      back={{ href: `${DEVELOPERS}/wellhub/${id}`, label: wellhubEventName(page, type) }}
    >
      <pre tabindex={0}>{pretty(body)}</pre>
    </Frame>
  );
}
