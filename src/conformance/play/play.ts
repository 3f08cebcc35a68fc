import { setTimeout as sleep } from 'node:timers/promises';
import type { PlannedAnswer, SeenRequest } from '../../simulator/index.js';
import { signBody } from '../../wellhub-wire/index.js';
import type { Evidence, PartnerExchange, SentRequest } from '../http/exchange.js';
import { exchange, type KeptConnection } from '../http/http-client.js';
import type { Redactor } from '../http/redactor.js';
import { textField } from '../http/json-fields.js';
import type { PartnerUnderTest } from '../partner/partner-under-test.js';
import { EvidenceLog } from './evidence-log.js';
import type { InventedBooking, WebhookBody } from './events.js';
import { inventPerson, type InventedPerson } from './person.js';
import type { WellhubStage } from './wellhub-stage.js';

type Headers = SentRequest['headers'];

const JSON_TYPE = ['Content-Type', 'application/json'] as const;

/** How a webhook differs from a good one. */
export interface WebhookChange {
  /** Instead of the right signature; null sends none. */
  readonly signature?: string | null;
}

/** What a check can do: be Wellhub towards the partner, and look at what the partner does. */
export class Play {
  private readonly log: EvidenceLog;

  constructor(
    readonly partner: PartnerUnderTest,
    private readonly stage: WellhubStage,
    private readonly redactor: Redactor,
  ) {
    this.log = new EvidenceLog(redactor);
  }

  evidence(): readonly Evidence[] {
    return this.log.list();
  }

  /** One request as it is; kept as evidence. */
  async call(sent: SentRequest, connection?: KeptConnection): Promise<PartnerExchange> {
    const timeoutMs = this.partner.waits.answer;
    const result = await exchange(sent, { timeoutMs, connection });
    this.redactor.hide(textField(result.answer?.body, 'access_token'));
    this.log.sent(result);
    return result;
  }

  /** `GET token`. @param headers instead of those with the right key */
  getToken(headers?: Headers, connection?: KeptConnection): Promise<PartnerExchange> {
    const right = [['X-Api-Key', this.partner.key], JSON_TYPE] as const;
    const request = { method: 'GET', url: this.partner.urls.token, headers: headers ?? right };
    return this.call(request, connection);
  }

  /** A new access token; empty when there is none, which the checks of the token have told. */
  async newToken(): Promise<string> {
    const { answer, milliseconds } = await this.getToken();
    const token = textField(answer?.body, 'access_token') ?? '';
    this.stage.slowToken = milliseconds > this.partner.waits.registrationLimit ? token : '';
    return token;
  }

  /** A new access token, or the last one where a new one takes too long. */
  async accessToken(): Promise<string> {
    return this.stage.slowToken === '' ? this.newToken() : this.stage.slowToken;
  }

  /** `POST registration` under a new token, unless told otherwise. */
  async register(body: object | string, authorization?: string | null): Promise<PartnerExchange> {
    const proof =
      authorization === undefined ? `Bearer ${await this.accessToken()}` : authorization;
    return this.call({
      method: 'POST',
      url: this.partner.urls.registration,
      headers: proof === null ? [JSON_TYPE] : [['Authorization', proof], JSON_TYPE],
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** What the newer document sends, of a new person unless told otherwise. */
  newerBody(person: InventedPerson = inventPerson()): Record<string, unknown> {
    const { gpwId, email } = person;
    const country = { user_status: '1', country_code: 'GB' };
    return { gympass_user_id: gpwId, email, origin: 'ios', ...country };
  }

  sign(body: string): string {
    return signBody(this.partner.secret ?? '', body);
  }

  /** One signed webhook, once. */
  webhook(
    url: string,
    event: object | string,
    change: WebhookChange = {},
  ): Promise<PartnerExchange> {
    const body = typeof event === 'string' ? event : JSON.stringify(event);
    const signature = change.signature === undefined ? this.sign(body) : change.signature;
    const headers: Headers =
      signature === null ? [JSON_TYPE] : [['X-Gympass-Signature', signature], JSON_TYPE];
    return this.call({ method: 'POST', url, headers, body });
  }

  checkInWebhook(event: object | string, change?: WebhookChange): Promise<PartnerExchange> {
    return this.webhook(this.partner.urls.checkIn, event, change);
  }

  bookingWebhook(event: object | string, change?: WebhookChange): Promise<PartnerExchange> {
    return this.webhook(this.partner.urls.booking, event, change);
  }

  /** The person taps "check in": the ledger has it, the webhook is still to be sent. */
  async checkIn(person: InventedPerson, bookingNumber?: string): Promise<WebhookBody> {
    const { wellhubId, firstName, lastName, email } = person;
    const who = { wellhubId, firstName, lastName, email, phone: '+15550100' };
    const { event } = await this.stage.wellhub.checkIn({ ...who, bookingNumber, deliver: false });
    return event as WebhookBody;
  }

  /** The person books a class, or cancels; the webhook is still to be sent. */
  async booking(
    event: 'requested' | 'canceled' | 'late-canceled',
    person: InventedPerson,
    { number, slotId }: InventedBooking,
  ): Promise<WebhookBody> {
    const { wellhubId, email, firstName, lastName } = person;
    const place = { bookingNumber: number, classId: 55, slotId, deliver: false };
    const who = { wellhubId, email, name: `${firstName} ${lastName}` };
    const sent = await this.stage.wellhub.bookings.send({ event, ...who, ...place });
    return sent.event as WebhookBody;
  }

  /** What the next calls of `validate` about a person are answered. */
  planAnswers(person: InventedPerson, plans: readonly Omit<PlannedAnswer, 'wellhubId'>[]): void {
    const { wellhubId } = person;
    for (const plan of plans) this.stage.wellhub.planAnswer({ wellhubId, ...plan });
  }

  /** The calls of `validate` about a person, once there are so many or the time is up. */
  async validateCalls(
    person: InventedPerson,
    least = 1,
    withinMs = this.partner.waits.validate,
  ): Promise<readonly SeenRequest[]> {
    const calls = () => this.stage.validateCalls(person.wellhubId);
    await this.stage.until(() => calls().length >= least, withinMs);
    return this.keep(calls());
  }

  /** All calls about a person when another person's check-in has been validated and some time has passed. */
  async callsAfterAWhile(person: InventedPerson): Promise<readonly SeenRequest[]> {
    const other = inventPerson();
    await this.checkInWebhook(await this.checkIn(other));
    await this.validateCalls(other);
    await sleep(this.partner.waits.quiet);
    return this.keep(this.stage.validateCalls(person.wellhubId));
  }

  /** The calls of the booking API about a booking, once there are so many or the time is up. */
  async bookingCalls(mention: string, least: number, withinMs: number): Promise<SeenRequest[]> {
    const calls = () =>
      this.stage.requests.filter(
        ({ url }) => url.startsWith('/booking/') && url.split('/').includes(mention),
      );
    await this.stage.until(() => calls().length >= least, withinMs);
    return this.keep(calls());
  }

  /** Requests since a moment that are no call of `validate` that can be read. */
  strayRequests(since: Date): readonly SeenRequest[] {
    return this.keep(
      this.stage.requests.filter(({ at, body }) => at >= since && body === undefined),
    );
  }

  private keep<T extends SeenRequest>(calls: T[] | readonly T[]): T[] {
    for (const call of calls) this.log.received(call);
    return [...calls];
  }
}
