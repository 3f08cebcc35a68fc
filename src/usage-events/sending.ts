import { Injectable } from '@nestjs/common';
import { ConstantBackoff, handleAll, retry } from 'cockatiel';
import { UsageAccesses, type Unusable, type UsageAccess } from '../partners/index.js';
import { Alerts } from '../platform/alerts/alerts.js';
import {
  fittingUsageEvents,
  isRetryable,
  usageEventBody,
  WellhubEventsClient,
  type RetryableAnswer,
  type UsageAnswer,
} from '../wellhub/index.js';
import { pauseAfterRefusal, pauseAfterSilence } from './pause-rule.js';
import { QueueRepository, type QueuedEvent } from './queue.repository.js';
import { SendersRepository, type SenderLease } from './senders.repository.js';

/** Ends well before the lease does, so that a late answer never competes with a second sender. */
const CALL_MS = 30_000;

/** About as long as the lease lasts after the longest call. */
const WHILE_STORAGE_IS_AWAY = retry(handleAll, {
  maxAttempts: 20,
  backoff: new ConstantBackoff(1_000),
});

const CODES = { refused: 'usage.credentials-refused', unreadable: 'secrets.unreadable' } as const;

type Refusal = Extract<UsageAnswer, { kind: 'refused' }>;

/** A lease with what its calls need. */
interface Job {
  readonly lease: SenderLease;
  readonly access: UsageAccess & { readonly token: string };
  readonly signal: AbortSignal;
}

/**
 * Sends Wellhub everything that waits, oldest first (W-65). An answer that got lost means the same batch again:
 * delivering twice is better than not at all.
 */
@Injectable()
export class Sending {
  constructor(
    private readonly senders: SendersRepository,
    private readonly queue: QueueRepository,
    private readonly accesses: UsageAccesses,
    private readonly client: WellhubEventsClient,
    private readonly alerts: Alerts,
  ) {}

  /** Ends when nothing waits any more, when Wellhub does not accept it now, or when the lease is lost. */
  async run(lease: SenderLease, signal: AbortSignal): Promise<void> {
    const { partnerId } = lease;
    const access = await this.accesses.forPartner(partnerId);
    if (!access) return this.senders.pause(lease, pauseAfterSilence(lease));
    const { token } = access;
    if (typeof token !== 'string') return this.refused(lease, access, token);
    const job = { lease, access: { ...access, token }, signal };
    for (;;) {
      const { isEmpty, events } = await this.queue.oldest(partnerId, access.environment);
      if (isEmpty) return this.senders.release(lease);
      const fitting = fittingUsageEvents(events.map(bodyOf));
      if (fitting > 0 && !(await this.sendBatch(job, events.slice(0, fitting)))) return;
    }
  }

  /** @returns false when nothing more may be sent now */
  private async sendBatch(job: Job, events: readonly QueuedEvent[]): Promise<boolean> {
    const { lease, access, signal } = job;
    if (signal.aborted || !(await this.senders.renew(lease))) return false;
    const call = { ...access, events: events.map(bodyOf), timeoutMs: CALL_MS, signal };
    const answer = await this.client.send(call);
    if (isRetryable(answer)) return this.stop(job, answer);
    if (answer.kind === 'taken') await this.taken(job, events);
    await this.answered(lease);
    return answer.kind === 'taken' || this.halve(job, events, answer);
  }

  /** Before anything else: what is not known to be taken is sent again, and Wellhub counts it again. */
  private async taken({ lease, signal }: Job, events: readonly QueuedEvent[]): Promise<void> {
    await WHILE_STORAGE_IS_AWAY.execute(() => this.queue.sent(lease.partnerId, events), signal);
  }

  /** Until the bad event is alone; the older half goes first. */
  private async halve(
    job: Job,
    events: readonly QueuedEvent[],
    refusal: Refusal,
  ): Promise<boolean> {
    const [only] = events;
    if (only && events.length === 1) {
      await this.quarantine(job.lease.partnerId, only, refusal);
      return true;
    }
    const middle = Math.ceil(events.length / 2);
    return (
      (await this.sendBatch(job, events.slice(0, middle))) &&
      this.sendBatch(job, events.slice(middle))
    );
  }

  private async quarantine(partnerId: string, event: QueuedEvent, refusal: Refusal): Promise<void> {
    const { status, key } = refusal;
    await this.queue.quarantine(partnerId, event, refusal);
    const answered = key === undefined ? `${status}` : `${status} ${key}`;
    const detail = `Wellhub answered ${answered} to the usage event ${event.id}`;
    const code = 'usage.quarantined';
    await this.alerts.raise({ partnerId, code, object: 'usage-events', detail });
  }

  private async answered(lease: SenderLease): Promise<void> {
    await this.senders.progress(lease);
    if (!lease.wasRefused) return;
    for (const code of Object.values(CODES))
      await this.alerts.close(lease.partnerId, code, 'usage-events');
  }

  private async stop({ lease, access }: Job, answer: RetryableAnswer): Promise<false> {
    const { kind, status, retryAfterSeconds } = answer;
    if (kind === 'unreachable')
      await this.senders.pause(lease, pauseAfterSilence(lease, retryAfterSeconds));
    else await this.refused(lease, access, { unusable: refusalOf(status) });
    return false;
  }

  private async refused(lease: SenderLease, access: UsageAccess, why: Unusable): Promise<void> {
    await this.senders.pause(lease, pauseAfterRefusal(access.tokenSetAt));
    const { partnerId } = lease;
    const code = why.isUnreadable ? CODES.unreadable : CODES.refused;
    await this.alerts.raise({ partnerId, code, object: 'usage-events', detail: why.unusable });
  }
}

const refusalOf = (status: number | undefined): string =>
  status === undefined
    ? 'No call can be made: the token cannot be sent'
    : `Wellhub answered ${status} to usage events`;

const bodyOf = ({ customerId, details, ...event }: QueuedEvent): object =>
  usageEventBody({
    ...event,
    userId: customerId === null ? undefined : String(customerId),
    details: details ?? undefined,
  });
