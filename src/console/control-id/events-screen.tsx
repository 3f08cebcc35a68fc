import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { Frame } from '../frame/frame.js';
import { Badge, DataTable, EmptyState, Pager, Panel } from '../frame/list.js';
import type { ListedCommand, DeviceEvent } from './control-id-device.js';
import { logInFor } from '../layout/desk-context.js';
import { CONTROL_ID_WORDS } from './control-id-words.js';

export interface EventsView {
  readonly id: number;
  readonly name: string;
  readonly zone: string | undefined;
  readonly found: { readonly items: readonly DeviceEvent[]; readonly nextCursor: string | null };
  readonly commands: readonly ListedCommand[];
}

interface EventsProps {
  readonly page: ConsolePage;
  readonly view: EventsView;
}

/** What the device tells besides scans, newest first; loaded again every few seconds. */
export function deviceEventsScreen(page: ConsolePage, view: EventsView): VNode {
  const { events: words } = page.textsOf(CONTROL_ID_WORDS);
  const { id, name, found, commands } = view;
  const isLive = page.query.text('cursor') === '';
  return (
    <Frame
      page={page}
      title={words.title}
      lead={words.lead}
      back={{ href: `/console/doors/${id}`, label: name || String(id) }}
      done={{ opened: words.opened }}
      {...(isLive && { script: 'door-feed.js' })}
    >
      {isLive && <LiveState page={page} view={view} />}
      <div id="decisions">
        {commands.length > 0 && <Commands page={page} view={view} />}
        {found.items.length === 0 ? (
          <EmptyState title={words.none}>{words.noneHint}</EmptyState>
        ) : (
          <Events page={page} view={view} />
        )}
        <Pager page={page} nextCursor={found.nextCursor} />
      </div>
    </Frame>
  );
}

/** For the browser code; without it the list is as old as the page. */
function LiveState({ page, view }: EventsProps): VNode {
  const { live, stale, over, logIn } = page.textsOf(CONTROL_ID_WORDS).events;
  return (
    <p
      id="feed-state"
      class="quiet"
      role="status"
      hidden
      data-words={JSON.stringify({ live, stale, over, logIn })}
      data-log-in={logInFor(page.path)}
      data-time-zone={view.zone ?? 'UTC'}
    >
      {live}
    </p>
  );
}

function Events({ page, view: { found, zone } }: EventsProps): VNode {
  const { events: words } = page.textsOf(CONTROL_ID_WORDS);
  return (
    <DataTable
      caption={words.title}
      rows={found.items}
      keyOf={({ id }) => id}
      columns={[
        {
          title: words.at,
          cell: ({ at, timeUnknown }) =>
            timeUnknown ? words.timeUnknown : page.formats.exactTime(at, zone),
        },
        { title: words.what, cell: ({ type }) => words.types[type] ?? type },
        {
          title: words.who,
          cell: ({ customerId }) =>
            customerId === null ? (
              ''
            ) : page.may('CUSTOMER_READ') ? (
              <a href={`/console/members/${customerId}`}>{customerId}</a>
            ) : (
              customerId
            ),
        },
        { title: words.detail, cell: ({ detail }) => detail ?? '' },
      ]}
    />
  );
}

function Commands({ page, view: { commands, zone } }: EventsProps): VNode {
  const { commands: words, events } = page.textsOf(CONTROL_ID_WORDS);
  return (
    <Panel title={words.title}>
      <DataTable
        caption={words.title}
        rows={commands}
        keyOf={({ commandId }) => commandId}
        columns={[
          { title: events.at, cell: ({ createdAt }) => page.formats.exactTime(createdAt, zone) },
          { title: events.what, cell: ({ kind }) => words.kinds[kind.toUpperCase()] ?? kind },
          {
            title: words.state,
            cell: ({ state }) => (
              <Badge tone={state === 'DONE' ? 'good' : state === 'FAILED' ? 'bad' : 'wait'}>
                {words.states[state] ?? state}
              </Badge>
            ),
          },
          { title: events.detail, cell: ({ error }) => error ?? '' },
        ]}
      />
    </Panel>
  );
}
