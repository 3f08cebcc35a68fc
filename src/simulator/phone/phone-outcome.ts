import { isAccepted, type PartnerAnswer } from '../partner/partner-call.js';
import type { RegisterOutcome } from '../partner/registration.js';
import type { CheckInOutcome } from '../wellhub/simulated-wellhub.js';

/** What happened, for a person: a headline, plain sentences, and the answer behind them. */
export interface PhoneOutcome {
  readonly isGood: boolean;
  readonly title: string;
  readonly lines: readonly string[];
  readonly answer?: string;
}

/** The result of a check-in and its webhook. */
export function describeCheckIn(outcome: CheckInOutcome): PhoneOutcome {
  const [delivery] = outcome.deliveries;
  const attempts = delivery?.attempts ?? [];
  const last = attempts.at(-1);
  const until = timeOf(outcome.checkIn.expiresAt);
  const open = `Wellhub has your check-in. The gym can validate it until ${until}.`;
  if (last === undefined) return { isGood: true, title: 'Checked in', lines: [open] };
  const times = attempts.length === 1 ? '' : ` It was sent ${attempts.length} times.`;
  return delivery?.accepted === true
    ? {
        isGood: true,
        title: 'Checked in',
        lines: [open, `The gym’s software has taken the message.${times}`],
        answer: shownAnswer(last),
      }
    : {
        isGood: false,
        title: 'Checked in, but the gym does not know yet',
        lines: [open, `${whyRefused(last, WEBHOOK_HINTS)}${times}`],
        answer: shownAnswer(last),
      };
}

/** Why joining did not lead to a page of the gym. */
export function describeRegistration(outcome: RegisterOutcome): PhoneOutcome {
  const last = outcome.users ?? outcome.token;
  const step = outcome.users === undefined ? 'asking for a token' : 'registering the user';
  const why = isAccepted(last)
    ? 'The answer names no page to go to.'
    : whyRefused(last, outcome.users === undefined ? TOKEN_HINTS : USERS_HINTS);
  return {
    isGood: false,
    title: 'Joining did not work',
    lines: [`It stopped at ${step}.`, why],
    answer: shownAnswer(last),
  };
}

export function describeProblems(lines: readonly string[]): PhoneOutcome {
  return { isGood: false, title: 'Please correct the form', lines };
}

/** The local time of a moment, to the minute. */
export function timeOf(moment: Date): string {
  return moment.toTimeString().slice(0, 5);
}

type Hints = Readonly<Record<number, string>>;

const WEBHOOK_HINTS: Hints = {
  401: 'The gym’s software refused the signature: hook or webhook secret do not match.',
  404: 'There is no webhook receiver at that address.',
  422: 'The gym’s software found something missing in the message.',
  503: 'The gym’s software could not store the message.',
};
const TOKEN_HINTS: Hints = { 403: 'The gym’s software does not know this API key.' };
const USERS_HINTS: Hints = {
  400: 'The gym’s software found something missing in the registration.',
  401: 'The gym’s software did not accept the token it had just given.',
};

function whyRefused(exchange: PartnerAnswer, hints: Hints): string {
  if (exchange.error === 'timeout') return 'The gym’s software did not answer in time.';
  if (exchange.status === undefined) return 'The gym’s software could not be reached.';
  return hints[exchange.status] ?? `The gym’s software answered ${exchange.status}.`;
}

function shownAnswer(exchange: PartnerAnswer): string {
  if (exchange.status === undefined) return `no answer (${exchange.error})`;
  const body = typeof exchange.body === 'string' ? exchange.body : JSON.stringify(exchange.body);
  return `${exchange.status} ${body}`.slice(0, 500);
}
