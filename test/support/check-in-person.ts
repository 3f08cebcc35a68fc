import { CallSlot } from '../../src/wellhub/call-limits.js';
import { expect } from '@jest/globals';
import { ValidationCalls } from '../../src/check-in-validation/validation/validation-calls.js';
import { Deadlines } from '../../src/check-in-validation/deadlines/deadlines.js';
import { CheckInIntakeWorker } from '../../src/check-in-validation/intake/check-in-intake.worker.js';
import { ValidationLeasesRepository } from '../../src/check-in-validation/validation/validation-leases.repository.js';
import type { Answer, CheckInModel } from './check-in-model.js';
import type { CheckInStage } from './check-in-stage.js';
import type { GateWorld } from './gate-world.js';
import { WellhubPosts } from './wellhub-posts.js';

/** The limits have tests of their own. */
const UNLIMITED = new CallSlot(0, () => 0);

const DAY = 24 * 60;
/** One person at one gym, with the background work done by hand. */
export class CheckInPerson {
  private events = 0;
  private lastEvent: unknown;

  constructor(
    readonly stage: CheckInStage,
    readonly world: GateWorld,
    readonly customerId: number,
    readonly wellhubId: string,
  ) {}

  async arrive(number: string | null, eventAt: number, left: number): Promise<void> {
    const seconds = Math.floor(Date.now() / 1000);
    this.events += 1;
    const data = {
      timestamp: Math.floor(seconds + eventAt * 60),
      expires_at: seconds + left * 60,
    };
    const posts = new WellhubPosts(this.stage.app, this.world);
    this.lastEvent =
      number === null
        ? posts.checkIn(this.wellhubId, data)
        : posts.booked(this.wellhubId, `BK_${this.wellhubId}${number}`, data);
    await this.repeat();
  }

  /** No two events have the same second, but for those that are repeated. */
  nextMoment(isLate: boolean): number {
    return isLate ? 1 + this.events / 60 : -600 + this.events / 60;
  }

  async repeat(): Promise<void> {
    if (this.lastEvent === undefined) return;
    const posts = new WellhubPosts(this.stage.app, this.world);
    expect((await posts.send(this.lastEvent)).status).toBe(200);
    await this.stage.app.app.get(CheckInIntakeWorker).run();
  }

  /** The next answers; a silence does not shut the breaker, which has tests of its own. */
  async answering<T>(answer: Answer, act: () => Promise<T>): Promise<T> {
    this.stage.simulator.planAnswer({ wellhubId: this.wellhubId, answer });
    const result = await act();
    if (answer === '500')
      await this.world.admin.post(`/admin/v1/gyms/${this.world.gymId}/wellhub/test`);
    return result;
  }

  ids(): Promise<{ id: string }[]> {
    return this.stage.app.sql('select id from check_ins where customer_id = $1 order by id', [
      this.customerId,
    ]);
  }

  async pass(minutes: number): Promise<void> {
    const columns = ['event_at', 'expires_at', 'webhook_at', 'validated_at', 'deadline_at'];
    const more = ['validation_requested_at', 'next_attempt_at', 'asked_at'];
    const back = [...columns, ...more].map(
      (name) => `${name} = ${name} - make_interval(mins => $2)`,
    );
    await this.stage.app.sql(
      `update check_ins set ${back.join()}, local_day = local_day - $3::int where customer_id = $1`,
      [this.customerId, minutes, minutes === DAY ? 1 : 0],
    );
    while ((await this.stage.app.app.get(Deadlines).processDue(100)) > 0);
  }

  /** One round of the worker, oldest check-in first. @returns how many were due */
  async work(): Promise<number> {
    const { app } = this.stage.app;
    const mine = new Set((await this.ids()).map(({ id }) => id));
    const all = await app.get(ValidationLeasesRepository).due(1_000);
    const due = all.filter(({ id }) => mine.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const one of due)
      await (
        await app.get(ValidationCalls).start({ ...one, by: 'WORKER', slot: UNLIMITED })
      )?.done;
    return due.length;
  }

  /** Nothing of it is due any more. */
  async leave(): Promise<void> {
    await this.stage.app.sql(
      `update check_ins set next_attempt_at = null, deadline_at = 'infinity' where customer_id = $1`,
      [this.customerId],
    );
  }

  async seen() {
    const { sql } = this.stage.app;
    const mine = [this.customerId];
    const [rows, events, visits] = await Promise.all([
      sql(
        `select state, booking_number as number, probe, already_validated as "alreadyValidated",
          overdue and state = 'PENDING' as overdue from check_ins where customer_id = $1 order by id`,
        mine,
      ),
      sql<{ type: string }>('select type from events where entity_id = $1', mine),
      sql<{ source: string }>('select source from visits where customer_id = $1 order by id', mine),
    ]);
    const told = (type: string) => events.filter((event) => event.type === type).length;
    return {
      rows,
      told: {
        RECEIVED: told('WELLHUB_CHECKIN_RECEIVED'),
        VALIDATED: told('WELLHUB_CHECKIN_VALIDATED'),
        FAILED: told('WELLHUB_CHECKIN_FAILED'),
      },
      entries: told('CUSTOMER_CHECKIN'),
      visits: visits.map(({ source }) => source),
      calls: this.stage.simulator.ledger(this.wellhubId).people[this.wellhubId]?.calls ?? 0,
    };
  }

  expected({ all, told, calls, visits }: CheckInModel) {
    const rows = all.map(({ state, number, probe, alreadyValidated, overdue }) => ({
      state,
      number: number && `BK_${this.wellhubId}${number}`,
      probe,
      alreadyValidated,
      overdue: overdue && state === 'PENDING',
    }));
    return { rows, told: { ...told }, entries: visits.length, visits, calls };
  }
}
