import type { Command } from 'commander';

/** What can be typed after a command, and after the commands below it. */
export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly words: readonly string[];
  readonly below?: readonly CommandWords[];
}

export const wordsOf = (command: Command): CommandWords => ({
  name: command.name(),
  summary: command.description(),
  words: [...command.options.flatMap(({ long }) => long ?? []), '--help'],
  below: command.commands.map(wordsOf),
});

/** Of the program itself. */
const ALWAYS = ['--help', '--version'];

/** The command that prints all this cannot load itself. */
export const OF_COMPLETION: CommandWords = {
  name: 'completion',
  summary: '',
  words: ['bash', 'zsh', '--help'],
};

/** By the path of a command (`events tail`) what can follow it. */
export function followers(commands: readonly CommandWords[], path = ''): Map<string, string[]> {
  const names = commands.map(({ name }) => name);
  const found = new Map([[path, path === '' ? [...names, ...ALWAYS] : names]]);
  for (const { name, words, below = [] } of commands) {
    const own = path === '' ? name : `${path} ${name}`;
    for (const [key, value] of followers(below, own)) found.set(key, value);
    found.set(own, [...(found.get(own) ?? []), ...words]);
  }
  return found;
}
