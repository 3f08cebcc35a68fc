import { randomInt, randomUUID } from 'node:crypto';

/** Whose phone this is; lives in a cookie, so that the same browser stays the same person. */
export interface PhonePerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** 13 digits, as the app shows them. */
  readonly wellhubId: string;
  readonly gpwId: string;
}

const FIRST_NAMES = ['Ana', 'Bruno', 'Clara', 'Diego', 'Elena', 'Felix', 'Greta', 'Hugo'] as const;
const LAST_NAMES = ['Prado', 'Silva', 'Costa', 'Moreno', 'Vogel', 'Keller', 'Evans'] as const;

/** A new person with plausible values. */
export function randomPerson(): PhonePerson {
  const firstName = oneOf(FIRST_NAMES);
  const lastName = oneOf(LAST_NAMES);
  return {
    firstName,
    lastName,
    email: `${firstName}.${lastName}.${randomInt(1_000, 10_000)}@example.com`.toLowerCase(),
    wellhubId: Array.from({ length: 13 }, () => randomInt(10)).join(''),
    gpwId: `gpw-${randomUUID()}`,
  };
}

/** Reads the person from a form or from the cookie; missing fields are empty. */
export function readPhonePerson(source: unknown): PhonePerson {
  return {
    firstName: field(source, 'firstName'),
    lastName: field(source, 'lastName'),
    email: field(source, 'email'),
    wellhubId: field(source, 'wellhubId').replaceAll(/\s/g, ''),
    gpwId: field(source, 'gpwId'),
  };
}

export function personToCookie(person: PhonePerson): string {
  return Buffer.from(JSON.stringify(person)).toString('base64url');
}

export function personFromCookie(cookie: string | undefined): PhonePerson | undefined {
  try {
    const person = readPhonePerson(
      JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString('utf8')),
    );
    return person.wellhubId === '' && person.gpwId === '' ? undefined : person;
  } catch {
    return undefined;
  }
}

/** What is wrong with the form, in plain words; an empty list when nothing is. */
export function problemsOf(person: PhonePerson): readonly string[] {
  return [
    /^\d{13}$/.test(person.wellhubId) ? '' : 'The Wellhub id has 13 digits.',
    /^gpw-[\w-]{1,96}$/.test(person.gpwId)
      ? ''
      : 'The gpw id starts with “gpw-” and goes on with letters, digits and hyphens.',
    /^$|^\S+@\S+$/.test(person.email) ? '' : 'The e-mail address needs an @.',
  ].filter((problem) => problem !== '');
}

function field(source: unknown, name: string): string {
  if (typeof source !== 'object' || source === null) return '';
  const value: unknown = Reflect.get(source, name);
  return typeof value === 'string' ? value.trim().slice(0, 254) : '';
}

function oneOf(names: readonly [string, ...string[]]): string {
  return names[randomInt(names.length)] ?? names[0];
}
