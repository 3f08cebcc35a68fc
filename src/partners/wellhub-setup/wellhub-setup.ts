import { Injectable } from '@nestjs/common';
import { bulkhead } from 'cockatiel';
import { remainingMs } from '../../platform/deadline/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { SetupClient, type SetupGym } from '../../wellhub/index.js';
import type { Gym } from '../gyms/gym.js';
import { Gyms } from '../gyms/gyms.js';
import { SetupErrors } from '../partners/partners.errors.js';
import { SetupAccesses, type SetupAccess } from './setup-access.js';
import {
  compareWebhooks,
  problemOf,
  toRegister,
  unknownOf,
  type GymReport,
  type SetupProblem,
  type SetupReport,
} from './setup-report.js';

/** What was registered for one gym; with a problem it is unknown whether Wellhub accepted it. */
export interface Registered {
  readonly gymId: number;
  readonly events: readonly string[];
  readonly problem: SetupProblem | null;
}

const MOST_GYMS = 5_000;
/** Gyms that are checked at one time. */
const AT_ONCE = 8;
const CALL_MS = 10_000;
/** Left of the request for the answer itself. */
const MARGIN_MS = 500;

/** Whether Wellhub sends us what it should, and setting it right (W-68, `wellhub.md` section 8). */
@Injectable()
export class WellhubSetup {
  constructor(
    private readonly accesses: SetupAccesses,
    private readonly gyms: Gyms,
    private readonly client: SetupClient,
  ) {}

  /**
   * Changes nothing. A gym that Wellhub does not report has an error of its own; the others go on.
   * @throws wellhub-connection.not-found, wellhub-setup.production-only, .credentials-refused, .unreachable
   */
  async check(partnerId: string): Promise<SetupReport> {
    const access = await this.accesses.forPartner(partnerId);
    const ours = await this.all(partnerId);
    return this.report(access, ours, await this.theirs(access));
  }

  /**
   * Registers what is missing or wrong, at all gyms or at one. Nothing is tried twice.
   * @throws as `check`, wellhub-setup.secret-missing, gym.not-found
   */
  async register(partnerId: string, gymId: number | undefined): Promise<Registered[]> {
    const access = await this.accesses.forPartner(partnerId);
    const wanted =
      gymId === undefined ? await this.all(partnerId) : [await this.gyms.get(partnerId, gymId)];
    const before = await this.report(access, wanted, await this.theirs(access));
    const lacking = before.gyms.filter((report) => toRegister(report).length > 0);
    const todo = lacking.map((report) => ({ report, ...access.of(gymOf(wanted, report)) }));
    if (todo.some(({ secret }) => secret === undefined))
      throw new DomainError(SetupErrors.secretMissing);
    return eachOf(todo, (one) => this.registerAt(access.baseUrl, one));
  }

  private all(partnerId: string): Promise<Gym[]> {
    return this.gyms.list(partnerId, {}, MOST_GYMS);
  }

  private async theirs({ baseUrl, token }: SetupAccess): Promise<readonly SetupGym[]> {
    const answer = await this.client.gyms({ baseUrl, token, timeoutMs: patience() });
    if (answer.kind === 'ok') return answer.value;
    const isRefused = problemOf(answer) === 'CREDENTIALS_REFUSED';
    throw new DomainError(isRefused ? SetupErrors.credentialsRefused : SetupErrors.unreachable);
  }

  private async report(
    access: SetupAccess,
    ours: readonly Gym[],
    theirs: readonly SetupGym[],
  ): Promise<SetupReport> {
    const enabled = new Map(theirs.map((gym) => [gym.wellhubGymId, gym.enabled]));
    const reports = await eachOf(ours, async (gym) => {
      const { id: gymId, name, wellhubGymId } = gym;
      if (wellhubGymId === null) return [];
      const about = { gymId, name, wellhubGymId, enabled: enabled.get(wellhubGymId) ?? null };
      return [{ ...about, ...(await this.webhooksOf(access, gym, about)) }];
    });
    return {
      environment: access.environment,
      gyms: reports.flat(),
      unknownGyms: unknownOf(theirs, ours),
      gymsWithoutWellhubGymId: ours
        .filter(({ wellhubGymId }) => wellhubGymId === null)
        .map(({ id, name }) => ({ gymId: id, name })),
    };
  }

  /** A gym that did not choose us has no webhooks of ours, and its setup is not ours to see. */
  private async webhooksOf(
    access: SetupAccess,
    gym: Gym,
    { wellhubGymId, enabled }: Pick<GymReport, 'wellhubGymId' | 'enabled'>,
  ): Promise<Pick<GymReport, 'problem' | 'webhooks'>> {
    if (enabled === null) return { problem: 'NOT_AT_WELLHUB', webhooks: [] };
    const { token, urls } = access.of(gym);
    const call = { baseUrl: access.baseUrl, token, timeoutMs: patience() };
    const answer = await this.client.webhooks(call, wellhubGymId);
    const webhooks = answer.kind === 'ok' ? compareWebhooks(answer.value, urls) : [];
    return { problem: problemOf(answer), webhooks };
  }

  private async registerAt(
    baseUrl: string,
    {
      report,
      token,
      secret = '',
    }: { report: GymReport; token: string; secret?: string | undefined },
  ): Promise<Registered> {
    const wanted = toRegister(report);
    const webhooks = wanted.map(({ event, expectedUrl: url }) => ({ event, url, secret }));
    const call = { baseUrl, token, timeoutMs: patience() };
    const answer = await this.client.register(call, report.wellhubGymId, webhooks);
    const events = wanted.map(({ event }) => event);
    return { gymId: report.gymId, events, problem: problemOf(answer) };
  }
}

const patience = () => Math.max(1, remainingMs(CALL_MS + MARGIN_MS) - MARGIN_MS);

function eachOf<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const limit = bulkhead(AT_ONCE, Number.MAX_SAFE_INTEGER);
  return Promise.all(list.map((one) => limit.execute(() => work(one))));
}

function gymOf(gyms: readonly Gym[], { gymId }: GymReport): Gym {
  const gym = gyms.find(({ id }) => id === gymId);
  if (!gym) throw new Error('a report is about one of these gyms');
  return gym;
}
