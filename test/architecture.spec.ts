import { describe, expect, it } from '@jest/globals';
import * as rules from './support/house-rules.js';
import type { Source } from './support/house-rules.js';
import {
  introducesRooms,
  namesRoomsItImports,
  offersWhatItsDoorExports,
} from './support/module-headers.js';
import { commentsNameTheActor, titlesNameTheActor } from './support/plain-words.js';
import { choosesPartitionsBeforehand, partitionKeys } from './support/partition-rules.js';
import { readText, sourcesIn } from './support/repository.js';
import { reach, ROOMS } from './support/rooms.js';
import {
  mapsOwnTables,
  namesOwnTables,
  refersDownward,
  tableOwners,
} from './support/table-owners.js';

const files = sourcesIn('src', /\.tsx?$/).filter(({ path }) => !rules.isTest(path));
const specs = ['src', 'test'].flatMap((folder) =>
  sourcesIn(folder, /\.tsx?$/).filter(({ path }) => rules.isTest(path)),
);
const code = files.map(({ path, text }) => ({ path, text: rules.withoutComments(text) }));
const tools = ['bench', 'chaos', 'fuzz', 'bin', 'test/support'].flatMap((folder) =>
  sourcesIn(folder, /\.[jt]s$/).map(({ path, text }) => ({
    path,
    text: rules.withoutComments(text),
  })),
);
const migrations = sourcesIn('migrations', /\.sql$/);
const owners = tableOwners(migrations);
const packages = new Set(Object.keys(JSON.parse(readText('package.json')).dependencies));

describe('the graph of the rooms', () => {
  it('lists every room after the rooms that it imports, so there is no cycle', () => {
    const names = ROOMS.map(({ name }) => name);
    const upward = ROOMS.flatMap(({ name, imports }) =>
      imports.filter((room) => names.indexOf(room) >= names.indexOf(name) || !names.includes(room)),
    );
    expect(upward).toEqual([]);
  });

  it('lets no room import the one that knows HTTP statuses', () => {
    expect(ROOMS.filter(({ name }) => reach(name).has('wire'))).toEqual([]);
  });

  it('is the one that docs/architecture.md draws', () => {
    const picture = /```mermaid\n([\s\S]*?)```/.exec(readText('docs/architecture.md'))?.[1] ?? '';
    const drawn = [...picture.matchAll(/^\s*([\w-]+) --> ([\w-]+)$/gm)].map(
      ([, from, to]) => `${from} imports ${to}`,
    );
    const meant = ROOMS.flatMap(({ name, imports }) =>
      imports.map((room) => `${name} imports ${room}`),
    );
    expect(drawn.sort()).toEqual(meant.sort());
  });

  it('lists its tables in docs/architecture.md', () => {
    const rows = readText('docs/architecture.md').matchAll(
      /^\| `([\w-]+)\/` *\|[^|]*\|([^|]*)\|/gm,
    );
    const listed = [...rows].flatMap(([, room, tables = '']) =>
      [...tables.matchAll(/`(\w+)`/g)].map(([, table]) => `${room} owns ${table}`),
    );
    expect(listed.sort()).toEqual(
      [...owners].map(([table, room]) => `${room} owns ${table}`).sort(),
    );
  });
});

type Rule = (sources: readonly Source[]) => string[];

/** A promise, what keeps it, and one file that breaks it: a rule that never found anything proves nothing. */
interface Promised {
  readonly promise: string;
  readonly rule: Rule;
  readonly looksAt: readonly Source[];
  readonly broken: Source;
}

const planted = (path: string, text = ''): Source => ({ path, text });

