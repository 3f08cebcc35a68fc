import { describe, expect, it } from '@jest/globals';
import {
  isOutsideTransaction,
  readMigrations,
  statementsOf,
  type Migration,
} from '../src/platform/database/migration-files.js';

/** They stand as they were applied; what they index was small then. */
const OLDER = /^00(0\d|1\d|2[0-5])-/;
/** As many rows as there are partners, gyms and devices. */
const SMALL = ['partners', 'gyms', 'wellhub_connections', 'api_keys', 'devices', 'usage_senders'];

const INDEX =
  /^create (?:unique )?index (concurrently )?(?:if not exists )?\w+ on (?:only )?(\w+)/i;
const CONSTRAINT =
  /^alter table (\w+)[^;]* add (?:constraint \w+ )?(?:unique|primary key|exclude)(?! using index)/i;

/** Statements that would lock a table with rows while they read all of it. */
function lockingIndexes({ name, up }: Migration): string[] {
  const statements = statementsOf(up).map((statement) => statement.replaceAll(/\s+/g, ' '));
  const made = [...up.matchAll(/create (?:unlogged )?table (?:if not exists )?(\w+)/gi)];
  const harmless = new Set([...SMALL, ...made.map(([, table]) => table)]);
  return statements.flatMap((statement) => {
    const [, concurrently, table] = INDEX.exec(statement) ?? [];
    const constrained = CONSTRAINT.exec(statement)?.[1];
    const isHarmful = (table && !concurrently && table) || constrained;
    return isHarmful && !harmless.has(isHarmful) ? [`${name}: ${isHarmful}`] : [];
  });
}

describe('migrations', () => {
  const migrations = readMigrations();

  it('build indexes of tables that may be large while people come and go', () => {
    const later = migrations.filter(({ name }) => !OLDER.test(name));
    expect(later.flatMap(lockingIndexes)).toEqual([]);
  });

  it.each([
    ['create index ix on visits (id)', ['x: visits']],
    ['-- why\ncreate unique index if not exists ix\n  on visits (id)', ['x: visits']],
    ['alter table visits add column a int;\nalter table visits add unique (a)', ['x: visits']],
    ['alter table visits add a int, add constraint uq unique (a)', ['x: visits']],
    ['alter table visits add constraint uq unique using index ix', []],
    ['create index ix on gyms (id)', []],
    ['create table new (a int);\ncreate index ix on new (a)', []],
    ['create index concurrently if not exists ix on visits (id)', []],
  ])('are found out: %s', (up, found) => {
    expect(lockingIndexes({ name: 'x', up, down: '' })).toEqual(found);
  });

  it('declare in their first line that they run outside a transaction, and then only build indexes', () => {
    const texts = migrations.flatMap(({ up, down }) => [up, down]);
    const isAlone =
      /^(create (unique )?index concurrently if not exists|drop index concurrently if exists) /;
    const outside = texts.filter(isOutsideTransaction);
    expect(outside.flatMap(statementsOf).filter((one) => !isAlone.test(one))).toEqual([]);
    const rest = texts.filter((sql) => !isOutsideTransaction(sql));
    expect(rest.filter((sql) => /index concurrently/.test(sql))).toEqual([]);
  });
});
