import { posix } from 'node:path';
import { foldersOfRoom, OPEN_ROOMS, reach, ROOMS } from './rooms.js';

export { namesOuterRows } from './fragment-rules.js';

/** One file of the repository, as the rules look at it. `path` is relative to the root and uses `/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What is wrong, each as `path: what`. */
export type Violations = string[];

const SIMULATOR = 'src/simulator';
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"]([\w@./:-]+)['"]/g;

export const isTest = (path: string) => /\.(spec|integration-spec|e2e-spec)\.tsx?$/.test(path);

/** The room of a file below `src`; undefined for the files that put the house together. */
export const roomOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

export const COMMENTS = [/(^|\s)\/\*[\s\S]*?\*\//g, /(^|\s)\/\/.*$/gm] as const;

/** Comments are prose and follow rules of their own; line numbers stay. */
export const withoutComments = (text: string): string =>
  text
    .replaceAll(COMMENTS[0], (comment) => comment.replaceAll(/[^\n]/g, ''))
    .replaceAll(COMMENTS[1], '$1');

export interface Import {
  readonly from: string;
  readonly to: string;
  readonly room: string | undefined;
  readonly target: string | undefined;
}

/** The relative imports of a file, resolved to paths below the root. */
export function importsOf({ path, text }: Source): Import[] {
  return [...text.matchAll(IMPORT)]
    .map(([, specifier = '']) => specifier)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.normalize(posix.join(posix.dirname(path), specifier)))
    .map((to) => ({ from: path, to, room: roomOf(path), target: roomOf(to) }));
}

const isDoor = ({ to, target }: Import) => to === `src/${target}/index.js`;
const isInSimulator = (path: string) => path.startsWith(`${SIMULATOR}/`);

export const importsOnlyDownward = (sources: readonly Source[]): Violations =>
  sources
    .flatMap(importsOf)
    .filter(
      ({ room, target, to }) =>
        (room !== undefined && target === undefined && to.startsWith('src/')) ||
        (room !== undefined && target !== undefined && room !== target && !reach(room).has(target)),
    )
    .map(({ from, room, target, to }) => `${from}: ${room} may not import ${target ?? to}`);

export const entersByDoors = (sources: readonly Source[]): Violations =>
  sources
    .flatMap(importsOf)
    .filter(
      (found) =>
        found.target !== undefined &&
        found.target !== found.room &&
        !OPEN_ROOMS.has(found.target) &&
        !isDoor(found),
    )
    .map(({ from, to }) => `${from}: enters ${to} beside its door`);

export const avoidsOwnDoor = (sources: readonly Source[]): Violations =>
  sources
    .flatMap(importsOf)
    .filter((found) => found.room === found.target && isDoor(found))
    .map(({ from }) => `${from}: imports its own door`);

export const keepsProductAndTestsApart = (sources: readonly Source[]): Violations =>
  sources
    .flatMap(importsOf)
    .filter(({ to }) => !to.startsWith('src/') && !to.startsWith('migrations/'))
    .map(({ from, to }) => `${from}: imports ${to}`);

/** What the simulator, which also runs alone beside a partner's own software, may import beside itself. */
const KNOWN_TO_SIMULATOR = ['src/wellhub-wire/index.js', 'src/platform/values/parse-url.js'];

export const simulatorStandsAlone = (sources: readonly Source[]): Violations =>
  sources
    .filter(({ path }) => isInSimulator(path))
    .flatMap(importsOf)
    .filter(({ to }) => !isInSimulator(to) && !KNOWN_TO_SIMULATOR.includes(to))
    .map(({ from, to }) => `${from}: the simulator imports ${to}`);

/** `@nestjs/common` of `@nestjs/common/constants.js`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** The product runs with production dependencies only, and with nothing that merely happens to be installed. */
export const usesDeclaredPackages = (
  sources: readonly Source[],
  declared: ReadonlySet<string>,
): Violations =>
  sources.flatMap(({ path, text }) =>
    [...text.matchAll(IMPORT)]
      .map(([, specifier = '']) => specifier)
      .filter((specifier) => !/^(\.|node:)/.test(specifier))
      .map(packageOf)
      .filter((name) => !declared.has(name))
      .map((name) => `${path}: imports ${name}, which is no dependency`),
  );