const PROMISES: readonly Promised[] = [
  {
    promise: 'imports downward only',
    rule: rules.importsOnlyDownward,
    looksAt: code,
    broken: planted('src/partners/gyms/gyms.ts', `import { Gate } from '../../gate/index.js';`),
  },
  {
    promise: 'never imports what puts the house together',
    rule: rules.importsOnlyDownward,
    looksAt: code,
    broken: planted(
      'src/partners/gyms/gyms.ts',
      `import { createApp } from '../../create-app.js';`,
    ),
  },
  {
    promise: 'is entered through its door',
    rule: rules.entersByDoors,
    looksAt: code,
    broken: planted('src/partner-auth/keys.ts', `import { Gyms } from '../partners/gyms/gyms.js';`),
  },
  {
    promise: 'never imports its own door',
    rule: rules.avoidsOwnDoor,
    looksAt: code,
    broken: planted('src/partners/gyms/gyms.ts', `export { Partners } from '../index.js';`),
  },
  {
    promise: 'imports nothing of the tests',
    rule: rules.keepsProductAndTestsApart,
    looksAt: code,
    broken: planted(
      'src/partners/gyms/gyms.ts',
      `await import('../../../test/support/test-app.js');`,
    ),
  },
  {
    promise: 'keeps the simulator apart from the service',
    rule: rules.simulatorStandsAlone,
    looksAt: code,
    broken: planted(
      'src/simulator/server/server.ts',
      `import { Settings } from '../../platform/config/settings.js';`,
    ),
  },
  {
    promise: 'uses packages that production installs',
    rule: (sources) => rules.usesDeclaredPackages(sources, packages),
    looksAt: code,
    broken: planted('src/partners/gyms/gyms.ts', `import { it } from '@jest/globals';`),
  },
  {
    promise: 'is a room of the graph',
    rule: rules.knowsEveryRoom,
    looksAt: files,
    broken: planted('src/reports/reports.ts'),
  },
  {
    promise: 'has no folder that says nothing',
    rule: rules.namesFoldersWell,
    looksAt: files,
    broken: planted('src/platform/utils/dates.ts'),
  },
  {
    promise: 'is flat, or has the folders of its list',
    rule: rules.keepsRoomsInOrder,
    looksAt: files,
    broken: planted('src/partners/entities/gym.ts'),
  },
  {
    promise: 'has folders that import downward only',
    rule: rules.importsFoldersDownward,
    looksAt: code,
    broken: planted(
      'src/check-in-validation/check-ins/check-in.ts',
      `import { Reconciliation } from '../reconciliation/reconciliation.js';`,
    ),
  },
  {
    promise: 'has the names of the field',
    rule: rules.namesWithTheFieldsWords,
    looksAt: code,
    broken: planted('src/gate/asking.ts'),
  },
  {
    promise: 'has the names of the field in its tools',
    rule: rules.namesWithTheFieldsWords,
    looksAt: tools,
    broken: planted('bench/stage/hearing.js'),
  },
  {
    promise: 'has comments that name the actor',
    rule: commentsNameTheActor,
    looksAt: files,
    broken: planted('src/gate/door/gate.ts', '/** Whoever holds the row waits. */'),
  },
  {
    promise: 'has tests whose titles name the actor',
    rule: titlesNameTheActor,
    looksAt: specs,
    broken: planted('src/gate/gate.spec.ts', "it('O-16 lets nobody in',\nasync () => {"),
  },
  {
    promise: 'gives each class a name of its own',
    rule: rules.namesThingsOnce,
    looksAt: code,
    broken: planted('src/gate/door/gate.ts', 'export class Gate {}\nexport class Gate {}'),
  },
  {
    promise: 'gives each type, function and constant a name of its own',
    rule: rules.namesThingsOnce,
    looksAt: code,
    broken: planted(
      'src/gate/scan/scan.ts',
      `export interface Decision {}\nexport const Decision = () => 'open';`,
    ),
  },
  {
    promise: 'speaks SQL in repositories',
    rule: rules.speaksSqlInRepositories,
    looksAt: code,
    broken: planted('src/partners/gyms/gyms.ts', 'const FIND = `select 1 from gyms`;'),
  },
  {
    promise: 'bounds what is due by a moment that an index can use',
    rule: rules.boundsWhatIsDue,
    looksAt: code,
    broken: planted(
      'src/mail/mails.repository.ts',
      'const DUE = `select id from mails where due_at <= clock_timestamp() order by due_at`;',
    ),
  },
  {
    promise: 'chooses partitions beforehand in what changes or locks rows',
    rule: (sources) => choosesPartitionsBeforehand(sources, partitionKeys(migrations)),
    looksAt: code,
    broken: planted(
      'src/event-webhooks/events/events.repository.ts',
      'const MARK = `with c as (select * from events limit 9 for update) update events e set content = null from c where e.id = c.id and e.created_at = c.created_at`;',
    ),
  },
  {
    promise: 'names the outer row whose column a fragment of SQL compares',
    rule: rules.namesOuterRows,
    looksAt: code,
    broken: planted('src/gate/scan/places.sql.ts', `isCountedSql('s.partner_id', ['gym_id'])`),
  },
  {
    promise: 'uses TypeORM in repositories',
    rule: rules.usesTypeormInRepositories,
    looksAt: code,
    broken: planted('src/partners/gyms/gyms.ts', 'private readonly rows: Repository<GymEntity>'),
  },
  {
    promise: 'has rows in camelCase',
    rule: rules.namesRowsInCamelCase,
    looksAt: code,
    broken: planted(
      'src/partners/gyms/gyms.repository.ts',
      'interface GymRow {\n  readonly partner_id: string;\n}',
    ),
  },
  {
    promise: 'keeps its entities inside',
    rule: rules.keepsEntitiesInside,
    looksAt: code,
    broken: planted('src/partners/index.ts', `export { GymEntity } from './gyms/gym.entity.js';`),
  },
  {
    promise: 'makes DTOs one way',
    rule: rules.makesDtosOneWay,
    looksAt: code,
    broken: planted('src/partners/gyms/gyms.ts', 'const gymDto = (row: Gym) => ({});'),
  },
  {
    promise: 'shapes the objects of its wires in classes',
    rule: rules.shapesObjectsInClasses,
    looksAt: code,
    broken: planted(
      'src/partners/gyms/gym.dto.ts',
      'export const gymObject = (row: Gym) => ({\n  id: row.id,\n});',
    ),
  },
  {
    promise: 'reads the environment in one place',
    rule: rules.readsEnvironmentOnce,
    looksAt: code,
    broken: planted('src/partners/gyms/gyms.ts', 'if (process.env.NODE_ENV) {}'),
  },
  {
    promise: 'throws no HTTP exception',
    rule: rules.throwsNoHttp,
    looksAt: code,
    broken: planted('src/partners/gyms/gyms.ts', 'throw new NotFoundException();'),
  },
  {
    promise: 'needs no forwardRef',
    rule: rules.needsNoForwardRef,
    looksAt: code,
    broken: planted('src/partners/gyms/gyms.ts', '@Inject(forwardRef(() => Partners))'),
  },
  {
    promise: 'says of every gauge what several processes make of it',
    rule: rules.gaugesJoinSeveralProcesses,
    looksAt: code,
    broken: planted(
      'src/platform/metrics/metrics.ts',
      "new Gauge({ name: 'a', help: 'b', registers: [this.registry] })",
    ),
  },
  {
    promise: 'has one place for the address of a client',
    rule: rules.knowsClientsOneWay,
    looksAt: code,
    broken: planted('src/pages/log-in/log-in.controller.ts', 'const source = request.ip;'),
  },
  {
    promise: 'has one way to read an address',
    rule: rules.parsesUrlsOneWay,
    looksAt: code,
    broken: planted('src/partners/gyms/gyms.ts', 'if (URL.canParse(text)) return;'),
  },
  {
    promise: 'takes the fields of its DTOs from one place',
    rule: rules.validatesOneWay,
    looksAt: code,
    broken: planted('src/partners/dto/gym.dto.ts', `import { IsString } from 'class-validator';`),
  },
  {
    promise: 'stays short',
    rule: rules.staysShort,
    looksAt: files,
    broken: planted('src/partners/gyms/gyms.ts', '\n'.repeat(251)),
  },
  {
    promise: 'introduces itself, tables included',
    rule: (sources) => introducesRooms(sources, owners),
    looksAt: files,
    broken: planted(
      'src/partners/partners.module.ts',
      '/** Purpose: a. Owns: partners, gyms, partner_logos. Offers: b. Depends on: c. Promises: d. */',
    ),
  },
  {
    promise: 'says which rooms it imports',
    rule: namesRoomsItImports,
    looksAt: files,
    broken: planted(
      'src/gate/gate.module.ts',
      '/** Purpose: a. Owns: b. Offers: c. Depends on: visits. Promises: d. */',
    ),
  },
  {
    promise: 'offers what its door exports',
    rule: offersWhatItsDoorExports,
    looksAt: files,
    broken: planted(
      'src/gate/gate.module.ts',
      '/** Purpose: a. Owns: b. Offers: Turnstiles. Depends on: c. Promises: d. */',
    ),
  },
  {
    promise: 'names only its own tables in SQL',
    rule: (sources) => namesOwnTables(sources, owners),
    looksAt: code,
    broken: planted('src/gate/doors.ts', 'const SQL = `select 1 from customers where id = $1`;'),
  },
  {
    promise: 'maps only its own tables',
    rule: (sources) => mapsOwnTables(sources, owners),
    looksAt: code,
    broken: planted('src/gate/customer.entity.ts', `@Entity({ name: 'customers' })`),
  },
  {
    promise: 'points foreign keys downward only',
    rule: (sources) => refersDownward(sources, owners),
    looksAt: migrations,
    broken: planted(
      'migrations/0099-partners.up.sql',
      'alter table gyms add constraint fk foreign key (a, b) references devices (a, b);',
    ),
  },
  {
    promise: 'is named by its migrations',
    rule: (sources) => refersDownward(sources, owners),
    looksAt: migrations,
    broken: planted('migrations/0099-more.up.sql', 'select 1;'),
  },
];

describe('a room and a folder of a room', () => {
  it('hold few files', () => {
    expect(rules.keepsFoldersSmall(files)).toEqual([]);
    const many = (folder: string, length: number) =>
      Array.from({ length }, (_, no) => planted(`${folder}/file-${no}.ts`));
    expect(rules.keepsFoldersSmall(many('src/gate', 31))).toEqual([
      'src/gate/: 31 files, 30 at most',
    ]);
    expect(rules.keepsFoldersSmall(many('src/partners/gyms', 21))).toEqual([
      'src/partners/gyms: 21 files, 20 at most',
    ]);
  });
});

describe('every room', () => {
  it.each(PROMISES)('$promise', ({ rule, looksAt }) => {
    expect(rule(looksAt)).toEqual([]);
  });
});

describe('a planted violation is found:', () => {
  it.each(PROMISES)('every room $promise', ({ rule, broken }) => {
    const folder = broken.path.split('/', 2).join('/');
    expect(rule([broken])).toEqual([expect.stringContaining(folder)]);
  });
});
