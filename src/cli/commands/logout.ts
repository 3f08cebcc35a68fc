import type { BuildCommand } from '../frame/command-call.js';
import { action, examples } from '../frame/run-command.js';
import { DEFAULT_PROFILE, dropProfile } from '../profiles/profile-file.js';
import { wrongUse } from '../terminal/cli-problem.js';

export const logout: BuildCommand = (command) => {
  command
    .description('remove a profile from this machine; the key itself stays valid')
    .addHelpText('after', examples('logout', 'logout --profile live'))
    .action(
      action(async ({ options: { profile: name = DEFAULT_PROFILE }, output }) => {
        if (!dropProfile(name)) throw wrongUse(`There is no profile "${name}".`);
        output.result({ removed: name }, `Removed the profile "${name}" from this machine.`);
        output.progress('The key itself stays valid: gatehouse api-keys revoke ends one.');
      }),
    );
};
