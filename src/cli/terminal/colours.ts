import { styleText } from 'node:util';

/** Roles, so that one thing looks the same everywhere. */
const STYLES = {
  good: 'green',
  bad: 'red',
  careful: 'yellow',
  strong: 'bold',
  faint: 'gray',
} as const;

type Role = keyof typeof STYLES;
export type Paint = (role: Role, text: string) => string;

interface Surroundings {
  readonly isTerminal: boolean;
  /** https://no-color.org: set to anything. */
  readonly noColour: string | undefined;
  readonly terminal: string | undefined;
}

/** Colours are for terminals, and for people who want them. */
export function paintFor({ isTerminal, noColour, terminal }: Surroundings): Paint {
  const isPlain = !isTerminal || Boolean(noColour) || terminal === 'dumb';
  if (isPlain) return (_role, text) => text;
  return (role, text) => styleText(STYLES[role], text, { validateStream: false });
}
