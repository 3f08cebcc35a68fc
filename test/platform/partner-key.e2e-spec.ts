import { beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, query } from '../support/databases.js';
import { golden } from '../support/golden.js';
import { LOCAL_TABLES, readsAcrossPartners, REFERENCE_TABLES } from '../support/partner-key.js';
import { sourcesIn } from '../support/repository.js';

interface Table {
  readonly name: string;
  readonly hasPartner: boolean;
}
interface Key {
  readonly table: string;
  readonly columns: string;
}
interface Reference {
  readonly table: string;
  readonly target: string;
  readonly columns: string;
}

const TABLES = `select c.relname as name, exists (select from pg_attribute a
    where a.attrelid = c.oid and a.attname = 'partner_id' and a.attnotnull) as "hasPartner"
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`;
const UNIQUE_KEYS = `select c.relname as table, pg_get_indexdef(i.indexrelid) as columns
  from pg_index i join pg_class c on c.oid = i.indrelid
  where i.indisunique and c.relnamespace = 'public'::regnamespace and not c.relispartition`;
const FOREIGN_KEYS = `select conrelid::regclass::text as table, confrelid::regclass::text as target,
    pg_get_constraintdef(oid) as columns
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`;

/** Random and found before its partner is known: distributed, the key is (partner_id, token_hash). */
const KEYS_TO_EXTEND = ['sessions', 'control_id_secrets'];

const GOLDEN = 'test/golden/across-partners.txt';

/** What several database servers, each with some of the partners, would ask of the schema (docs/capacity.md). */
describe('the partner as the key of distribution', () => {
  let url: string;
  let tables: Table[];
  const isDistributed = (name: string) =>
    tables.some((table) => table.name === name) &&
    !REFERENCE_TABLES.includes(name) &&
    !LOCAL_TABLES.includes(name);

  beforeAll(async () => {
    url = await createDatabase();
    tables = await query<Table & Record<string, unknown>>(url, TABLES);
  });

  it('K-70 stands in every row of a distributed table', () => {
    const distributed = tables.filter(({ name }) => isDistributed(name));
    expect(distributed.length).toBeGreaterThan(30);
    expect(distributed.filter(({ hasPartner }) => !hasPartner)).toEqual([]);
  });

  it('K-70 has a place for every table, and for no other', () => {
    const names = tables.map(({ name }) => name);
    expect([...REFERENCE_TABLES, ...LOCAL_TABLES].filter((name) => !names.includes(name))).toEqual(
      [],
    );
  });

  it('K-70 is part of every unique key of a distributed table', async () => {
    const keys = await query<Key & Record<string, unknown>>(url, UNIQUE_KEYS);
    const without = keys.filter(
      ({ table, columns }) => isDistributed(table) && !/\(.*\bpartner_id\b/.test(columns),
    );
    expect(without.map(({ table }) => table)).toEqual(KEYS_TO_EXTEND);
  });

  it('K-70 is part of every reference between distributed tables, and none leads to one from elsewhere', async () => {
    const references = await query<Reference & Record<string, unknown>>(url, FOREIGN_KEYS);
    const wrong = references.filter(({ table, target, columns }) => {
      if (!isDistributed(target)) return isDistributed(table) && LOCAL_TABLES.includes(target);
      return !isDistributed(table) || !columns.startsWith('FOREIGN KEY (partner_id');
    });
    expect(wrong).toEqual([]);
  });

  it('K-71 stands in every statement over distributed tables, but for those that were reviewed', () => {
    const sources = sourcesIn('src', /\.(sql|repository)\.ts$/);
    const found = readsAcrossPartners(sources, isDistributed);
    const table = `${[...new Set(found)].toSorted().join('\n')}\n`;
    expect(table).toBe(golden(GOLDEN, table));
  });

  it('K-71 is missed in a statement that forgets it', () => {
    const forgetful =
      'const A = { text: `select 1 from visits v join check_ins c on c.partner_id = v.id` };';
    const source = { path: 'src/a.sql.ts', text: forgetful };
    expect(readsAcrossPartners([source], isDistributed)).toEqual(['src/a.sql.ts: visits']);
  });
});
