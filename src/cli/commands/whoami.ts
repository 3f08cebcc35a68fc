import type { BuildCommand } from '../frame/command-call.js';
import { action, examples } from '../frame/run-command.js';
import { keyLines, keyOf } from '../service/own-key.js';

export const whoami: BuildCommand = (command) => {
  command
    .description('which service, partner and scopes the profile has')
    .addHelpText('after', examples('whoami', 'whoami --profile live --json'))
    .action(
      action(async (call) => {
        const key = await keyOf(call.gatehouse());
        const { name: profile, url } = call.connection;
        call.output.result({ profile, url, key }, [
          `profile  ${profile}`,
          `service  ${url}`,
          ...keyLines(key),
        ]);
      }),
    );
};
