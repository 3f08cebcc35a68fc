import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readPrivate, writePrivate } from '../profiles/private-file.js';
import { cliEnvironment } from '../terminal/cli-environment.js';

/** The Wellhub user that the sandbox plays: the same from one call to the next, until `--new`. */
export interface SandboxPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly wellhubId: string;
  readonly gpwId: string;
}

const FIRST_NAMES = ['Ana', 'Bruno', 'Clara', 'Diego', 'Elena', 'Felix'] as const;

const path = () => join(cliEnvironment().configFolder, 'sandbox-person.json');

export const keepPerson = (person: SandboxPerson): void =>
  writePrivate(path(), `${JSON.stringify(person, undefined, 2)}\n`);

/** The one of the last call; undefined: there was none, or none that is still readable. */
export function lastPerson(): SandboxPerson | undefined {
  try {
    const person = JSON.parse(readPrivate(path()) ?? '{}') as Partial<SandboxPerson>;
    const { firstName, lastName, email, wellhubId, gpwId } = person;
    const isWhole = [firstName, lastName, email, wellhubId, gpwId].every(
      (text) => typeof text === 'string',
    );
    return isWhole ? (person as SandboxPerson) : undefined;
  } catch {
    return undefined;
  }
}

export function newPerson(): SandboxPerson {
  const firstName = FIRST_NAMES[randomInt(FIRST_NAMES.length)] ?? FIRST_NAMES[0];
  const unique = randomUUID().slice(0, 8);
  return {
    firstName,
    lastName: 'Prado',
    email: `${firstName.toLowerCase()}.${unique}@example.com`,
    wellhubId: String(randomInt(10 ** 12, 9 * 10 ** 12)),
    gpwId: `gpw-${randomUUID()}`,
  };
}
