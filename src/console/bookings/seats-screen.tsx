import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { DataTable, EmptyState, Pager } from '../frame/list.js';
import { BOOKINGS_WORDS } from './bookings-words.js';
import { BOOKINGS } from './bookings-screen.js';
import type { Paged, SlotOfGym } from './listed-booking.js';

export interface SeatsView {
  readonly gym: ListedGym;
  readonly found: Paged<SlotOfGym>;
  /** Of the class whose number was refused. */
  readonly refused?: FormState;
}

/** How many places of each class are taken, and the form that corrects it. */
export function seatsScreen(page: ConsolePage, view: SeatsView): VNode {
  const words = page.textsOf(BOOKINGS_WORDS);
  const { gym, found } = view;
  const { seatColumns: columns } = words;
  const number = (value: number) => page.formats.number(value);
  return (
    <Frame
      page={page}
      title={`${words.seats}: ${gym.name}`}
      lead={words.seatsLead}
      back={{ href: `${BOOKINGS}?gymId=${gym.id}`, label: page.words.sections.bookings }}
    >
      {found.items.length === 0 ? (
        <EmptyState title={words.noSeats}>{words.noSeatsHint}</EmptyState>
      ) : (
        <DataTable
          caption={words.seats}
          rows={found.items}
          keyOf={keyOfSlot}
          columns={[
            { title: columns.place, cell: (slot) => words.place(slot.classId, slot.slotId) },
            { title: columns.requested, cell: (slot) => number(slot.requested), isNumber: true },
            { title: columns.reserved, cell: (slot) => number(slot.reserved), isNumber: true },
            { title: columns.number, cell: (slot) => takenOf(page, slot) },
            ...(page.may('CHECKIN_WRITE')
              ? [
                  {
                    title: columns.change,
                    cell: (slot: SlotOfGym) => <SeatForm page={page} view={view} slot={slot} />,
                  },
                ]
              : []),
          ]}
        />
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={{ gymId: String(gym.id) }} />
    </Frame>
  );
}

export const keyOfSlot = ({ classId, slotId }: Pick<SlotOfGym, 'classId' | 'slotId'>) =>
  `${classId}-${slotId}`;

function takenOf(page: ConsolePage, slot: SlotOfGym): string {
  const words = page.textsOf(BOOKINGS_WORDS);
  const { totalBooked, totalCapacity, isSent } = slot;
  if (totalBooked === null) return words.notCounted;
  const taken = [totalBooked, totalCapacity]
    .filter((value) => value !== null)
    .map((value) => page.formats.number(value));
  return taken.join(' / ') + (isSent === false ? ` (${words.notSent})` : '');
}

function SeatForm({ page, view, slot }: { page: ConsolePage; view: SeatsView; slot: SlotOfGym }) {
  const words = page.textsOf(BOOKINGS_WORDS);
  const key = keyOfSlot(slot);
  const isRefused = view.refused?.values['slot'] === key;
  const values = isRefused
    ? (view.refused?.values ?? {})
    : { totalBooked: slot.totalBooked ?? '', totalCapacity: slot.totalCapacity ?? '' };
  const field = (name: 'totalBooked' | 'totalCapacity', label: string) => (
    <p class="field">
      <label for={`${name}-${key}`}>{label}</label>
      <input
        id={`${name}-${key}`}
        name={name}
        inputmode="numeric"
        maxLength={7}
        value={values[name]}
        required={name === 'totalBooked'}
      />
    </p>
  );
  return (
    <details {...(isRefused && { open: true })}>
      <summary>{words.seatColumns.change}</summary>
      <ConsoleForm
        page={page}
        action={`${BOOKINGS}/seats`}
        submit={page.words.save}
        problems={{ 'request.invalid': words.wrongNumber }}
        hidden={{ gymId: String(view.gym.id), classId: slot.classId, slotId: slot.slotId }}
        {...(isRefused && view.refused && { state: view.refused })}
      >
        <p class="hint">{words.seatsHint}</p>
        {field('totalBooked', words.booked)}
        {field('totalCapacity', `${words.capacity} (${page.words.optional})`)}
      </ConsoleForm>
    </details>
  );
}
