import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import type { LinkToken } from './link-tokens.js';

/** What the database knows of a link token. */
export interface LinkRow {
  readonly used: boolean;
  /** Its gpw id was linked after the token was made. */
  readonly superseded: boolean;
  readonly expired: boolean;
  readonly prefill: Buffer | null;
}

/** The state of a Wellhub user whose row is now locked. */
export interface ClaimedUser {
  readonly superseded: boolean;
  /** Wellhub cancelled the person at or after the moment of this registration (W-23). */
  readonly staysCanceled: boolean;
}

const FIND = {
  name: 'user-registration.find-link',
  text: `select coalesce(u.linked_at >= $4, false) as superseded, t.used_at is not null as used,
      $5::timestamptz <= clock_timestamp() as expired, t.prefill
    from (select 1) asked
    left join wellhub_users u on u.partner_id = $1 and u.gpw_id = $2
    left join link_tokens t on t.partner_id = $1 and t.jti = $3`,
};
/** Also creates the row that could not be stored when the person registered (W-18). */
const CLAIM = {
  name: 'user-registration.claim',
  text: `insert into wellhub_users as known (partner_id, gpw_id, plan_id) values ($1, $2, $3)
    on conflict (partner_id, gpw_id) do update set plan_id = coalesce(known.plan_id, excluded.plan_id)
    returning coalesce(linked_at >= $4, false) as superseded,
      status = 'CANCELED' and coalesce(last_event_at >= $4, false) as "staysCanceled"`,
};
/** Exactly one of parallel callers gets the row; the others wait for it and find the token used. */
const CONSUME = {
  name: 'user-registration.consume',
  text: `insert into link_tokens as known (partner_id, jti, used_at, expires_at)
    select $1, $2, clock_timestamp(), $3 where $4 or $3 > clock_timestamp()
    on conflict (partner_id, jti) do update set used_at = excluded.used_at, prefill = null
      where known.used_at is null
    returning jti`,
};
/** A cancellation from before this registration may still arrive: it must not count any more (W-23). */
const MARK_LINKED = {
  name: 'user-registration.mark-linked',
  text: `update wellhub_users set linked_at = clock_timestamp(), status = $3,
      last_event_at = greatest(last_event_at, least($4, clock_timestamp()))
    where partner_id = $1 and gpw_id = $2`,
};
const FORGET_USER = {
  name: 'user-registration.forget-user',
  text: 'delete from wellhub_users where partner_id = $1 and gpw_id = $2',
};
/** The prefill of a person is deleted soon after its link has expired (W-15). */
const SWEEP_MS = 5_000;

/** Owns link_tokens and the link state in wellhub_users. */
@Injectable()
export class LinkRows {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    const ended = { table: 'link_tokens', column: 'expires_at', everyMs: SWEEP_MS };
    sweeps.declare({ ...ended, condition: 'used_at is null', keep: '0 seconds' });
    // A used token is remembered a day beyond its end: a mailed confirmation may come later than that end.
    const data = { data: 'registration-links', countedFrom: 'ENDED' } as const;
    sweeps.declare({ ...ended, data, condition: 'used_at is not null', keep: '1 day' });
  }

  async find(partnerId: string, token: LinkToken): Promise<LinkRow> {
    const { gpwId, jti, issuedAt, expiresAt } = token;
    const values = [partnerId, gpwId, jti, issuedAt, expiresAt];
    const [row] = await this.db.query<LinkRow>(FIND, values);
    if (!row) throw new Error('a link token has a state, stored or not');
    return row;
  }

  /** Locks the Wellhub user until the transaction ends: changes to one gpw id are serialized. */
  async claim(tx: Queries, partnerId: string, token: LinkToken): Promise<ClaimedUser> {
    const { gpwId, userStatus, issuedAt } = token;
    const [user] = await tx.query<ClaimedUser>(CLAIM, [partnerId, gpwId, userStatus, issuedAt]);
    if (!user) throw new Error('the Wellhub user was not returned');
    return user;
  }

  /**
   * Consumes a link token and deletes its prefill.
   * @param evenExpired a mailed confirmation outlives the link it was requested with
   * @returns false when it is used or has expired
   */
  async consume(
    tx: Queries,
    partnerId: string,
    { jti, expiresAt }: LinkToken,
    evenExpired: boolean,
  ): Promise<boolean> {
    return (await tx.query(CONSUME, [partnerId, jti, expiresAt, evenExpired])).length > 0;
  }

  async markLinked(
    tx: Queries,
    partnerId: string,
    { gpwId, issuedAt }: LinkToken,
    status: 'ACTIVE' | 'CANCELED',
  ): Promise<void> {
    await tx.query(MARK_LINKED, [partnerId, gpwId, status, issuedAt]);
  }

  async forgetUser(tx: Queries, partnerId: string, gpwId: string): Promise<void> {
    await tx.query(FORGET_USER, [partnerId, gpwId]);
  }
}
