import type { AnswerName } from '../../src/simulator/http/planned-answers.js';

/** What section 5 of the Wellhub contract says about one person at one gym that never asks by itself. */
export type State = 'PENDING' | 'VALIDATED' | 'EXPIRED' | 'CANCELED' | 'NOT_FOUND' | 'REJECTED';

export type Answer = Extract<
  AnswerName,
  'ok' | 'already' | 'expired' | 'canceled' | 'notfound' | 'rejected' | '500' | '429'
>;

/** Times are minutes from now. */
export interface ModelCheckIn {
  state: State;
  /** Ended by our clock, not by Wellhub. */
  byDeadline: boolean;
  number: string | null;
  eventAt: number;
  left: number;
  /** Of the local day after which nobody asks any more; counts once it is overdue. */
  endsIn: number;
  overdue: boolean;
  probe: boolean;
  asked: boolean;
  unanswered: boolean;
  notFoundTries: number;
  webhook: 'none' | 'young' | 'old';
  /** Asked about within the last seconds. */
  justAsked: boolean;
  validatedAt: number;
  alreadyValidated: boolean;
  day: number;
}

export interface Arriving {
  readonly number: string | null;
  readonly eventAt: number;
  readonly left: number;
}

const WINDOW = 35;
/** The worlds of this model begin at noon; the end of the day is 14 hours away. */
const END_OF_DAY = 14 * 60;
const DAY = 24 * 60;

export class CheckInModel {
  readonly all: ModelCheckIn[] = [];
  readonly told = { RECEIVED: 0, VALIDATED: 0, FAILED: 0 };
  calls = 0;
  day = 0;
  /** Who opened the visit: a visit of the desk is taken over by the first scan. */
  inside: 'DESK' | 'GATE' | undefined;
  readonly visits: string[] = [];
  private readonly numbers = new Set<string>();

  /** A webhook of a check-in or of a booked class (4.5). */
  arrive(event: Arriving): void {
    const { number, eventAt, left } = event;
    if (number !== null && this.numbers.has(number)) return;
    if (number !== null) this.numbers.add(number);
    const known = this.newestFirst(({ state, day }) =>
      state === 'VALIDATED' ? day === this.day : state === 'PENDING',
    );
    const fitting = known.filter((one) => one.number === null || number === null);
    const joined =
      known.find((one) => number !== null && one.number === number) ??
      fitting.find(({ state }) => state === 'PENDING') ??
      fitting.find(({ validatedAt }) => eventAt <= validatedAt);
    if (joined) return this.join(joined, event);
    this.add({ number, eventAt, left, webhook: 'young' });
    this.told.RECEIVED += 1;
  }

  /** @returns whether it was re-entry */
  press(one: ModelCheckIn, answer: Answer): boolean {
    if (one.state === 'VALIDATED') {
      if (one.day === this.day) this.enterAtDesk();
      return one.day === this.day;
    }
    this.reopen(one);
    if (one.state === 'PENDING') this.answered(one, answer);
    if (this.stateOf(one) === 'VALIDATED') this.enterAtDesk();
    return false;
  }

  /** The check-in that a typed id means. */
  typed(): ModelCheckIn {
    return this.best(true) ?? this.add({ webhook: 'none', asked: true });
  }

  /** @returns what the door answers */
  scan(answer: Answer): [number, string | undefined] {
    const best = this.best(false);
    if (best?.state !== 'VALIDATED') {
      const refused =
        best && !best.probe ? this.validateNow(best, answer) : this.probe(best, answer);
      if (refused) return refused;
    }
    if (this.inside !== 'DESK') this.visits.push('GATE');
    this.inside = 'GATE';
    const [handed] = this.newestFirst(({ state }) => state === 'PENDING').sort(
      (a, b) => Number(a.probe) - Number(b.probe),
    );
    if (handed) handed.asked = true;
    return [200, undefined];
  }

  /** What the clock ends; then the worker asks about every one that somebody asked for. */
  pass(minutes: number): ModelCheckIn[] {
    if (minutes === DAY) this.day += 1;
    for (const one of this.all) {
      for (const time of ['eventAt', 'left', 'endsIn', 'validatedAt'] as const)
        one[time] -= minutes;
      if (one.webhook === 'young') one.webhook = 'old';
      one.justAsked = false;
      if (one.state === 'PENDING') this.clock(one);
    }
    return this.all.filter(({ state, asked }) => state === 'PENDING' && asked);
  }

  /** One call about one check-in (5.3). */
  answered(one: ModelCheckIn, answer: Answer): void {
    this.calls += 1;
    one.asked = true;
    one.justAsked = true;
    if (answer === '500') one.unanswered = true;
    if (answer === '500' || answer === '429') return;
    if (answer === 'notfound') {
      const isYoung = one.notFoundTries > 0 ? one.notFoundTries < 3 : one.webhook === 'young';
      one.notFoundTries += 1;
      if (!isYoung || one.webhook === 'none') this.end(one, 'NOT_FOUND');
    } else if (answer === 'ok' || answer === 'already') this.validate(one, answer === 'already');
    else this.end(one, answer.toUpperCase() as State);
  }

