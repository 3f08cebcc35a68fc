import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { Frame } from '../frame/frame.js';
import { DataTable, EmptyState, Facts, Pager, Panel } from '../frame/list.js';
import { DeliveriesTable } from './deliveries-table.js';
import { EVENT_TYPES_SHOWN, eventName } from './event-names.js';
import type { DeliveryShown, EventShown, ListPage } from './records.js';
import { DEVELOPERS, gymName, Tabs, wordsOf } from './shared.js';

interface EventsView {
  readonly found: ListPage<EventShown>;
  readonly type: string;
}

export function eventsScreen(page: ConsolePage, { found, type }: EventsView): VNode {
  const { events: words } = wordsOf(page);
  const choices = EVENT_TYPES_SHOWN.map((value) => ({ value, label: eventName(page, value) }));
  return (
    <Frame page={page} title={page.words.sections.developers} lead={wordsOf(page).lead}>
      <Tabs page={page} current="events" />
      <p>{words.lead}</p>
      <form method="get" action={page.path} class="filters">
        <SelectField
          page={page}
          state={{ values: { type } }}
          name="type"
          label={words.type}
          required
          choices={[{ value: '', label: page.words.all }, ...choices]}
        />
        <button>{page.words.filter}</button>
      </form>
      {found.items.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <EventTable page={page} rows={found.items} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={{ type }} />
    </Frame>
  );
}

function EventTable({ page, rows }: { page: ConsolePage; rows: readonly EventShown[] }): VNode {
  const { events: words } = wordsOf(page);
  return (
    <DataTable
      caption={wordsOf(page).tabs.events}
      rows={rows}
      keyOf={({ uuid }) => uuid}
      columns={[
        {
          title: words.type,
          cell: (row) => (
            <a href={`${DEVELOPERS}/events/${row.uuid}`}>{eventName(page, typeOf(row))}</a>
          ),
        },
        { title: words.about, cell: ({ entityId }) => entityId },
        { title: words.at, cell: (row) => page.formats.exactTime(timeOf(row)) },
      ]}
    />
  );
}

const typeOf = ({ payload }: EventShown): string => payload[0]?.type ?? '';
const timeOf = ({ payload }: EventShown): Date => new Date(payload[0]?.timestamp ?? 0);

interface EventView {
  readonly event: EventShown;
  readonly gyms: readonly ListedGym[];
  readonly deliveries: readonly DeliveryShown[];
}

export function eventScreen(page: ConsolePage, { event, gyms, deliveries }: EventView): VNode {
  const words = wordsOf(page);
  const { gymId = null, createdAt: _stored, ...envelope } = event;
  return (
    <Frame
      page={page}
      title={eventName(page, typeOf(event))}
      back={{ href: `${DEVELOPERS}/events`, label: words.tabs.events }}
    >
      <Facts
        facts={[
          [words.events.type, <code>{typeOf(event)}</code>],
          [words.events.at, page.formats.exactTime(timeOf(event))],
          [page.words.gym, gymName(page, gyms, { id: gymId, none: words.noGym })],
          [words.events.about, event.entityId],
        ]}
      />
      <Panel title={words.events.json}>
        <pre tabindex={0}>{JSON.stringify(envelope, undefined, 2)}</pre>
      </Panel>
      <Panel title={words.events.deliveries}>
        {deliveries.length === 0 ? (
          <p class="quiet">{words.events.nobody}</p>
        ) : (
          <DeliveriesTable page={page} rows={deliveries} />
        )}
      </Panel>
    </Frame>
  );
}
