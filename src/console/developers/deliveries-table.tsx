import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { Badge, DataTable, type Tone } from '../frame/list.js';
import { eventName } from './event-names.js';
import type { DeliveryShown } from './records.js';
import { DEVELOPERS, wordsOf } from './shared.js';

const TONES: Record<DeliveryShown['state'], Tone> = {
  PENDING: 'wait',
  DELIVERED: 'good',
  FAILED: 'bad',
};

export function DeliveryBadge({ page, row }: { page: ConsolePage; row: DeliveryShown }): VNode {
  return <Badge tone={TONES[row.state]}>{wordsOf(page).deliveries.states[row.state]}</Badge>;
}

interface DeliveriesProps {
  readonly page: ConsolePage;
  readonly rows: readonly DeliveryShown[];
}

export function DeliveriesTable({ page, rows }: DeliveriesProps): VNode {
  const { deliveries: words } = wordsOf(page);
  return (
    <DataTable
      caption={words.title}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          title: words.event,
          cell: ({ id, eventType }) => (
            <a href={`${DEVELOPERS}/deliveries/${id}`}>
              {eventType === null ? words.one : eventName(page, eventType)}
            </a>
          ),
        },
        { title: words.state, cell: (row) => <DeliveryBadge page={page} row={row} /> },
        { title: words.last, cell: (row) => lastAnswer(page, row) },
        { title: words.attempts, cell: ({ attempts }) => attempts.length, isNumber: true },
        { title: words.at, cell: ({ createdAt }) => page.formats.exactTime(createdAt) },
      ]}
    />
  );
}

function lastAnswer(page: ConsolePage, { attempts }: DeliveryShown): string {
  const { deliveries: words } = wordsOf(page);
  const last = attempts.at(-1);
  if (!last) return words.notTried;
  return last.status === undefined ? words.noAnswer : String(last.status);
}