const DUMPING_GROUNDS =
  /^(common|shared|utils?|helpers?|core|libs?|misc|base|constants|types|interfaces|services|managers?|modules)$/;

export const namesFoldersWell = (sources: readonly Source[]): Violations =>
  [...new Set(sources.flatMap(({ path }) => foldersOf(path)))]
    .filter((folder) => DUMPING_GROUNDS.test(posix.basename(folder)))
    .map((folder) => `${folder}: says nothing about what is in it`);

export const knowsEveryRoom = (sources: readonly Source[]): Violations =>
  [...new Set(sources.map(({ path }) => roomOf(path)))]
    .filter((room) => room !== undefined && !ROOMS.some(({ name }) => name === room))
    .map((room) => `src/${room}: is no room of the graph`);

/** The folder of a room that a file lies in: '' on top of it, its `dto/` included. */
const folderOf = (path: string): string =>
  /^src\/[^/]+\/(?!dto\/)([^/]+)\/(?:dto\/)?[^/]+$/.exec(path)?.[1] ?? '';

const isLaidOut = ({ path }: Source): boolean => !OPEN_ROOMS.has(roomOf(path) ?? 'platform');

/** A room is flat; a large one has the folders of its list, and only its door and its module on top. */
export const keepsRoomsInOrder = (sources: readonly Source[]): Violations =>
  sources
    .filter(isLaidOut)
    .filter(({ path }) => {
      const room = roomOf(path) ?? '';
      const folders = foldersOfRoom(room);
      if (folders.length === 0) return !/^src\/[^/]+\/(dto\/)?[^/]+$/.test(path);
      const onTop = path === `src/${room}/index.ts` || path === `src/${room}/${room}.module.ts`;
      return !onTop && !folders.includes(folderOf(path));
    })
    .map(({ path }) => `${path}: lies neither on top of its room nor in a folder of its list`);

/** Inside a room, too, imports go downward: a folder knows those before it in the list, and nothing on top. */
export const importsFoldersDownward = (sources: readonly Source[]): Violations =>
  sources
    .filter(isLaidOut)
    .flatMap(importsOf)
    .filter(({ room, target }) => room !== undefined && room === target)
    .filter(({ from, to, room = '' }) => {
      const folders = foldersOfRoom(room);
      const level = folders.indexOf(folderOf(from));
      return level !== -1 && (folders.indexOf(folderOf(to)) > level || folderOf(to) === '');
    })
    .map(({ from, to }) => `${from}: may not import ${to}, which lies above it`);

/** How many files a flat room, and a folder of a large one, may have; the door and the module lie on top of any. */
const MOST_FILES = { room: 30, folder: 20 };

