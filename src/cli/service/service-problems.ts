import { isGatehouseError, type GatehouseError } from '@gatehouse/client';
import { StartProblem, codeOf } from '../../platform/config/start-problem.js';
import type { NamedProfile } from '../profiles/named-profile.js';
import { CliProblem, interrupted } from '../terminal/cli-problem.js';
import { EXIT } from '../terminal/exit-codes.js';
import { terminalSafe } from '../terminal/terminal-safe.js';

/** Of a request that Ctrl-C has ended. */
export const INTERRUPTED = 'cli.interrupted';

/** Whatever ended a command, as people see it. @param connection as far as one was used */
export function cliProblemOf(error: unknown, connection?: NamedProfile): CliProblem {
  if (error instanceof CliProblem) return error;
  if (error instanceof StartProblem) return new CliProblem(error.message);
  if (isGatehouseError(error)) return ofService(error, connection);
  return new CliProblem(error instanceof Error ? (error.stack ?? error.message) : String(error), {
    code: 'unexpected',
    next: 'This is a fault of Gatehouse itself: report it with what you called.',
  });
}

function ofService(error: GatehouseError, connection: NamedProfile | undefined): CliProblem {
  const { code, status } = error;
  if (code === INTERRUPTED) return interrupted();
  if (status === undefined) return unreachable(error, connection);
  if (code === 'client.unexpected-answer') return strange(status, connection);
  const facts = error.errors.map(({ pointer, detail }) => `${pointer} ${detail}`.trim());
  return new CliProblem(terminalSafe(`${[error.detail, ...facts].join('; ')} (${code})`), {
    exitCode: EXIT.refused,
    code,
    next: nextStep(error, connection),
  });
}

function nextStep({ status, code }: GatehouseError, connection?: NamedProfile): string | undefined {
  const { name = '', url = '' } = connection ?? {};
  if (status === 401)
    return `The key of the profile "${name}" is not accepted at ${url}: it may have expired, been revoked or rotated. Log in again: gatehouse login --profile ${name}.`;
  if (status === 403)
    return `The key of the profile "${name}" may not do this: gatehouse whoami shows its scopes.`;
  if (status === 429) return 'Wait a moment, and call again.';
  return connection && `What it means: ${url}/docs/errors#${code}`;
}

const addressOf = (connection: NamedProfile | undefined) => connection?.url ?? 'The service';

/** Nothing has answered. */
function unreachable({ code, cause }: GatehouseError, connection?: NamedProfile): CliProblem {
  const { cause: deeper } = (cause ?? {}) as { cause?: unknown };
  const reason = code === 'client.timed-out' ? 'no answer in time' : codeOf(deeper);
  const detail = reason ? ` (${reason})` : '';
  return new CliProblem(`${addressOf(connection)} cannot be reached${detail}.`, {
    code: 'unreachable',
    next: 'Is the service running there? gatehouse login --url <address> keeps another address.',
  });
}

/** What no Gatehouse answers: a page of a proxy, say. */
const strange = (status: number, connection: NamedProfile | undefined) =>
  new CliProblem(`${addressOf(connection)} answered ${status}, but not as a Gatehouse does.`, {
    code: 'not-gatehouse',
    next: 'Is that its address, and no page of a proxy in front of it?',
  });
