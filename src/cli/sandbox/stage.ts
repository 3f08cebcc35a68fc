import { Connection, isGatehouseError, type Gatehouse } from '@gatehouse/client';
import type { CommandCall } from '../frame/command-call.js';
import type { SandboxProfile } from '../profiles/profile.js';
import { serviceFetch } from '../service/gatehouse.js';
import { INTERRUPTED } from '../service/service-problems.js';
import { CliProblem, wrongUse } from '../terminal/cli-problem.js';
import { pause } from '../terminal/pause.js';
import type { SandboxPerson } from './person.js';

/** The parties of a sandbox: the service, the simulator that plays Wellhub, the door, and a person. */
export interface SandboxStage {
  readonly call: CommandCall;
  readonly gatehouse: Gatehouse;
  readonly sandbox: SandboxProfile;
  readonly wellhub: Connection;
  readonly door: Connection;
  readonly person: SandboxPerson;
}

/** @throws CliProblem outside of a sandbox: no real check-ins are played */
export async function stageOf(call: CommandCall, person: SandboxPerson): Promise<SandboxStage> {
  const { sandbox, url, name } = call.connection;
  if (!sandbox)
    throw wrongUse(
      `The profile "${name}" is of no sandbox: only there Wellhub and the door are played.`,
      'Start one with npm start, then: gatehouse login --sandbox --profile sandbox.',
    );
  const gatehouse = await call.partner();
  const fetch = serviceFetch(call.signal);
  const wellhub = new Connection({ baseUrl: sandbox.simulatorUrl, fetch, retries: 0 });
  const door = new Connection({ baseUrl: url, token: sandbox.deviceToken, fetch, retries: 0 });
  return { call, gatehouse, sandbox, wellhub, door, person };
}

/** Orders something of the simulated Wellhub. @throws CliProblem when it is not there, or takes no such order */
export async function order<T>({ wellhub, sandbox }: SandboxStage, name: string, body?: object) {
  const path = `/control/${name}`;
  try {
    return await (body ? wellhub.post<T>(path, { body }) : wellhub.get<T>(path));
  } catch (error) {
    if (!isGatehouseError(error) || error.code === INTERRUPTED) throw error;
    const { message = error.detail } = (error.body ?? {}) as { message?: string };
    throw new CliProblem(`The simulator at ${sandbox.simulatorUrl}: ${message}`, {
      next: 'Does the sandbox run? One that was started anew may be elsewhere: gatehouse login --sandbox.',
    });
  }
}

/** What one call of the simulator to the service came to. */
export interface SimulatedCall {
  readonly status?: number;
  readonly error?: string;
  readonly body: unknown;
}

export const wasAccepted = ({ status = 0 }: SimulatedCall): boolean =>
  status >= 200 && status < 300;

/** @throws CliProblem when the service did not take what the simulator sent */
export function requireAccepted(what: string, answer: SimulatedCall | undefined): SimulatedCall {
  if (answer && wasAccepted(answer)) return answer;
  const { status, error, body } = answer ?? {};
  throw new CliProblem(
    `${what}, and the service answered ${status ?? `nothing (${error ?? 'no call'})`} ${JSON.stringify(body ?? '')}`.trim(),
    {
      next: 'Has the sandbox another data folder or was it started anew? gatehouse login --sandbox.',
    },
  );
}

const TRIES = 50;
const POLL_MS = 200;

/** Polls for up to 10 s, since the service goes on after its answer. */
export async function pollFor<T>(
  { call }: SandboxStage,
  find: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    call.stopIfInterrupted();
    const found = await find();
    if (found !== undefined) return found;
    await pause(POLL_MS, call.signal);
  }
  return undefined;
}

interface Customer {
  readonly id: number;
}

/** Whom the service knows by the person's Wellhub id. */
export async function customerOf({
  gatehouse,
  person,
}: SandboxStage): Promise<Customer | undefined> {
  const query = { gympassId: person.wellhubId, limit: 1 };
  const path = '/admin/v1/partners/{partnerId}/customers';
  return (await gatehouse.list<Customer>(path, { query }).page()).items[0];
}