/** A room of more files needs folders, and a folder of more is two. */
export const keepsFoldersSmall = (sources: readonly Source[]): Violations => {
  const counts = new Map<string, number>();
  for (const { path } of sources.filter(isLaidOut)) {
    // The texts of a screen are one thing in four languages.
    if (/^src\/[^/]+\/(index|[^/]+\.module)\.ts$|-words\.\w\w\.ts$/.test(path)) continue;
    const folder = `src/${roomOf(path)}/${folderOf(path)}`;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .map(([folder, count]) => ({
      folder,
      count,
      most: folder.endsWith('/') ? MOST_FILES.room : MOST_FILES.folder,
    }))
    .filter(({ count, most }) => count > most)
    .map(({ folder, count, most }) => `${folder}: ${count} files, ${most} at most`);
};

const foldersOf = (path: string): string[] => {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
};

const only =
  (pattern: RegExp, what: string, isAllowed: (path: string) => boolean) =>
  (sources: readonly Source[]): Violations =>
    sources
      .filter(({ path, text }) => !isAllowed(path) && pattern.test(text))
      .map(({ path }) => `${path}: ${what}`);

/** Of the service, and of the command line of those who use one: that must not load what checks settings. */
const READS_ENVIRONMENT = [
  'src/platform/config/environment.ts',
  'src/cli/terminal/cli-environment.ts',
];

export const readsEnvironmentOnce = only(
  /\bprocess\s*\.\s*env\b/,
  'reads process.env; settings come from environment.ts',
  (path) => READS_ENVIRONMENT.includes(path),
);

const HTTP_EXCEPTIONS =
  /\b(Http|BadRequest|Unauthorized|NotFound|Forbidden|NotAcceptable|RequestTimeout|Conflict|Gone|HttpVersionNotSupported|PayloadTooLarge|UnsupportedMediaType|UnprocessableEntity|InternalServerError|NotImplemented|ImATeapot|MethodNotAllowed|BadGateway|ServiceUnavailable|GatewayTimeout|Misdirected|PreconditionFailed)Exception\b/;

export const throwsNoHttp = only(
  HTTP_EXCEPTIONS,
  'knows an HTTP exception; throw a DomainError',
  (path) => path.startsWith('src/wire/'),
);

/** The sandbox's guard reads no address: it refuses whatever came through a proxy. The console hands on the one it was given. */
const KNOWS_PROXIES = [
  'src/platform/http/client-address.ts',
  'src/sandbox/local-pages/local-only.guard.ts',
  'src/console/frame/admin-api.ts',
];

export const knowsClientsOneWay = only(
  /\.ips?\b(?!\()|x-forwarded-|remoteAddress/i,
  'reads an address by itself; clientAddress and clientNetwork know who is behind the proxies',
  (path) => KNOWS_PROXIES.includes(path),
);

export const parsesUrlsOneWay = only(
  /\bURL\.(?:canParse|parse)\b/,
  'reads an address with what Node 20 gets wrong or has not; parseUrl does that',
  () => false,
);

/** The machinery itself, and what looks after the database as a whole. */
const SPEAKS_SQL = /\.(repository|sql)\.ts$|^src\/platform\/(database|encryption-keys|health)\//;

export const speaksSqlInRepositories = only(
  /(`|')\s*(select|insert into|update|delete from|with)\s+\S/,
  'has SQL; it belongs into a *.repository.ts or *.sql.ts',
  (path) => SPEAKS_SQL.test(path),
);

/** `clock_timestamp()` may change from row to row, so an ordered scan by it reads on through all that lies in the future. */
export const boundsWhatIsDue = only(
  /\b(\w+) <=? clock_timestamp\(\)[^`]*order by (?:\w+\.)?\1\b/,
  'bounds an index by clock_timestamp(); the planner can use statement_timestamp()',
  () => false,
);

export const usesTypeormInRepositories = only(
  /\bRepository<|@InjectRepository\(/,
  'uses a repository of TypeORM; it belongs into a *.repository.ts',
  (path) => path.endsWith('.repository.ts'),
);

/** Of a column with its type: `gym_id: number`. Parameters of a statement are called as the statement calls them. */
const COLUMN_AS_FIELD =
  /\b[a-z]+(?:_[a-z0-9]+)+[?!]?: (?:[A-Z]\w|(?:string|number|boolean|unknown|null)\b)/;

export const namesRowsInCamelCase = only(
  COLUMN_AS_FIELD,
  'has a row in snake_case; alias its columns in the statement',
  (path) => !/\.(repository|sql|entity)\.ts$/.test(path),
);

export const keepsEntitiesInside = only(
  /from '[^']*\.entity\.js'/,
  'lets an entity out of its room; export a read-only type',
  (path) => !/^src\/[^/]+\/index\.ts$/.test(path),
);

export const makesDtosOneWay = only(
  /\b(?:const|function) [a-z]\w*Dto\b|\bfunction [a-z]\w*Command\(body: \w+Dto\b/,
  'turns a DTO with a function; `static from` and `toCommand()` do that',
  (path) => path === 'src/platform/http/read-dto.ts',
);

export const shapesObjectsInClasses = only(
  /^export const \w+ = \([^()]*\) => \(\{$/m,
  'shapes an object of a wire with a function; `static from` or `toCommand` of a class does that',
  (path) => !path.endsWith('.dto.ts'),
);

export const needsNoForwardRef = only(/\bforwardRef\s*\(/, 'hides a cycle', () => false);

/** Up to the end of its options, wherever they come from. */
export const gaugesJoinSeveralProcesses = only(
  /new Gauge\(\{(?:(?!aggregator|\.\.\.how)[\s\S])*?registers:/,
  'has a gauge without an aggregator; several processes behind one port are one answer at /metrics',
  () => false,
);

/** The one place that makes decorators of rules, and what reads DTOs with them. */
const KNOWS_VALIDATOR = [
  'src/platform/http/fields.ts',
  'src/platform/http/secret-fields.ts',
  'src/platform/http/paging.ts',
  'src/platform/http/read-dto.ts',
];

export const validatesOneWay = only(
  /['"]class-(?:validator|transformer)['"]/,
  'decorates fields by itself; platform/http/fields.ts has one rule and one sentence for each',
  (path) => KNOWS_VALIDATOR.includes(path),
);

/** The words of a private dialect, and names that end up meaning anything. */
const DIALECT =
  /^(ask(s|ed|ing)?|tell(s|ing)?|told|hear(s|d|ing)?|look(s|ed|ing)?|gives?|gave|says?|said|saying|letters?|endings?|news|notices?|troubles?|sightings?|turns?|speaks?|soon|handouts?|wish(es)?|riddle|mood|whoever|somebody|nobody)$/;
/** Where such a word is the trade's own: looking up, giving consent, what a label says, letters of an alphabet. */
const HONEST = new Set([
  'lookUp',
  'GiveConsentDto',
  'NO_LETTER',
  'BY_LETTERS',
  'SPEAKS_SQL',
  'speaksSqlInRepositories',
  'NOBODY',
]);
const DECLARED =
  /\b(?:class|interface|type|enum|function)\s+(\w+)|^(?:export )?(?:const|let)\s+(\w+)|^ {2}(?:(?:private|protected|public|readonly|static|async|abstract|get|set)\s+)*(\w+)\s*(?:<[^>]*>)?\([^;]*\)?\s*(?::[^={]+)?\{?$/gm;

const wordsOf = (name: string): string[] =>
  name.split(/[_.-]|(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase());

/** Words that people read stand in files of words, and may be anything. */
const HAS_TEXTS = /\/words\/|-words(?:\.\w\w)?\.ts$/;

export const namesWithTheFieldsWords = (sources: readonly Source[]): Violations =>
  sources
    .filter(({ path }) => !HAS_TEXTS.test(path))
    .flatMap(({ path, text }) => {
      const file = posix.basename(path).replace(/\.[jt]sx?$/, '');
      const declared = [...text.matchAll(DECLARED)].map((found) => found.slice(1).find(Boolean));
      return [file, ...declared]
        .filter((name) => name !== undefined && !HONEST.has(name))
        .filter((name) => wordsOf(name ?? '').some((word) => DIALECT.test(word)))
        .map((name) => `${path}: ${name} is not a word of the field`);
    });

const EXPORTED =
  /^export (?:abstract |async |declare )*(?:class|interface|type|enum|function\*?|const|let) (\w+)/gm;

/** Two things of one name cannot be told apart in a log, an import or a search. Texts are called as their language. */
export function namesThingsOnce(sources: readonly Source[]): Violations {
  const seen = new Map<string, string>();
  const violations: Violations = [];
  for (const { path, text } of sources.filter(({ path }) => !HAS_TEXTS.test(path)))
    for (const [, name = ''] of text.matchAll(EXPORTED)) {
      const first = seen.get(name);
      if (first === undefined) seen.set(name, path);
      else violations.push(`${path}: ${name} is also a thing of ${first}`);
    }
  return violations;
}

const LONGEST = 250;

export const staysShort = (sources: readonly Source[]): Violations =>
  sources
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ path, lines }) => `${path}: ${lines} lines, ${LONGEST} at most`);
