import { Injectable } from '@nestjs/common';
import { gymPlacesSql, isTestPartnerSql, partnerZoneSql } from '../../partners/index.js';
import { INSTALLATION } from '../../platform/alerts/alerts.js';
import { alertSql } from '../../platform/alerts/alerts.sql.js';
import type { Queries } from '../../platform/database/database.js';
import { ALERT_READERS_SQL } from '../../staff/index.js';
import type { Frequency } from './alert-mail-settings.repository.js';
import type { UnpublishedAlert } from '../../platform/alerts/alert-list.js';

/** A person to whom a mail is due. */
export interface DueRecipient {
  readonly memberId: string;
  /** Null: the operator. */
  readonly partnerId: string | null;
  readonly email: string;
  readonly language: string;
  readonly timeZone: string;
  readonly isDaily: boolean;
}

export interface MailedAlert {
  readonly code: string;
  readonly gymName: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

type DueRow = DueRecipient & Record<string, unknown>;
type AlertRow = MailedAlert & Record<string, unknown>;

/** A mail about alerts is followed by another one after this time at the earliest, with all that came meanwhile. */
const BUNDLED = `interval '15 minutes'`;
const NEVER: Frequency = 'NEVER';
const DIGEST_AT = `time '08:00'`;

/** The employer of an alert: null for those of the installation. */
const EMPLOYER = `nullif(n.partner_id, '${INSTALLATION}'::uuid)`;

const ADD = {
  name: 'alert-mails.add',
  text: `with new as (
      select r.membership_id, n.partner_id, n.alert_id
      from unnest($1::uuid[], $2::uuid[]) as n(partner_id, alert_id)
      join (${ALERT_READERS_SQL}) r on r.partner_id is not distinct from ${EMPLOYER}
      left join alert_mail_recipients m on m.membership_id = r.membership_id
      where m.frequency is distinct from '${NEVER}' and not ${isTestPartnerSql('n.partner_id')}),
    recipients as (
      insert into alert_mail_recipients (membership_id) select distinct membership_id from new
      on conflict do nothing)
    insert into alert_mail_items (membership_id, alert_partner_id, alert_id) select membership_id, partner_id, alert_id from new
    on conflict do nothing`,
};

const IS_QUIET = `(s.quiet_from is not null and case when s.quiet_from < s.quiet_until
    then l.at::time >= s.quiet_from and l.at::time < s.quiet_until
    else l.at::time >= s.quiet_from or l.at::time < s.quiet_until end)`;

/** Local, like `l.at`. */
const DIGEST = `(l.at::date + coalesce(s.digest_at, ${DIGEST_AT}))`;

const LOCK_DUE = {
  name: 'alert-mails.lock-due',
  text: `select m.membership_id as "memberId", r.partner_id as "partnerId", r.email, r.language, z.time_zone as "timeZone",
      m.frequency = 'DAILY' as "isDaily"
    from alert_mail_recipients m
    cross join lateral (
      select min(i.added_at) as first_at from alert_mail_items i where i.membership_id = m.membership_id) w
    join (${ALERT_READERS_SQL}) r on r.membership_id = m.membership_id
    left join alert_mail_settings s on s.partner_id = r.partner_id
    cross join lateral (select coalesce((${partnerZoneSql('r.partner_id')}), 'UTC') as time_zone) z
    cross join lateral (select clock_timestamp() at time zone z.time_zone as at) l
    where w.first_at is not null and m.frequency <> '${NEVER}' and case when m.frequency = 'DAILY'
      then l.at >= ${DIGEST} and w.first_at at time zone z.time_zone < ${DIGEST} and m.mailed_at at time zone z.time_zone < ${DIGEST}
      else m.mailed_at < clock_timestamp() - ${BUNDLED} and not ${IS_QUIET} end
    order by w.first_at limit 1 for update of m skip locked`,
};

const MAILED = {
  name: 'alert-mails.mailed',
  text: `update alert_mail_recipients set mailed_at = clock_timestamp() where membership_id = $1`,
};

const TAKE_ALERTS = {
  name: 'alert-mails.take-alerts',
  text: `with taken as (
      delete from alert_mail_items where membership_id = $1 returning alert_partner_id, alert_id)
    select a.code, g.name as "gymName", a.first_at as "openedAt", a.closed_at as "closedAt"
    from taken t cross join lateral (${alertSql('t.alert_partner_id', 't.alert_id')}) a
      left join lateral (${gymPlacesSql('t.alert_partner_id', 'a.gym_id')}) g on true
    order by a.first_at, t.alert_id`,
};

/** Who waits for which alerts. */
@Injectable()
export class AlertMailsRepository {
  async add(tx: Queries, alerts: readonly UnpublishedAlert[]): Promise<void> {
    await tx.query(ADD, [alerts.map(({ partnerId }) => partnerId), alerts.map(({ id }) => id)]);
  }

  /** Until the transaction ends, no other process takes the person. */
  async lockDue(tx: Queries): Promise<DueRecipient | undefined> {
    return (await tx.query<DueRow>(LOCK_DUE, []))[0];
  }

  /** From now on the next mail waits for what else comes. */
  async mailed(tx: Queries, memberId: string): Promise<void> {
    await tx.query(MAILED, [memberId]);
  }

  takeAlerts(tx: Queries, memberId: string): Promise<MailedAlert[]> {
    return tx.query<AlertRow>(TAKE_ALERTS, [memberId]);
  }
}
