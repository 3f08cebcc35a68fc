import { eventually } from './eventually.js';
import type { ControlIdStage } from './control-id-stage.js';
import type { TestApp } from './test-app.js';
import type { World } from './world.js';

/** Fields of an access log, as the firmware sends them. */
export interface SentLog {
  readonly id: number;
  /** By the device's clock. */
  readonly at: Date;
  readonly event?: number;
  readonly card?: string;
  readonly userId?: number;
}

export interface ShownEvent {
  readonly type: string;
  readonly at: string;
  readonly logId: string | null;
  readonly timeUnknown: boolean;
  readonly customerId: number | null;
  readonly visitId: number | null;
  readonly decisionId: string | null;
  readonly detail: string | null;
}

export const minutesAgo = (minutes: number): Date => {
  const at = Date.now() - minutes * 60_000;
  return new Date(at - (at % 1_000));
};

/** All values are texts, as the documents of the maker show them. */
export const valuesOf = ({ id, at, event = 7, card = '0', userId = 0 }: SentLog) => ({
  id: String(id),
  time: String(at.getTime() / 1_000),
  event: String(event),
  device_id: '478435',
  identifier_id: '0',
  user_id: String(userId),
  portal_id: '1',
  identification_rule_id: '0',
  card_value: card,
  log_type_id: '-1',
});

/** The memory of one device: what it reports, and what is shown of it. */
export class DeviceLogs {
  private nextId = 1;

  constructor(
    private readonly app: TestApp,
    private readonly world: Pick<World, 'admin' | 'partnerId'>,
    readonly device: ControlIdStage,
  ) {}

  get newId(): number {
    return this.nextId++;
  }

  /** Reports a topic of the monitor; the answer is always an empty 200. */
  async report(topic: string, body: unknown): Promise<void> {
    const answer = await this.device.call(`api/notifications/${topic}`, body as never, {
      as: 'json',
    });
    if (answer.status !== 200 || answer.text !== '')
      throw new Error(`${answer.status}: ${answer.text}`);
  }

  /** One `dao` for all of them. */
  async send(...logs: readonly SentLog[]): Promise<void> {
    const changes = logs.map((log) => ({
      object: 'access_logs',
      type: 'inserted',
      values: valuesOf(log),
    }));
    await this.report('dao', { object_changes: changes, device_id: 478435 });
  }

  /** `send`, and waits until they are handled. */
  async took(...logs: readonly SentLog[]): Promise<ShownEvent[]> {
    await this.send(...logs);
    return this.of(...logs.map(({ id }) => id));
  }

  /** What became of these logs, in that order, once all of them are there. */
  async of(...ids: readonly number[]): Promise<ShownEvent[]> {
    const read = async () => {
      const all = await this.events();
      return ids.flatMap((id) => all.find(({ logId }) => logId === String(id)) ?? []);
    };
    return eventually(read, (found) => found.length === ids.length);
  }

  async events(query = ''): Promise<ShownEvent[]> {
    const path = `/admin/v1/devices/${this.device.id}/events?limit=200${query}`;
    return (await this.world.admin.get(path)).body.items;
  }

  /** Nothing is left to handle. */
  async handled(): Promise<void> {
    const read = () =>
      this.app.sql(
        'select from control_id_notifications where device_id = $1 and due_at is not null',
        [this.device.id],
      );
    await eventually(read, (waiting) => waiting.length === 0);
  }

  visits(customerId: number) {
    return this.app.sql<{ id: number; entered_at: Date; left_at: Date | null; offline: boolean }>(
      'select id::int, entered_at, left_at, offline from visits where customer_id = $1 order by entered_at',
      [customerId],
    );
  }

  /** Events of a customer, with the time of the fact. */
  published(customerId: number) {
    return this.app.sql<{ type: string; occurred_at: Date; content: unknown }>(
      `select type, occurred_at, content from events where partner_id = $1
        and (entity_id = $2 and type in ('CUSTOMER_CHECKIN', 'CUSTOMER_CHECKOUT')
          or content::jsonb -> 'checkouts' @> jsonb_build_array(jsonb_build_object('customerId', $2::bigint)))
        order by occurred_at, type`,
      [this.world.partnerId, customerId],
    );
  }

  /** The alerts about the device, newest first. */
  alerts(code: string) {
    return this.app.sql<{ count: number; closed_at: Date | null; detail: string }>(
      'select count, closed_at, detail from alerts where partner_id = $1 and code = $2 and object = $3 order by id desc',
      [this.world.partnerId, code, `device/${this.device.id}`],
    );
  }

  async contact(): Promise<Record<string, unknown>> {
    return (await this.world.admin.get(`/admin/v1/devices/${this.device.id}`)).body.contact;
  }
}
