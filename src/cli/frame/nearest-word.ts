import { Command } from 'commander';

const MEANT = /Did you mean ([^?]+)\?/;

/** As commander finds it for commands below a command. */
export function nearestOf(word: string, words: readonly string[]): string | undefined {
  let text = '';
  const program = new Command().exitOverride();
  program.configureOutput({ writeErr: (line) => (text += line) });
  for (const known of words) program.command(known).action(() => undefined);
  try {
    program.parse([word], { from: 'user' });
  } catch {
    return MEANT.exec(text)?.[1];
  }
  return undefined;
}
