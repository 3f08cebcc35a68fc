import { cliEnvironment } from '../terminal/cli-environment.js';
import { CliProblem, wrongUse } from '../terminal/cli-problem.js';
import { DEFAULT_PROFILE, readProfiles } from './profile-file.js';
import { isKeyShaped, serviceUrl, type CliProfile } from './profile.js';

/** A profile, and what it is called in messages. */
export interface NamedProfile extends Omit<CliProfile, 'apiKey'> {
  readonly name: string;
  /** Absent where none is needed. */
  readonly apiKey?: string;
}

/** What GATEHOUSE_URL and GATEHOUSE_API_KEY make, for machines without a log-in. */
const OF_ENVIRONMENT = 'of the environment';
const NO_PROFILE = 'without a key';

/**
 * `--profile`, else GATEHOUSE_URL with GATEHOUSE_API_KEY, else GATEHOUSE_PROFILE, else `default`.
 * @throws CliProblem when there is none
 */
export function connectionOf(named: string | undefined): NamedProfile {
  const environment = cliEnvironment();
  const { url, apiKey } = environment;
  if (named === undefined && (url !== undefined || apiKey !== undefined))
    return ofEnvironment(url, apiKey);
  const name = named ?? environment.profile ?? DEFAULT_PROFILE;
  const profiles = readProfiles();
  const profile = profiles.get(name);
  if (profile) return { ...profile, name };
  const others = [...profiles.keys()];
  const hint = others.length > 0 ? ` There are: ${others.join(', ')} (--profile <name>).` : '';
  const option = name === DEFAULT_PROFILE ? '' : ` --profile ${name}`;
  throw wrongUse(
    `There is no profile "${name}".${hint}`,
    `Log in first: gatehouse login${option} --url https://your-gatehouse.example, or gatehouse login --sandbox.`,
  );
}

/** Where a service is, for what it shows to anybody. @throws CliProblem */
export function withoutKey(url: string | undefined, named: string | undefined): NamedProfile {
  const address = url ?? (named === undefined ? cliEnvironment().url : undefined);
  if (address === undefined) return atProfile(named);
  const origin = serviceUrl(address);
  if (!origin)
    throw wrongUse(
      'That is no address of a service.',
      'Write it whole: --url https://your-gatehouse.example.',
    );
  return { url: origin, name: NO_PROFILE };
}

function atProfile(named: string | undefined): NamedProfile {
  try {
    const { url, name } = connectionOf(named);
    return { url, name };
  } catch (error) {
    if (named !== undefined || !(error instanceof CliProblem)) throw error;
    throw wrongUse(error.message, 'Name the service with --url https://your-gatehouse.example.');
  }
}

function ofEnvironment(url: string | undefined, apiKey: string | undefined): NamedProfile {
  const origin = serviceUrl(url ?? '');
  if (!origin || !apiKey)
    throw wrongUse(
      'GATEHOUSE_URL and GATEHOUSE_API_KEY belong together: the address of the service, and a key.',
      'Set both, or none of them to use a profile (gatehouse login).',
    );
  if (!isKeyShaped(apiKey))
    throw wrongUse('GATEHOUSE_API_KEY is no API key.', 'Copy it again, without quotes or spaces.');
  return { url: origin, apiKey, name: OF_ENVIRONMENT };
}
