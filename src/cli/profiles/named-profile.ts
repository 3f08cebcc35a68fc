import { cliEnvironment } from '../terminal/cli-environment.js';
import { wrongUse } from '../terminal/cli-problem.js';
import { DEFAULT_PROFILE, readProfiles } from './profile-file.js';
import { isKeyShaped, serviceUrl, type CliProfile } from './profile.js';

/** A profile, and what it is called in messages. */
export interface NamedProfile extends CliProfile {
  readonly name: string;
}

/** What GATEHOUSE_URL and GATEHOUSE_API_KEY make, for machines without a log-in. */
const OF_ENVIRONMENT = 'of the environment';

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
