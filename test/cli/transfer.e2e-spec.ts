import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CheckInStage, type CheckInWorld } from '../support/check-in-stage.js';
import { CommandLine } from '../support/command-line.js';
import { newWellhubId } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

interface Outcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly badLines: readonly { line: number; code: string; reason: string }[];
}

/** What cannot be the same at another partner. */
const OF_THE_PARTNER = { id: 0, createdAt: '', timestamp: 0 };

describe('files on the command line', () => {
  let stage: CheckInStage;
  let world: World;
  let cli: CommandLine;
  let folder: string;

  beforeAll(async () => {
    stage = await CheckInStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await givenAPartner(stage.app);
    cli = await commandLineOf(world);
    folder = mkdtempSync(join(tmpdir(), 'transfer-'));
  });

  const commandLineOf = async ({ keyed }: World) => {
    const { key } = await keyed(['CUSTOMER_READ', 'CUSTOMER_WRITE', 'CHECKIN_READ', 'REPORTS']);
    return new CommandLine({ GATEHOUSE_URL: stage.app.api.origin, GATEHOUSE_API_KEY: key });
  };
  const file = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const imported = async (path: string, ...args: string[]) => {
    const { code, out, err } = await cli.run(['customers', 'import', path, '--json', ...args]);
    return { code, err, outcome: JSON.parse(out) as Outcome };
  };
  const stored = async () =>
    (await world.admin.get(`/admin/v1/partners/${world.partnerId}/customers?limit=200`)).body
      .items as Record<string, unknown>[];

  it('L-50 imports a CSV as spreadsheets save it, and the same file again changes nothing', async () => {
    const text =
      'sep=;\r\nnumber;First name;last_name;E-Mail;phone;homeGymId;newsletterAgreement\r\n' +
      `M-1;José;"Silva; filho";jose@x.example;'+5511;${world.gymId};yes\r\nM-2;Ana;;ana@x.example;;;no\r\n`;
    const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
    const path = file('members.csv', utf16);
    const first = await imported(path);
    expect(first).toMatchObject({ code: 0, outcome: { created: 2, updated: 0, failed: 0 } });
    const [jose, ana] = await stored();
    expect(jose).toMatchObject({
      number: 'M-1',
      firstName: 'José',
      lastName: 'Silva; filho',
      email: 'jose@x.example',
      phoneNumber: '+5511',
      homeGymId: world.gymId,
      newsletterAgreement: true,
    });
    expect(ana).toMatchObject({ lastName: null, homeGymId: null, newsletterAgreement: false });
    expect((await imported(path)).outcome).toMatchObject({ created: 0, unchanged: 2 });
    const people = await cli.run(['customers', 'import', path]);
    expect(people.out).toBe('0 created, 0 updated, 2 unchanged, 0 bad lines\n');
  });

  it('L-51 takes columns by --map, and names those that it does not know', async () => {
    const path = file('other.csv', '\uFEFFMember no,Vorname,Notes\n7,Eva,x\n');
    const unknown = await cli.run(['customers', 'import', path]);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toMatch(/no fields of a customer: Member no, Vorname, Notes/);
    expect(unknown.err).toContain('--map "Member no=number"');
    const maps = ['Member no=number', 'vorname=firstName', 'Notes='].flatMap((map) => [
      '--map',
      map,
    ]);
    expect((await imported(path, ...maps)).outcome).toMatchObject({ created: 1 });
    expect((await stored())[0]).toMatchObject({ number: '7', firstName: 'Eva' });
    const wrong = await cli.run(['customers', 'import', path, '--map', 'Nots=number']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('no column "nots"')]);
    const field = await cli.run(['customers', 'import', path, '--map', 'Notes=nonsense']);
    expect(field.err).toContain('--map does not take "Notes=nonsense"');
  });

  it('L-52 names every bad line with its number and the reason, and imports the others', async () => {
    const rows = [
      'number,email,gympassId,birthDate,firstName,lastName',
      '1,a@x.example,,,A,A',
      '2,nonsense,,,B,B',
      '3,,123,,C,C',
      '1,,,,D,D',
      ',,,,E,E',
      '4,,,,F,F,extra',
      '5,,,"1990-01-01,G,G',
      '6,,,1990-02-30,H,H',
      ',h@x.example,,,I,I',
    ];
    const path = file('bad.csv', `${rows.join('\n')}\n`);
    const report = join(folder, 'report.csv');
    const dry = await imported(path, '--dry-run');
    expect(dry.code).toBe(4);
    expect(await stored()).toHaveLength(0);
    const { code, outcome } = await imported(path, '--report', report);
    expect(code).toBe(4);
    expect(outcome).toMatchObject({ created: 2, failed: 7 });
    expect(outcome.badLines).toEqual(dry.outcome.badLines);
    expect(outcome.badLines.map(({ line, code: why }) => [line, why])).toEqual([
      [3, 'request.invalid'],
      [4, 'request.invalid'],
      [5, 'import.repeated'],
      [6, 'import.no-key'],
      [7, 'import.unreadable'],
      [8, 'import.unreadable'],
      [9, 'request.invalid'],
    ]);
    expect(outcome.badLines[0]?.reason).toMatch(/^email must be/);
    expect(outcome.badLines[2]?.reason).toBe('has the number of line 2');
    expect(readFileSync(report, 'utf8').split('\r\n')).toHaveLength(9);
    const none = file('none.csv', 'number,email\n1,x\n');
    expect((await imported(none)).code).toBe(1);
  });

  it('L-53 round trip: what is exported as CSV or NDJSON is imported the same, formulas defused', async () => {
    const all = `/admin/v1/partners/${world.partnerId}/customers`;
    await world.admin.post(all, {
      number: '=1+1',
      firstName: '@sum',
      lastName: 'O"Hara, jr',
      email: 'o@x.example',
      cardNumber: { value: '4711' },
      gympassId: newWellhubId(),
      address: { city: 'São Paulo', line1: '-1' },
      directDebit: { ownerName: 'O' },
      isForeigner: true,
      sex: 'FEMALE',
      status: 'DISABLED',
    });
    await world.admin.post(all, { number: '2', firstName: 'Two' });
    const erased = (await world.admin.post(all, { number: '3' })).body.id;
    await world.admin.delete(`/admin/v1/customers/${erased}`);
    const csv = join(folder, 'out.csv');
    await cli.run(['customers', 'export', '-o', csv]);
    expect(readFileSync(csv, 'utf8')).toContain(",'=1+1,'@sum,");
    const lines = (await cli.run(['customers', 'export', '--format', 'ndjson'])).out;
    expect(lines.trim().split('\n')).toHaveLength(2);
    const ndjson = file('out.ndjson', lines);
    for (const path of [csv, ndjson]) {
      expect((await imported(path)).outcome).toMatchObject({ unchanged: 2, failed: 0 });
    }
    const before = (await stored()).filter(({ isDeleted }) => !isDeleted);
    for (const path of [csv, ndjson]) {
      world = await givenAPartner(stage.app);
      cli = await commandLineOf(world);
      expect((await imported(path)).outcome).toMatchObject({ created: 2, failed: 0 });
      const same = (values: Record<string, unknown>) => ({ ...values, ...OF_THE_PARTNER });
      expect((await stored()).map(same)).toEqual(before.map(same));
    }
  });

  it('L-54 goes on where Ctrl-C stopped it, and does nothing twice', async () => {
    const rows = Array.from({ length: 6_000 }, (_, at) => `S-${at},Name ${at}`);
    const path = file('many.csv', `number,firstName\n${rows.join('\n')}\n`);
    const running = cli.start(['customers', 'import', path]);
    const states = () => {
      try {
        return readdirSync(join(cli.configFolder, 'gatehouse/imports'));
      } catch {
        return [];
      }
    };
    const stateOf = () =>
      JSON.parse(readFileSync(join(cli.configFolder, 'gatehouse/imports', states()[0]!), 'utf8'));
    while (
      states().filter((name) => name.endsWith('.json')).length === 0 ||
      stateOf().doneUpTo === 0
    )
      await new Promise((resolve) => setTimeout(resolve, 5));
    running.signal('SIGINT');
    const stopped = await running.ended();
    expect(stopped.code).toBe(130);
    expect(stopped.err).toMatch(/Stopped after line \d+ of 6001: \d+ created.*--resume/);
    writeFileSync(path, readFileSync(path, 'utf8') + 'more,x\n');
    const changed = await cli.run(['customers', 'import', path, '--resume']);
    expect([changed.code, changed.err]).toEqual([2, expect.stringContaining('has changed since')]);
    writeFileSync(path, readFileSync(path, 'utf8').replace('more,x\n', ''));
    const resumed = await imported(path, '--resume');
    expect(resumed.err).toMatch(/Going on after line \d+/);
    expect(resumed).toMatchObject({
      code: 0,
      outcome: { created: 6_000, unchanged: 0, failed: 0 },
    });
    expect(states()).toEqual([]);
    const [row] = await stage.app.sql(
      'select count(*)::int as n from customers where partner_id = $1',
      [world.partnerId],
    );
    expect(row).toEqual({ n: 6_000 });
  });

  it('L-55 names a file that cannot be used, a key that may not, and a service that is not there', async () => {
    const cases = [
      [join(folder, 'missing.csv'), 2, 'cannot be read (ENOENT)'],
      [file('empty.csv', ''), 2, 'no first row'],
      [file('book.xlsx', Buffer.from('PK\u0003\u0004xx', 'latin1')), 2, 'is an Excel file'],
    ] as const;
    for (const [path, code, words] of cases) {
      const ended = await cli.run(['customers', 'import', path]);
      expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(words)]);
    }
    const path = file('one.csv', 'number\n1\n');
    const { key } = await world.keyed(['CUSTOMER_READ']);
    const refused = await cli.run(['customers', 'import', path], {
      env: { GATEHOUSE_API_KEY: key },
    });
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('may not do this')]);
    expect(refused.err).not.toContain(key);
    const narrow = (await world.keyed(['CUSTOMER_WRITE'])).key;
    const output = join(folder, 'none.csv');
    const unread = await cli.run(['customers', 'export', '-o', output], {
      env: { GATEHOUSE_API_KEY: narrow },
    });
    expect([unread.code, existsSync(output)]).toEqual([3, false]);
  });

  it('L-60 exports check-ins by gym, period and state', async () => {
    const desk: CheckInWorld = await stage.partner();
    cli = await commandLineOf(desk.world);
    const one = await desk.validated('2026-10-03T12:00:00Z');
    await desk.validated('2026-10-05T12:00:00Z');
    const gym = ['--gym', String(desk.world.gymId)];
    const all = await cli.run(['check-ins', 'export', ...gym, '--from', '2026-10-01']);
    expect(all.out.split('\r\n')).toHaveLength(4);
    expect(all.out).toMatch(/^id,gymId,customerId,gympassId,state,/);
    const day = await cli.run(['check-ins', 'export', ...gym, '--day', '2026-10-03', '--json']);
    expect(JSON.parse(day.out)).toMatchObject({ id: one.id, gympassId: one.wellhubId });
    const pending = ['--state', 'pending', '--format', 'ndjson'];
    expect((await cli.run(['check-ins', 'export', ...gym, ...pending])).out).toBe('');
    const wrong = await cli.run(['check-ins', 'export', ...gym, '--state', 'nonsense']);
    expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining('state')]);
  });

  it('L-70 compares a report of the portal, and ends with 4 where the sides differ', async () => {
    const desk: CheckInWorld = await stage.partner();
    cli = await commandLineOf(desk.world);
    const both = await desk.validated('2026-10-03T12:00:00Z');
    const ours = await desk.validated('2026-10-04T12:00:00Z');
    const where = ['--gym', String(desk.world.gymId), '--month', '2026-10'];
    const same = file(
      'same.csv',
      `gympass_id,date\n${both.wellhubId},2026-10-03\n${ours.wellhubId},2026-10-04\n`,
    );
    expect((await cli.run(['reconcile', same, ...where])).code).toBe(0);
    const theirs = newWellhubId();
    const report = file(
      'report.csv',
      `When;Who\n03/10/2026;${both.wellhubId}\n06/10/2026;${theirs}\nnonsense;1\n`,
    );
    const columns = ['--id-column', '2', '--date-column', '1', '--date-order', 'day_first'];
    const ended = await cli.run(['reconcile', report, ...where, ...columns]);
    expect(ended.code).toBe(4);
    expect(ended.out).toContain('1 on both sides, 1 only here, 1 only at Wellhub, 1 bad rows');
    expect(ended.out).toContain(ours.wellhubId);
    expect(ended.out).toContain(theirs);
    const json = await cli.run(['reconcile', report, ...where, ...columns, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({
      both: [{ gympassId: both.wellhubId }],
      onlyWellhub: [{ gympassId: theirs }],
      badRows: [{ line: 4 }],
    });
    const preview = await cli.run(['reconcile', same, ...where, '--preview']);
    expect(preview.out).toMatch(/1\s+gympass_id\s+Wellhub id/);
  });
});
