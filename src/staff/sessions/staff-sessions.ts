import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsoleSessions, makeStaffToken, type StaffSeats } from '../../partner-auth/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { sha256 } from '../../platform/crypto/hashing.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database, type Queries } from '../../platform/database/database.js';
import type { Caller } from '../../platform/http/declarations.js';
import { LogInSteps, type AwaitedStep } from '../second-factors/log-in-steps.js';
import type { Employer } from '../people/employer.js';
import type { StaffWorkplace } from '../people/staff-people.repository.js';
import { OBSERVER_SCOPES, scopesOf } from '../people/staff-roles.js';
import {
  StaffSessionsRepository,
  type ListedStaffSession,
  type LiveStaffSession,
} from './staff-sessions.repository.js';

/** Where a session begins: at one gym, where the membership does not have all of them. */
export interface NewSeat {
  readonly workplace: StaffWorkplace;
  readonly gymId?: number | undefined;
  /** A partner at which an operator looks in. */
  readonly observedPartnerId?: string | undefined;
  /** The network of the request. */
  readonly source: string;
  /** The second factor was given, now or earlier in this sitting. */
  readonly isProven?: boolean | undefined;
  /** When the person last proved who they are; absent: just now. */
  readonly provenAt?: Date | undefined;
}

export interface OpenedSeat {
  readonly token: string;
  readonly awaits: AwaitedStep | null;
}

/** A session ended on another replica ends here within 5 s. */
const FRESH_MS = 4_000;

/** Log-ins of people: 12 h, with exactly what their role may do now. */
@Injectable()
export class StaffSessions implements StaffSeats, OnModuleInit {
  private readonly live = new FreshCache<string, LiveStaffSession>({
    load: (hash) => this.rows.find(Buffer.from(hash, 'base64')),
    freshMs: FRESH_MS,
    lifeOf: ({ lifeMs }) => lifeMs,
  });
  private readonly forgetAll = () => this.live.clear();

  constructor(
    private readonly db: Database,
    private readonly rows: StaffSessionsRepository,
    private readonly console: ConsoleSessions,
    private readonly audit: Audit,
    private readonly steps: LogInSteps,
  ) {}

  onModuleInit(): void {
    this.console.register(this);
  }

  /** @returns the value of the cookie, of which only the hash is stored, and what the log-in still needs */
  async open({
    workplace,
    gymId,
    source,
    isProven = false,
    provenAt,
    observedPartnerId,
  }: NewSeat): Promise<OpenedSeat> {
    const { memberId, gymIds } = workplace;
    const token = makeStaffToken();
    const awaits = await this.steps.next(workplace, isProven);
    const at = gymIds ? (gymIds.find((id) => id === gymId) ?? gymIds[0] ?? null) : null;
    const seat = { memberId, gymId: at, source, awaits, provenAt, observedPartnerId };
    await this.rows.insert({ id: uuidv7(), tokenHash: sha256(token), ...seat });
    const caller = await this.read(token);
    if (caller)
      await this.audit.record(
        entryOf(caller, caller.isObserver ? 'operator.looked-in' : 'console.logged-in'),
      );
    return { token, awaits };
  }

  async find(token: string): Promise<LiveStaffSession | undefined> {
    return this.live.get(keyOf(token));
  }

  async read(token: string): Promise<Caller | undefined> {
    const session = await this.find(token);
    return session && session.awaits === null ? callerOf(session) : undefined;
  }

  async lifeOf(token: string): Promise<number | undefined> {
    return (await this.find(token))?.lifeMs;
  }

  async close(token: string): Promise<void> {
    await this.rows.remove(sha256(token));
    this.live.forget(keyOf(token));
  }

  /** What is known of people has changed: at once here, elsewhere within 5 s. */
  refresh(): void {
    this.forgetAll();
  }

  /** What the person did about their own log-in, for the partner at which they work. */
  record(session: LiveStaffSession, action: string): Promise<void> {
    return this.audit.record(entryOf(callerOf(session), action));
  }

  listOfPerson(personId: string): Promise<ListedStaffSession[]> {
    return this.rows.listOfPerson(personId);
  }

  listOfMember(employer: Employer, memberId: string): Promise<ListedStaffSession[]> {
    return this.rows.listOfMember(employer, memberId);
  }

  /** One session of the person, or all of them. @returns whether there was one */
  async endOfPerson(personId: string, id?: string): Promise<boolean> {
    const count = await this.rows.removeOfPerson(personId, id);
    this.forgetAll();
    return count > 0;
  }

  /** All of the person but one. */
  async endOthers(personId: string, id: string): Promise<void> {
    await this.rows.removeOthers(personId, id);
    this.forgetAll();
  }

  async endAllOfPerson(queries: Queries, personId: string): Promise<void> {
    await this.rows.removeOfPerson(personId, undefined, queries);
    queries.afterCommit(this.forgetAll);
  }

  async endAllOfMember(queries: Queries, employer: Employer, memberId: string): Promise<void> {
    await this.rows.removeOfMember(queries, employer, memberId);
    queries.afterCommit(this.forgetAll);
  }

  /** How the partner's people log in has changed. @param exceptMemberId who changed it */
  async endAllFromProvider(
    queries: Queries,
    partnerId: string,
    exceptMemberId?: string,
  ): Promise<void> {
    await this.rows.removeFromProvider(queries, partnerId, exceptMemberId ?? null);
    queries.afterCommit(this.forgetAll);
  }

  endOfMember(employer: Employer, memberId: string): Promise<void> {
    return this.endAllOfMember(this.db, employer, memberId);
  }
}

const entryOf = ({ partnerId, name, keyId }: Caller, action: string) => ({
  partnerId: partnerId ?? null,
  actor: name,
  action,
  object: keyId,
});

/** A partner sees who of its rows are not its own people. */
const auditNameOf = ({ role, name, memberId }: LiveStaffSession): string =>
  `${role === 'OPERATOR' ? 'operator ' : ''}${name} (staff ${memberId})`;

const keyOf = (token: string): string => sha256(token).toString('base64');

/** As a key with these scopes. Names are no ids, so the audit log shows the membership, too. */
const callerOf = (session: LiveStaffSession): Caller => ({
  keyId: session.memberId,
  lineage: session.memberId,
  name: auditNameOf(session),
  scopes: session.isObserver ? OBSERVER_SCOPES : scopesOf(session.role, session.gymId !== null),
  ...(session.partnerId !== null && { partnerId: session.partnerId }),
  ...(session.isObserver && { isObserver: true }),
  ...(session.gymId !== null && { gymId: session.gymId }),
  language: session.language,
  person: session.name,
  seat: { id: session.id, personId: session.personId, email: session.email, role: session.role },
  ...(!session.isRecent && { mustProve: true }),
});
