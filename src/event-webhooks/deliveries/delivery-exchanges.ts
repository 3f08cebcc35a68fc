import { Injectable } from '@nestjs/common';
import { unsignedDelivery, type StoredEvent } from '../events/signed-delivery.js';
import type { AnswerExcerpt } from './answer-excerpt.js';
import type { Attempt } from './deliveries.repository.js';
import { DeliveryAnswers } from './delivery-answers.js';
import { DeliveryLogRepository, type Delivery } from './delivery-log.repository.js';

/** What was sent, without what proves that it is ours. */
interface ShownRequest {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An attempt with both sides of its exchange, as far as they are kept. */
export interface AttemptExchange extends Attempt {
  /** Null when nothing was sent, or the event is no longer kept. */
  readonly request: ShownRequest | null;
  /** Null when nothing came, it was empty, or it is no longer kept. */
  readonly response: AnswerExcerpt | null;
}

const HIDDEN = { 'x-api-key': '•••', 'webhook-signature': '•••' };

/**
 * The exchanges of a delivery. A request is made again of its event, whose bytes are always the same, so it takes no
 * room; of an answer the beginning is kept, for as long as bodies of inbound webhooks are.
 */
@Injectable()
export class DeliveryExchanges {
  constructor(
    private readonly rows: DeliveryLogRepository,
    private readonly answers: DeliveryAnswers,
  ) {}

  async of(partnerId: string, { id, attempts }: Delivery): Promise<AttemptExchange[]> {
    const event = await this.rows.event(partnerId, id);
    const sealed = await this.rows.answers(partnerId, id);
    return attempts.map((attempt, index) => {
      const no = index + 1;
      const kept = sealed.find((one) => one.no === no)?.sealed;
      const response = (kept && this.answers.open({ deliveryId: id, no }, kept)) ?? null;
      return { ...attempt, request: requestOf(attempt, event), response };
    });
  }
}

/** One that was never sent took no time. */
function requestOf(
  { at, durationMs }: Attempt,
  event: StoredEvent | undefined,
): ShownRequest | null {
  if (!event || durationMs === undefined) return null;
  const { headers, body } = unsignedDelivery(event, new Date(at));
  return { method: 'POST', headers: { ...headers, ...HIDDEN }, body };
}
