import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { Frame } from '../frame/frame.js';
import { GymField } from '../frame/gym-field.js';
import { Badge, DataTable, EmptyState, Pager, Panel } from '../frame/list.js';
import { BOOKINGS_WORDS } from './bookings-words.js';
import { CancelForm, DecisionForms } from './decision-forms.js';
import {
  BOOKING_STATE_NAMES,
  BOOKING_TONES,
  type ListedBooking,
  type Paged,
} from './listed-booking.js';

export const BOOKINGS = '/console/bookings';

export interface BookingsScreenView {
  readonly gyms: readonly ListedGym[];
  readonly gym: ListedGym;
  /** Empty: all of them. */
  readonly state: string;
  readonly waiting: readonly ListedBooking[];
  readonly found: Paged<ListedBooking>;
  readonly names: ReadonlyMap<number, string>;
}

export interface BookingsPart {
  readonly page: ConsolePage;
  readonly view: BookingsScreenView;
}

/** What waits for a decision, the least time first; then every booking. */
export function bookingsScreen(page: ConsolePage, view: BookingsScreenView): VNode {
  const words = page.textsOf(BOOKINGS_WORDS);
  const { gym, found, state, waiting } = view;
  return (
    <Frame
      page={page}
      title={page.words.sections.bookings}
      lead={words.lead}
      done={words.done}
      failed={{ late: words.done.late }}
      script="bookings.js"
      actions={
        <a class="button second" href={`${BOOKINGS}/seats?gymId=${gym.id}`}>
          {words.seats}
        </a>
      }
    >
      <Panel title={words.waiting}>
        <p class="hint">{waiting.length === 0 ? words.noneWaiting : words.waitingHint}</p>
        {waiting.length > 0 && <Requests page={page} view={view} />}
      </Panel>
      <h2>{words.all}</h2>
      <Filters page={page} view={view} />
      {found.items.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
      ) : (
        <AllBookings page={page} view={view} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={{ gymId: String(gym.id), state }} />
    </Frame>
  );
}

function Filters({ page, view }: BookingsPart): VNode {
  const words = page.textsOf(BOOKINGS_WORDS);
  const states = BOOKING_STATE_NAMES.map((value) => ({ value, label: words.states[value] }));
  return (
    <form method="get" action={BOOKINGS} class="filters">
      <GymField page={page} gyms={view.gyms} gymId={view.gym.id} />
      <SelectField
        page={page}
        state={{ values: { state: view.state } }}
        name="state"
        label={words.state}
        required
        choices={[{ value: '', label: page.words.all }, ...states]}
      />
      <button>{page.words.filter}</button>
    </form>
  );
}

function Requests({ page, view }: BookingsPart): VNode {
  const words = page.textsOf(BOOKINGS_WORDS);
  const { columns } = words;
  const decides = page.may('CHECKIN_WRITE');
  return (
    <DataTable
      caption={words.waiting}
      rows={view.waiting}
      keyOf={({ id }) => id}
      columns={[
        { title: columns.person, cell: (row) => <Booker page={page} view={view} row={row} /> },
        { title: columns.place, cell: (row) => placeOf(page, row) },
        {
          title: columns.left,
          cell: ({ decideBefore }) => decideBefore && timeLeft(page, view.gym, decideBefore),
        },
        ...(decides
          ? [
              {
                title: columns.action,
                cell: (row: ListedBooking) =>
                  row.decision === null ? (
                    <DecisionForms page={page} booking={row} />
                  ) : (
                    words.sending
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Counts down where there is script. */
const timeLeft = (page: ConsolePage, gym: ListedGym, until: string): VNode => {
  const words = page.textsOf(BOOKINGS_WORDS);
  return (
    <span>
      <strong data-until={until}>{page.formats.ago(until)}</strong>{' '}
      <span class="quiet">{words.until(page.formats.time(until, gym.timeZone))}</span>
    </span>
  );
};

function AllBookings({ page, view }: BookingsPart): VNode {
  const words = page.textsOf(BOOKINGS_WORDS);
  const { columns } = words;
  return (
    <DataTable
      caption={words.all}
      rows={view.found.items}
      keyOf={({ id }) => id}
      columns={[
        { title: columns.person, cell: (row) => <Booker page={page} view={view} row={row} /> },
        { title: columns.place, cell: (row) => placeOf(page, row) },
        {
          title: columns.asked,
          cell: ({ requestedAt, createdAt }) =>
            page.formats.dateTime(requestedAt ?? createdAt, view.gym.timeZone),
        },
        {
          title: columns.state,
          cell: ({ state }) => <Badge tone={BOOKING_TONES[state]}>{words.states[state]}</Badge>,
        },
        ...(page.may('CHECKIN_WRITE')
          ? [
              {
                title: columns.action,
                cell: (row: ListedBooking) =>
                  row.state === 'RESERVED' && row.decision !== 'CANCELLED_BY_GYM' ? (
                    <CancelForm page={page} booking={row} />
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}

function Booker({ page, view, row }: BookingsPart & { row: ListedBooking }): VNode {
  const name = view.names.get(row.customerId);
  const shown = name || (row.gympassId.startsWith('erased-') ? page.words.none : row.gympassId);
  if (name === undefined) return <>{shown}</>;
  return <a href={`/console/members/${row.customerId}`}>{shown}</a>;
}

function placeOf(page: ConsolePage, { classId, slotId }: ListedBooking): string {
  const words = page.textsOf(BOOKINGS_WORDS);
  return classId !== null && slotId !== null ? words.place(classId, slotId) : words.noPlace;
}