  private validateNow(one: ModelCheckIn, answer: Answer): [number, string] | undefined {
    this.reopen(one);
    if (one.state === 'PENDING') this.answered(one, answer);
    const state = this.stateOf(one);
    if (state === 'VALIDATED') return undefined;
    return state === 'PENDING' ? [503, 'WELLHUB_UNAVAILABLE'] : [403, `WELLHUB_CHECKIN_${state}`];
  }

  private probe(open: ModelCheckIn | undefined, answer: Answer): [number, string] | undefined {
    const refused: [number, string] = [403, 'WELLHUB_CHECKIN_REQUIRED'];
    const isRecent = ({ probe, justAsked, day }: ModelCheckIn) =>
      probe && justAsked && day >= this.day - 1;
    if (this.all.some(isRecent)) return refused;
    const one = open ?? this.add({ webhook: 'none', asked: true, probe: true });
    this.answered(one, answer);
    return one.state === 'VALIDATED' ? undefined : refused;
  }

  private add(values: Partial<ModelCheckIn>): ModelCheckIn {
    const one: ModelCheckIn = {
      state: 'PENDING',
      byDeadline: false,
      number: null,
      eventAt: 0,
      left: WINDOW,
      endsIn: END_OF_DAY,
      overdue: false,
      probe: false,
      asked: false,
      unanswered: false,
      notFoundTries: 0,
      webhook: 'none',
      justAsked: false,
      validatedAt: -Infinity,
      alreadyValidated: false,
      day: this.day,
      ...values,
    };
    this.all.push(one);
    return one;
  }

  private join(one: ModelCheckIn, { number, eventAt, left }: Arriving): void {
    one.number ??= number;
    if (one.webhook === 'none') one.webhook = 'young';
    if (one.state === 'PENDING') {
      if (one.probe) Object.assign(one, { eventAt, day: this.day });
      if (one.probe) this.told.RECEIVED += 1;
      if (left > one.left) Object.assign(one, { left, overdue: false, endsIn: END_OF_DAY });
    }
    one.probe = false;
  }

  private reopen(one: ModelCheckIn): void {
    const canBe = one.state === 'NOT_FOUND' || (one.state === 'EXPIRED' && one.byDeadline);
    const isOpen = ({ state, number }: ModelCheckIn) =>
      state === 'PENDING' && number === one.number;
    if (!canBe || this.all.some(isOpen)) return;
    Object.assign(one, { state: 'PENDING', byDeadline: false, notFoundTries: 3, asked: true });
    one.overdue = one.left <= 0;
    one.endsIn = one.day === this.day ? END_OF_DAY : 5;
  }

  /** Best first: validated today, open, ended by our clock today, open probe; for the desk not found today. */
  private best(atDesk: boolean): ModelCheckIn | undefined {
    const isToday = ({ day }: ModelCheckIn) => day === this.day;
    const ranks: ((one: ModelCheckIn) => boolean)[] = [
      (one) => one.state === 'VALIDATED' && isToday(one),
      (one) => one.state === 'PENDING' && !one.probe,
      (one) => one.state === 'EXPIRED' && one.byDeadline && isToday(one),
      (one) => one.state === 'PENDING',
      (one) => atDesk && one.state === 'NOT_FOUND' && isToday(one),
    ];
    return ranks.map((fits) => this.newestFirst(fits)[0]).find((one) => one !== undefined);
  }

  private clock(one: ModelCheckIn): void {
    if (one.left > 0) return;
    if (one.asked) one.overdue = true;
    if (one.asked && one.endsIn > 0) return;
    one.byDeadline = true;
    this.end(one, 'EXPIRED');
    one.byDeadline = true;
  }

  private validate(one: ModelCheckIn, already: boolean): void {
    const isAnother = (other: ModelCheckIn) =>
      other !== one && other.state === 'VALIDATED' && other.day === one.day;
    const another = this.all.some(isAnother);
    one.alreadyValidated = already && (another || !one.unanswered);
    one.validatedAt = 0;
    one.state = 'VALIDATED';
    if (!(already && another)) this.told.VALIDATED += 1;
  }

  private end(one: ModelCheckIn, state: State): void {
    one.state = state;
    one.byDeadline = false;
    if (!one.probe) this.told.FAILED += 1;
  }

  private enterAtDesk(): void {
    if (this.inside) return;
    this.visits.push('DESK');
    this.inside = 'DESK';
  }

  /** Of two of the same minute the one that was made later. */
  private newestFirst(fits: (one: ModelCheckIn) => boolean): ModelCheckIn[] {
    return this.all
      .filter(fits)
      .toReversed()
      .sort((a, b) => b.eventAt - a.eventAt);
  }

  /** Read anew: what it was before is no longer so. */
  private stateOf({ state }: ModelCheckIn): State {
    return state;
  }
}
