import type { Command } from 'commander';
import type { BuildCommand } from '../frame/command-call.js';
import { bashScript, zshScript } from '../frame/completion-scripts.js';
import { OF_COMPLETION, wordsOf, type CommandWords } from '../frame/completion-words.js';
import { action, examples } from '../frame/run-command.js';
import { wrongUse } from '../terminal/cli-problem.js';

const SCRIPTS = new Map([
  ['bash', bashScript],
  ['zsh', zshScript],
]);

export const completion =
  (own: readonly Command[], others: readonly CommandWords[]): BuildCommand =>
  (command) => {
    command
      .description('print what makes a shell complete the commands and their options')
      .argument('<shell>', 'bash or zsh')
      .addHelpText(
        'after',
        examples(
          'completion bash > ~/.local/share/bash-completion/completions/gatehouse',
          'completion zsh > "${fpath[1]}/_gatehouse"',
        ),
      )
      .action(
        action(async ({ args: [shell = ''], output }) => {
          const script = SCRIPTS.get(shell);
          if (!script)
            throw wrongUse(`There is no completion for "${shell}".`, 'There is: bash, zsh.');
          output.write(script([...others, ...own.map(wordsOf), OF_COMPLETION]));
        }),
      );
  };
