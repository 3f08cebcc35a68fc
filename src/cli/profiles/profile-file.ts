import { join } from 'node:path';
import { cliEnvironment } from '../terminal/cli-environment.js';
import { CliProblem } from '../terminal/cli-problem.js';
import { readPrivate, writePrivate } from './private-file.js';
import { isProfile, isProfileName, type CliProfile } from './profile.js';

export const DEFAULT_PROFILE = 'default';

export type Profiles = ReadonlyMap<string, CliProfile>;

export const profilesPath = (): string => join(cliEnvironment().configFolder, 'profiles.json');

/** @throws CliProblem when the file is open to others, or is none that `login` has written */
export function readProfiles(): Profiles {
  const path = profilesPath();
  const text = readPrivate(path);
  if (text === undefined) return new Map();
  const entries = Object.entries(parsed(text) ?? { '': undefined });
  const isOurs = entries.every(([name, value]) => isProfileName(name) && isProfile(value));
  if (!isOurs)
    throw new CliProblem(`${path} is damaged or was changed by hand, so it is not used.`, {
      next: `Remove it (rm '${path}'), and log in again: gatehouse login.`,
    });
  return new Map(entries as [string, CliProfile][]);
}

function parsed(text: string): object | undefined {
  try {
    const { profiles } = JSON.parse(text) as { profiles?: unknown };
    return typeof profiles === 'object' && profiles !== null ? profiles : undefined;
  } catch {
    return undefined;
  }
}

export function keepProfile(name: string, profile: CliProfile): void {
  write(new Map([...readProfiles(), [name, profile]]));
}

/** @returns false when there is none of that name */
export function dropProfile(name: string): boolean {
  const profiles = new Map(readProfiles());
  if (!profiles.delete(name)) return false;
  write(profiles);
  return true;
}

const write = (profiles: Profiles) =>
  writePrivate(
    profilesPath(),
    `${JSON.stringify({ profiles: Object.fromEntries(profiles) }, undefined, 2)}\n`,
  );
