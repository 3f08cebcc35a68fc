import { lastWords } from '../platform/config/start-problem.js';
import type { Settings } from '../platform/config/settings.js';
import { OutOfTime, within as inTime } from '../platform/deadline/within.js';
import { DATABASE, WITH_DATABASE, WITHOUT_DATABASE, type Check, type OpenApp } from './checks.js';
import { problem, skipped, type Finding } from './finding.js';

export interface CheckReport {
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** All checks in their order. */
export interface DoctorReport {
  readonly checks: readonly CheckReport[];
  readonly seconds: number;
}

/** The database must answer by then. */
const DATABASE_MS = 3_500;
/** Everything is done by then, or counts as not done. */
const ALL_MS = 9_000;

/** Checks what a start would find, and what waits; reads only. */
export async function runDoctor(settings: Settings, openApp: OpenApp): Promise<DoctorReport> {
  const began = performance.now();
  const run = ([name, check]: [string, Check], limitMs: number) =>
    within(limitMs - (performance.now() - began), () => check(settings, openApp)).then(
      (findings) => ({ name, findings }),
    );
  const others = Promise.all(Object.entries(WITHOUT_DATABASE).map((each) => run(each, ALL_MS)));
  const database: CheckReport[] = [];
  for (const each of Object.entries(DATABASE))
    database.push(isDown(database) ? unchecked(each[0]) : await run(each, DATABASE_MS));
  const dependent = await Promise.all(
    Object.entries(WITH_DATABASE).map((each) =>
      isDown(database) ? unchecked(each[0]) : run(each, ALL_MS),
    ),
  );
  const [node, ...rest] = await others;
  const checks = [node, ...database, ...dependent, ...rest].filter((one) => one !== undefined);
  return { checks, seconds: Math.round(performance.now() - began) / 1_000 };
}

const isDown = ([database]: readonly CheckReport[]): boolean =>
  database?.findings.some(({ kind }) => kind === 'problem') ?? false;

const unchecked = (name: string): CheckReport => ({
  name,
  findings: [skipped('needs the database')],
});

async function within(
  limitMs: number,
  check: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await inTime(Math.max(limitMs, 1), check());
  } catch (error) {
    if (error instanceof OutOfTime)
      return [
        problem(`not done after ${Math.round(limitMs / 1_000)} s`, 'look at what it has to reach'),
      ];
    return [problem(lastWords(error))];
  }
}
