import { readFileSync } from 'node:fs';
import { checkedOptions, OPTIONS, type Options } from '../../conformance/index.js';
import { codeOf } from '../../platform/config/start-problem.js';
import { cliEnvironment } from '../terminal/cli-environment.js';
import { wrongUse } from '../terminal/cli-problem.js';

/** What `conform` takes besides the options of the kit. */
export interface ConformFlags {
  readonly config?: string;
  readonly only?: readonly string[];
  readonly list?: boolean;
  readonly html?: string;
  readonly junit?: string;
  readonly yes?: boolean;
}

/** `--check-in-url` of `checkInUrl`. */
export const flagOf = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The file, over it the environment, over it the command line. @throws WrongUse */
export function givenOptions(flags: ConformFlags): Options {
  const { conformKey, conformSecret, conformValidateToken } = cliEnvironment();
  const file = flags.config === undefined ? {} : optionsOfFile(flags.config);
  const secrets = { key: conformKey, secret: conformSecret, validateToken: conformValidateToken };
  return { ...file, ...checkedOptions(secrets, flagOf), ...checkedOptions(ofKit(flags), flagOf) };
}

function ofKit(flags: ConformFlags): Record<string, unknown> {
  return Object.fromEntries(Object.entries(flags).filter(([name]) => Object.hasOwn(OPTIONS, name)));
}

function optionsOfFile(path: string): Options {
  const value = jsonOf(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrongUse(
      `${path} is not a JSON object.`,
      'It is like {"target": "https://…", "key": "…"}.',
    );
  return checkedOptions({ ...value }, (name) => `"${name}" in ${path}`);
}

function jsonOf(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw wrongUse(`${path} cannot be read (${codeOf(error)}).`, 'Name a file with --config.');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own words would show a piece of the file, which holds a key.
    throw wrongUse(`${path} is not JSON.`, 'It is like {"target": "https://…", "key": "…"}.');
  }
}
