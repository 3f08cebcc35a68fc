import type { BuildCommand, CommandCall } from '../frame/command-call.js';
import { action, examples } from '../frame/run-command.js';
import { DEFAULT_PROFILE, keepProfile, profilesPath } from '../profiles/profile-file.js';
import { isKeyShaped, isProfileName, serviceUrl, type CliProfile } from '../profiles/profile.js';
import { sandboxOf } from '../profiles/sandbox-secrets.js';
import { keyLines, keyOf } from '../service/own-key.js';
import { cliEnvironment } from '../terminal/cli-environment.js';
import { wrongUse } from '../terminal/cli-problem.js';
import { readSecret } from '../terminal/secret-input.js';

interface LoginOptions {
  readonly url?: string;
  readonly sandbox?: boolean;
  readonly dataDir?: string;
}

export const login: BuildCommand = (command) => {
  command
    .description(
      'check an API key at its service, and keep both as a profile that only you can read.\nThe key is typed without being shown, or comes from stdin or GATEHOUSE_API_KEY.',
    )
    .option('--url <address>', 'where the service is (or GATEHOUSE_URL)')
    .option('--sandbox', 'the sandbox on this machine, with the keys that it made')
    .option('--data-dir <folder>', 'of the sandbox, else DATA_DIR or .gatehouse')
    .addHelpText(
      'after',
      examples(
        'login --sandbox',
        'login --url https://gatehouse.example',
        'login --profile live --url https://gatehouse.example < key.txt',
      ),
    )
    .action(action<LoginOptions>(logIn));
};

async function logIn(call: CommandCall<LoginOptions>): Promise<void> {
  const { options, output } = call;
  const name = options.profile ?? cliEnvironment().profile ?? DEFAULT_PROFILE;
  if (!isProfileName(name))
    throw wrongUse(`"${name}" is no name of a profile.`, 'Use letters, digits, dots and dashes.');
  const profile = options.sandbox ? sandboxOf(options) : await typedProfile(call);
  // Before it is kept: a key that is not accepted would only fail later.
  const key = await keyOf(call.use({ ...profile, name }));
  keepProfile(name, { ...profile, partnerId: key.partner?.id });
  output.result({ profile: name, url: profile.url, key }, [
    `service  ${profile.url}`,
    ...keyLines(key),
  ]);
  output.progress(`Kept as the profile "${name}" in ${profilesPath()}.`);
}

async function typedProfile({ options, signal }: CommandCall<LoginOptions>): Promise<CliProfile> {
  const { url: urlOfEnvironment, apiKey: given } = cliEnvironment();
  const address = options.url ?? urlOfEnvironment;
  if (address === undefined)
    throw wrongUse(
      'Where is the service?',
      'Add --url https://your-gatehouse.example, or --sandbox for the one on this machine.',
    );
  const url = serviceUrl(address);
  if (url === undefined)
    throw wrongUse(
      `${address} is no address of a service.`,
      'It is like https://gatehouse.example.',
    );
  const apiKey = given ?? (await readSecret(`API key for ${url}: `, signal));
  if (!isKeyShaped(apiKey))
    throw wrongUse(
      apiKey === '' ? 'There was no key.' : 'That is no API key.',
      'It begins with "ghk_": an administrator of the partner makes one in the console, at "API keys".',
    );
  return { url, apiKey };
}
