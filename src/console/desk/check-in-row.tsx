import type { VNode } from 'preact';
import type { SeenCheckIn } from '../../check-in-validation/index.js';
import { deskPath, type DeskContext } from '../layout/desk-context.js';
import { canBeValidated, isUnknown, outcomeOf, toneOf } from '../words/outcome.js';
import { groupedId, displayName, timeAt } from '../layout/format-person.js';

interface RowProps {
  readonly context: DeskContext;
  readonly checkIn: SeenCheckIn;
  readonly now: Date;
}

/** One check-in on the list: person, state and action. */
export function CheckInRow({ context, checkIn, now }: RowProps): VNode {
  const { words } = context;
  const { id } = checkIn;
  const outcome = outcomeOf(checkIn);
  const name = displayName(words, checkIn);
  const isWaiting = checkIn.state === 'PENDING';
  return (
    <li class={`person tone-${toneOf(outcome)}`} id={`person-${id}`} data-name={name}>
      {isWaiting && context.maySeeMembers && checkIn.hasPhoto && (
        <img
          class="person-photo"
          src={`/admin/v1/customers/${checkIn.customerId}/photo`}
          alt=""
          width="56"
          height="56"
          loading="lazy"
        />
      )}
      <div class="person-who">
        <h3 class="person-name">{name}</h3>
        <p class="person-facts">
          {outcome !== 'waiting' && <span class="badge">{words.badge[outcome]}</span>}
          <Facts context={context} checkIn={checkIn} now={now} />
        </p>
        {isWaiting && outcome !== 'waiting' && (
          <p class="person-note">{words.outcome[outcome].text}</p>
        )}
        {isUnknown(checkIn) && context.mayLink && (
          <a class="person-link" href={deskPath(context, `check-ins/${id}/link`)} id={`link-${id}`}>
            {words.row.link}
            <span class="unseen"> {name}</span>
          </a>
        )}
      </div>
      {canBeValidated(checkIn) && (
        <form method="post" action={deskPath(context, `check-ins/${id}/validate`)} data-live>
          <button class={isWaiting ? 'main big' : ''} id={`validate-${id}`}>
            {isWaiting ? words.row.validate : words.row.again}
            <span class="unseen"> {name}</span>
          </button>
        </form>
      )}
    </li>
  );
}

function Facts({ context, checkIn, now }: RowProps): VNode {
  const { words, gym } = context;
  const time = (at: Date) => timeAt(words, gym.timeZone, at);
  const isWaiting = checkIn.state === 'PENDING';
  const minutes = Math.ceil((checkIn.expiresAt.getTime() - now.getTime()) / 60_000);
  return (
    <>
      <span>
        {checkIn.state === 'VALIDATED' && checkIn.validatedAt
          ? words.row.validated(time(checkIn.validatedAt))
          : words.row.arrived(time(checkIn.eventAt))}
      </span>
      {isWaiting && (
        <span class={minutes <= 5 ? 'soon' : undefined}>
          {minutes > 0 ? words.row.minutesLeft(minutes) : words.row.late}
        </span>
      )}
      {checkIn.bookingNumber && <span>{words.row.booked}</span>}
      {checkIn.productDescription && <span>{checkIn.productDescription}</span>}
      <span class="digits">
        {words.row.wellhubId} {groupedId(checkIn.wellhubId)}
      </span>
    </>
  );
}
