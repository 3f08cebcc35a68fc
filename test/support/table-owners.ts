import { posix } from 'node:path';
import { roomOf, type Source } from './house-rules.js';
import { reach, ROOMS } from './rooms.js';

/** `0007-accounts.up.sql` and `0019-accounts-locks.up.sql` both belong to accounts. */
export function roomOfMigration(path: string): string | undefined {
  const name = /^\d{4}-(.+)\.(up|down)\.sql$/.exec(posix.basename(path))?.[1] ?? '';
  return ROOMS.map((room) => room.name)
    .filter((room) => name === room || name.startsWith(`${room}-`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Tables that another room owns now. Databases remember the names of their migrations, so the files keep theirs. */
const MOVED = [
  ['mails', 'mail'],
  ['mail_templates', 'mail'],
] as const;

/** Which room owns which table: the one whose migration makes it, but for those that moved since. */
export function tableOwners(migrations: readonly Source[]): Map<string, string> {
  const made = migrations
    .filter(({ path }) => path.endsWith('.up.sql'))
    .flatMap((migration) =>
      [...migration.text.matchAll(/\bcreate (?:unlogged )?table (?:if not exists )?(\w+)/gi)].map(
        ([, table = '']) => [table, roomOfMigration(migration.path) ?? ''] as const,
      ),
    );
  return new Map([...made, ...MOVED]);
}

/** Sentences also say "from events": a table is meant only where the words around it are SQL. */
const AROUND = 300;
const SQL =
  /\b(select|insert into|where|set|values|returning|exists|using|delete|truncate|lateral)\b/;

const foreign = (
  { path, text }: Source,
  found: readonly RegExpMatchArray[],
  owners: ReadonlyMap<string, string>,
): string[] =>
  found
    .map(({ index = 0, 1: table = '' }) => ({ at: index, table: table.toLowerCase() }))
    .filter(({ table }) => owners.has(table) && owners.get(table) !== roomOf(path))
    .map(({ at, table }) => {
      const line = text.slice(0, at).split('\n').length;
      return `${path}:${line}: ${table} belongs to ${owners.get(table)}`;
    });

const IN_SQL =
  /\b(?:from|join|into|update|delete from|table|lock)\s+(?:only\s+)?"?(\w+)\b(?!['./])/gi;
const IN_ENTITY = /@Entity\(\s*(?:\{\s*name:\s*)?['"](\w+)['"]/g;

/** A table stands in SQL only of its owner; others compose the fragments which the owner exports. */
export const namesOwnTables = (
  sources: readonly Source[],
  owners: ReadonlyMap<string, string>,
): string[] =>
  sources.flatMap((source) => {
    const { text } = source;
    const sql = [...text.matchAll(IN_SQL)].filter(({ index }) =>
      SQL.test(text.slice(Math.max(0, index - AROUND), index + AROUND)),
    );
    return foreign(source, sql, owners);
  });

/** An entity is a table's shape in code: one owner as well. */
export const mapsOwnTables = (
  sources: readonly Source[],
  owners: ReadonlyMap<string, string>,
): string[] =>
  sources.flatMap((source) => foreign(source, [...source.text.matchAll(IN_ENTITY)], owners));

/** A foreign key points at rows of the same room or of one below it. */
export function refersDownward(
  migrations: readonly Source[],
  owners: ReadonlyMap<string, string>,
): string[] {
  return migrations.flatMap(({ path, text }) => {
    const room = roomOfMigration(path);
    if (room === undefined) return [`${path}: belongs to no room; name it NNNN-<room>`];
    return [...text.matchAll(/\b(?:references|alter table|on)\s+(\w+)\s*[(\s]/gi)]
      .map(([, table = '']) => ({ table, owner: owners.get(table.toLowerCase()) }))
      .filter(({ owner }) => owner !== undefined && owner !== room && !reach(room).has(owner))
      .map(({ table, owner }) => `${path}: ${table} belongs to ${owner}`);
  });
}
