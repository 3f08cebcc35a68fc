import { importsOf, roomOf, type Source } from './house-rules.js';
import { OPEN_ROOMS, ROOMS } from './rooms.js';

const FACTS = ['Purpose', 'Owns', 'Offers', 'Depends on', 'Promises'];

interface Header {
  readonly path: string;
  readonly room: string;
  readonly text: string;
}

const moduleOf = (room: string) => `src/${room}/${room}.module.ts`;

/** The comment at the top of each room's module, which replaces a README per room. */
const headersIn = (sources: readonly Source[]): Header[] =>
  sources.flatMap(({ path, text }) => {
    const room = roomOf(path) ?? '';
    if (path !== moduleOf(room) || OPEN_ROOMS.has(room)) return [];
    const [header = ''] =
      /\/\*\*(?:(?!\*\/)[\s\S])*Purpose(?:(?!\*\/)[\s\S])*\*\//.exec(text) ?? [];
    return [{ path, room, text: header }];
  });

const between = (header: Header, from: string, to: string): string =>
  new RegExp(`${from}:([\\s\\S]*?)${to}:`).exec(header.text)?.[1] ?? '';

const wordsOf = (text: string): Set<string> => new Set(text.match(/[\w-]+/g));

export const introducesRooms = (
  sources: readonly Source[],
  owners: ReadonlyMap<string, string>,
): string[] =>
  headersIn(sources).flatMap((header) => {
    const named = wordsOf(between(header, 'Owns', 'Offers'));
    const tables = [...owners].filter(([, room]) => room === header.room).map(([table]) => table);
    return [
      ...FACTS.filter((fact) => !header.text.includes(fact)),
      ...tables.filter((table) => !named.has(table)),
    ].map((missing) => `${header.path}: the header does not name ${missing}`);
  });

export const namesRoomsItImports = (sources: readonly Source[]): string[] => {
  const imports = sources.flatMap(importsOf);
  return headersIn(sources).flatMap((header) => {
    const named = wordsOf(between(header, 'Depends on', 'Promises'));
    const imported = new Set(
      imports.filter(({ room }) => room === header.room).map(({ target }) => target),
    );
    return ROOMS.map(({ name }) => name)
      .filter((name) => name !== header.room && !OPEN_ROOMS.has(name))
      .filter((name) => named.has(name) !== imported.has(name))
      .map((name) => `${header.path}: the header ${named.has(name) ? 'names' : 'lacks'} ${name}`);
  });
};

/** Classes and fragments of SQL; what is described in words is not looked for. */
const OFFER = /\b(?:[A-Z]\w+|[a-z]\w+Sql)\b/g;

export const offersWhatItsDoorExports = (sources: readonly Source[]): string[] =>
  headersIn(sources).flatMap((header) => {
    const door = sources.find(({ path }) => path === `src/${header.room}/index.ts`)?.text ?? '';
    const exported = wordsOf(door);
    return [...between(header, 'Offers', 'Depends on').matchAll(OFFER)]
      .map(([name]) => name)
      .filter((name) => !exported.has(name))
      .map((name) => `${header.path}: the header offers ${name}, which the door does not export`);
  });
