import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import { BOOKINGS_WORDS } from './bookings-words.js';
import { REJECT_REASONS, type ListedBooking } from './listed-booking.js';

interface DecisionProps {
  readonly page: ConsolePage;
  readonly booking: ListedBooking;
}

const pathOf = ({ id }: ListedBooking, what: string) => `/console/bookings/${id}/${what}`;
const gymOf = ({ gymId }: ListedBooking) => ({ gymId: String(gymId) });

/** Accept by one press; reject with a reason. */
export function DecisionForms({ page, booking }: DecisionProps): VNode {
  const words = page.textsOf(BOOKINGS_WORDS);
  const field = `reason-${booking.id}`;
  return (
    <div>
      <ConsoleForm
        page={page}
        action={pathOf(booking, 'accept')}
        submit={words.accept}
        hidden={gymOf(booking)}
      />
      <ConfirmedAction
        page={page}
        label={words.reject}
        consequence={words.rejectHint}
        action={pathOf(booking, 'reject')}
        submit={words.reject}
        hidden={gymOf(booking)}
      >
        <p class="field">
          <label for={field}>{words.reason}</label>
          <select id={field} name="reasonCategory">
            {REJECT_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {words.reasons[reason]}
              </option>
            ))}
          </select>
        </p>
      </ConfirmedAction>
    </div>
  );
}

export function CancelForm({ page, booking }: DecisionProps): VNode {
  const words = page.textsOf(BOOKINGS_WORDS);
  return (
    <ConfirmedAction
      page={page}
      label={words.cancel}
      consequence={words.cancelHint}
      action={pathOf(booking, 'cancel')}
      submit={words.cancel}
      hidden={gymOf(booking)}
    />
  );
}
