import { randomUUID } from 'node:crypto';
import { isGatehouseError } from '@gatehouse/client';
import { EXIT, type ExitCode } from '../terminal/exit-codes.js';
import {
  customerOf,
  order,
  requireAccepted,
  pollFor,
  type SimulatedCall,
  type SandboxStage,
} from './stage.js';

/** What happened, for people and programs, and what to look at next. */
export interface Played {
  readonly value: object;
  readonly lines: readonly string[];
  readonly next: readonly string[];
  readonly exitCode?: ExitCode;
}

const nameOf = ({ person }: SandboxStage) => `${person.firstName} ${person.lastName}`;

/** The person chooses the gym in the Wellhub app. */
export async function playRegistration(stage: SandboxStage): Promise<Played> {
  const { gpwId, email, firstName, lastName } = stage.person;
  const outcome = await order<{
    token: SimulatedCall;
    users?: SimulatedCall;
    redirectLink?: string;
  }>(stage, 'register', { gpwId, email, firstName, lastName, origin: 'web' });
  requireAccepted('Wellhub registered the user', outcome.users ?? outcome.token);
  return {
    value: { person: stage.person, redirectLink: outcome.redirectLink },
    lines: [
      `Wellhub registered ${nameOf(stage)} (${gpwId}); the service answered with a link:`,
      outcome.redirectLink ?? '(none)',
    ],
    next: ['Open the link to sign up as that person.', 'Then: gatehouse trigger checkin'],
  };
}

interface CheckIn {
  readonly id: string;
  readonly gympassId: string;
  readonly state: string;
}

/** The person taps "check in" at the gym; Wellhub sends its webhook. */
export async function playCheckIn(stage: SandboxStage): Promise<Played> {
  const { wellhubId, email, firstName, lastName } = stage.person;
  const before = (await checkInsOf(stage)).map(({ id }) => id);
  const outcome = await order<{
    event: object;
    deliveries: { attempts: SimulatedCall[] }[];
  }>(stage, 'check-in', { wellhubId, email, firstName, lastName });
  requireAccepted('Wellhub sent the check-in', outcome.deliveries[0]?.attempts.at(-1));
  const isSettled = ({ id, state }: CheckIn) => state !== 'PENDING' && !before.includes(id);
  const fresh = await pollFor(stage, async () => (await checkInsOf(stage)).find(isSettled));
  // A second one on the same day may be the first one's.
  const settled = fresh ?? (await checkInsOf(stage)).find(({ state }) => state !== 'PENDING');
  return {
    value: { person: stage.person, event: outcome.event, checkIn: settled ?? null },
    lines: [
      `${nameOf(stage)} (${wellhubId}) checked in; the service took Wellhub's webhook.`,
      settled
        ? `The check-in ${settled.id} is ${settled.state}.`
        : 'The check-in is not validated yet.',
    ],
    next: settled
      ? ['gatehouse trigger scan', 'gatehouse events tail']
      : ['Does a worker run (ROLE=worker or all)? gatehouse events tail shows what comes.'],
  };
}

/** Newest first. */
async function checkInsOf({ gatehouse, sandbox, person }: SandboxStage): Promise<CheckIn[]> {
  const path = { gymId: sandbox.gymId };
  const list = gatehouse.list<CheckIn>('/admin/v1/gyms/{gymId}/check-ins', {
    path,
    query: { limit: 50 },
  });
  return (await list.page()).items.filter(({ gympassId }) => gympassId === person.wellhubId);
}

/** The person holds the code of the app to the turnstile. */
export async function playScan(stage: SandboxStage): Promise<Played> {
  const customer = await customerOf(stage);
  if (!customer)
    return {
      value: { opened: false, reason: 'no customer' },
      lines: [`The service knows no customer with the Wellhub id ${stage.person.wellhubId}.`],
      next: ['gatehouse trigger checkin'],
      exitCode: EXIT.failed,
    };
  const path = { id: customer.id };
  const code = await stage.gatehouse.get<{ content: string }>('/v1/customers/{id}/access-code', {
    path,
  });
  const identification = { type: 'QR_CODE', value: code.content };
  try {
    const answer = await stage.door.post<object>('/open-api/device/cardreader/identification', {
      body: { identification, nonce: randomUUID() },
    });
    return {
      value: { opened: true, answer },
      lines: [`${nameOf(stage)} showed the code ${code.content}: the door opened.`],
      next: ['gatehouse events tail: CUSTOMER_CHECKIN'],
    };
  } catch (error) {
    if (!isGatehouseError(error) || error.status === undefined) throw error;
    return {
      value: { opened: false, reason: error.code, answer: error.body },
      lines: [`${nameOf(stage)} showed a code, and the door stayed shut: ${error.code}.`],
      next: [`${stage.call.connection.url}/console shows the decision of the door.`],
      exitCode: EXIT.refused,
    };
  }
}

/** The person ends the Wellhub plan, or comes back. */
export const playUserStatus =
  (event: 'cancel' | 'change') =>
  async (stage: SandboxStage): Promise<Played> => {
    const { gpwId } = stage.person;
    const { target } = await order<{ target: { hook: string } | null }>(stage, 'target');
    const isCancel = event === 'cancel';
    const body = {
      user_id: gpwId,
      plan_id: isCancel ? '0' : '3',
      event_id: randomUUID(),
      event_time: Date.now(),
      event_type: `wellness-user-plan-${isCancel ? 'canceled' : 'changed'}`,
    };
    const path = `/wellhub/${target?.hook}/users/${event}`;
    const answer = await order<SimulatedCall>(stage, 'raw', { body, path });
    requireAccepted('Wellhub sent the change of the user', answer);
    return {
      value: { person: stage.person, event: body },
      lines: [`Wellhub told that ${nameOf(stage)} (${gpwId}) ${isCancel ? 'left' : 'has plan 3'}.`],
      next: [`gatehouse events tail: WELLHUB_USER_${isCancel ? 'CANCELED' : 'CHANGED'}`],
    };
  };

/** Wellhub forgets the open check-ins of the person: what the service has not validated is not paid. */
export const playEndOfCheckIns =
  (how: 'cancel' | 'expire') =>
  async (stage: SandboxStage): Promise<Played> => {
    const { wellhubId } = stage.person;
    const ended = await order<Record<string, number>>(stage, how, { wellhubId });
    const [count = 0] = Object.values(ended);
    return {
      value: { person: stage.person, ended: count },
      lines: [`${count} open check-ins of ${nameOf(stage)} (${wellhubId}) ended at Wellhub.`],
      next:
        count > 0
          ? ['gatehouse events tail: WELLHUB_CHECKIN_FAILED']
          : ['gatehouse trigger checkin'],
    };
  };

/** The person books a class, or gives the place back. */
export const playBooking =
  (event: 'requested' | 'canceled' | 'late-canceled') =>
  async (stage: SandboxStage): Promise<Played> => {
    const { wellhubId, email, firstName, lastName } = stage.person;
    const bookingNumber = `B-${wellhubId}`;
    const outcome = await order<{ deliveries: { attempts: SimulatedCall[] }[] }>(stage, 'booking', {
      event,
      wellhubId,
      bookingNumber,
      email,
      name: `${firstName} ${lastName}`,
    });
    requireAccepted('Wellhub sent the booking', outcome.deliveries[0]?.attempts.at(-1));
    return {
      value: { person: stage.person, bookingNumber, event: `booking-${event}` },
      lines: [`Wellhub sent booking-${event} ${bookingNumber} of ${nameOf(stage)}.`],
      next: ['gatehouse events tail: WELLHUB_BOOKING_…'],
    };
  };
