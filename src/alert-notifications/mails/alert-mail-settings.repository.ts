import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export const FREQUENCIES = ['AT_ONCE', 'DAILY', 'NEVER'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** When mails about a partner's alerts may come: `HH:MM` in its time zone. */
export interface AlertMailTimes {
  /** Null, both: there are no quiet hours. */
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly digestAt: string;
}

type TimesRow = AlertMailTimes & Record<string, unknown>;
type FrequencyRow = { readonly frequency: Frequency } & Record<string, unknown>;

const DEFAULT: AlertMailTimes = { quietFrom: null, quietUntil: null, digestAt: '08:00' };

const TIMES = `select to_char(s.quiet_from, 'HH24:MI') as "quietFrom", to_char(s.quiet_until, 'HH24:MI') as "quietUntil",
    to_char(s.digest_at, 'HH24:MI') as "digestAt"
  from alert_mail_settings s where s.partner_id = $1`;
const READ_TIMES = { name: 'alert-mail-settings.read', text: TIMES };
/** A row of defaults, so that the first two writers find one to lock. */
const ADD_TIMES = {
  name: 'alert-mail-settings.add',
  text: `insert into alert_mail_settings (partner_id, digest_at) values ($1, $2) on conflict do nothing`,
};
const LOCK_TIMES = { name: 'alert-mail-settings.lock', text: `${TIMES} for update` };
const PUT_TIMES = {
  name: 'alert-mail-settings.put',
  text: `insert into alert_mail_settings (partner_id, quiet_from, quiet_until, digest_at) values ($1, $2, $3, $4)
    on conflict (partner_id) do update
    set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, digest_at = excluded.digest_at`,
};
const READ_FREQUENCY = {
  name: 'alert-mail-recipients.read',
  text: `select frequency from alert_mail_recipients where membership_id = $1`,
};
/** With NEVER, what waits for the person is deleted. */
const PUT_FREQUENCY = {
  name: 'alert-mail-recipients.put',
  text: `with kept as (
      insert into alert_mail_recipients (membership_id, frequency) values ($1, $2)
      on conflict (membership_id) do update set frequency = excluded.frequency returning membership_id, frequency)
    delete from alert_mail_items i using kept k where i.membership_id = k.membership_id and k.frequency = 'NEVER'`,
};

/** When partners want mails about alerts, and how often people do. */
@Injectable()
export class AlertMailSettingsRepository {
  constructor(private readonly db: Database) {}

  async times(partnerId: string): Promise<AlertMailTimes> {
    return (await this.db.query<TimesRow>(READ_TIMES, [partnerId]))[0] ?? DEFAULT;
  }

  /** @param isExpected throws when the caller saw others */
  async putTimes(
    partnerId: string,
    { quietFrom, quietUntil, digestAt }: AlertMailTimes,
    isExpected: (present: AlertMailTimes) => void,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query(ADD_TIMES, [partnerId, DEFAULT.digestAt]);
      const [present = DEFAULT] = await tx.query<TimesRow>(LOCK_TIMES, [partnerId]);
      isExpected(present);
      await tx.query(PUT_TIMES, [partnerId, quietFrom, quietUntil, digestAt]);
    });
  }

  /** Who never chose gets them at once. */
  async frequency(memberId: string): Promise<Frequency> {
    return (
      (await this.db.query<FrequencyRow>(READ_FREQUENCY, [memberId]))[0]?.frequency ?? 'AT_ONCE'
    );
  }

  async putFrequency(memberId: string, frequency: Frequency): Promise<void> {
    await this.db.query(PUT_FREQUENCY, [memberId, frequency]);
  }
}
