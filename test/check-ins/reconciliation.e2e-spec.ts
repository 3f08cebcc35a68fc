import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { CheckInStage, type CheckInWorld } from '../support/check-in-stage.js';

describe('/admin/v1/gyms/{gymId}/reconciliation', () => {
  let stage: CheckInStage;
  let world: CheckInWorld;
  let path: string;

  beforeAll(async () => {
    stage = await CheckInStage.open({ wellhubCallsPerGym: 1_000, wellhubCallsTotal: 1_000 });
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await stage.partner({
      gym: { validationMode: 'ATTENDANCE', timeZone: 'America/Sao_Paulo' },
    });
    path = `/admin/v1/gyms/${world.world.gymId}/reconciliation`;
  });

  const validated: CheckInWorld['validated'] = (at, more) => world.validated(at, more);
  const list = (query = 'month=2026-10', headers = {}) =>
    world.world.admin.get(`${path}?${query}`, headers);
  const compare = (report: string | Buffer, query = 'month=2026-10', headers = {}) =>
    world.world.admin.post(`${path}?${query}`, report, { 'Content-Type': 'text/csv', ...headers });

  it('lists the validated check-ins of the gym’s own month', async () => {
    await validated('2026-10-01T02:59:59Z');
    const first = await validated('2026-10-01T03:00:00Z');
    const last = await validated('2026-11-01T02:50:00Z', { validatedAt: '2026-11-01T03:10:00Z' });
    await validated('2026-11-01T03:00:00Z');
    await validated('2026-10-10T12:00:00Z', { state: 'EXPIRED' });
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body).toEqual({
      gymId: world.world.gymId,
      month: '2026-10',
      validated: [
        {
          checkInId: first.id,
          gympassId: first.wellhubId,
          date: '2026-10-01',
          validatedAt: '2026-10-01T03:00:00.000Z',
          bookingNumber: null,
          alreadyValidated: false,
        },
        expect.objectContaining({ checkInId: last.id, date: '2026-10-31' }),
      ],
    });
    const part = await list('month=2026-10&from=2026-10-02&to=2026-10-31');
    expect(part.body.validated).toMatchObject([{ checkInId: last.id }]);
  });

  it('lists them as CSV, which it accepts as a report', async () => {
    const one = await validated('2026-10-03T12:00:00Z');
    const csv = await list('month=2026-10', { Accept: 'text/csv' });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text).toBe(
      'gympass_id,date,check_in_id,validated_at,booking_number,already_validated\r\n' +
        `${one.wellhubId},2026-10-03,${one.id},2026-10-03T12:00:00.000Z,,false\r\n`,
    );
    const { body } = await compare(csv.text);
    expect(body).toMatchObject({ both: [{ line: 2 }], onlyOurs: [], onlyWellhub: [], badRows: [] });
  });

  it('reports what both have, what Wellhub lacks and what only Wellhub has', async () => {
    const paid = await validated('2026-10-03T12:00:00Z');
    const missed = await validated('2026-10-04T12:00:00Z');
    const report = Buffer.from(
      `\uFEFFName;User ID;Check-in date\r\n"Prado; Ana";${paid.wellhubId.replace(/^0+/, '')};03/10/2026\r\n` +
        'Bo;0099999999999;05/10/2026\r\nCy;no;05/10/2026\r\n',
    );
    const { status, body } = await compare(report);
    expect(status).toBe(200);
    expect(body).toEqual({
      both: [expect.objectContaining({ line: 2, checkInId: paid.id, gympassId: paid.wellhubId })],
      onlyOurs: [expect.objectContaining({ checkInId: missed.id, gympassId: missed.wellhubId })],
      onlyWellhub: [
        {
          line: 3,
          gympassId: '0099999999999',
          date: '2026-10-05',
          why: 'UNKNOWN_PERSON',
          customerId: null,
          checkIn: null,
          links: {},
        },
      ],
      badRows: [{ line: 4, reason: 'its Wellhub id is not 1 to 20 digits' }],
    });
    const { text, headers } = await compare(report, undefined, { Accept: 'text/csv' });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(text.split('\r\n').map((row) => row.split(',').slice(0, 4).join(','))).toEqual([
      'result,line,gympass_id,date',
      `both,2,${paid.wellhubId},2026-10-03`,
      `only_ours,,${missed.wellhubId},2026-10-04`,
      'only_wellhub,3,0099999999999,2026-10-05',
      'bad_row,4,,',
      '',
    ]);
    expect(text).toContain(',its Wellhub id is not 1 to 20 digits\r\n');
  });

  const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const workbook = async (rows: CellValue[][]) =>
    Buffer.from(await writeXlsx({ sheets: [{ name: 'Relatório', rows }] }));

  it.each([
    ['UTF-8 with sep=', (text: string) => Buffer.from(`\uFEFFsep=;\r\n${text}`)],
    ['UTF-16 LE', (text: string) => Buffer.from(`\uFEFF${text.replaceAll(';', '\t')}`, 'utf16le')],
    ['UTF-16 BE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['the Latin of Windows', (text: string) => Buffer.from(text, 'latin1')],
  ])('reads what Excel writes as %s', async (_, written) => {
    const { wellhubId, id } = await validated('2026-10-03T12:00:00Z');
    const report = written(`ID do usuário;Data\r\n${wellhubId};03/10/2026\r\n`);
    for (const type of ['text/csv', 'text/csv; charset=iso-8859-1', 'application/vnd.ms-excel']) {
      const { status, body } = await compare(report, undefined, { 'Content-Type': type });
      expect([status, body.both, body.badRows]).toEqual([
        200,
        [expect.objectContaining({ checkInId: id })],
        [],
      ]);
    }
  });

  it('reads an Excel file: dates, numbers and text, whatever its type is called', async () => {
    const [one, two] = [
      await validated('2026-10-03T12:00:00Z'),
      await validated('2026-10-04T12:00:00Z'),
    ];
    const report = await workbook([
      ['ID Wellhub', 'Nome', 'Data do check-in'],
      [one.wellhubId, 'Ana', new Date('2026-10-03T23:30:00Z')],
      [Number(two.wellhubId), null, 46_299.5],
      ['0099999999999', true, '05/10/2026'],
      ['x', '=1+1', '05/10/2026'],
    ]);
    for (const type of [XLSX, 'text/csv']) {
      const { status, body } = await compare(report, undefined, { 'Content-Type': type });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        both: [
          { line: 2, checkInId: one.id },
          { line: 3, checkInId: two.id },
        ],
        onlyOurs: [],
        onlyWellhub: [{ line: 4, date: '2026-10-05' }],
        badRows: [{ line: 5 }],
      });
    }
  });

  it('refuses what cannot be read with a sentence, and never compares it as an empty report', async () => {
    const good = await workbook([['gympass_id', 'date']]);
    const bomb = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['gympass_id', 'date'],
            ['0'.repeat(9_000_000), 1],
          ],
        },
      ],
    });
    for (const report of [
      good.subarray(0, 700),
      Buffer.from(bomb),
      Buffer.from('504b0304', 'hex'),
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    ]) {
      const { status, body } = await compare(report, undefined, { 'Content-Type': XLSX });
      expect([status, body.errors]).toEqual([
        400,
        [{ pointer: '/body', detail: expect.stringContaining('save it as .xlsx') }],
      ]);
    }
    const binary = await compare(Buffer.from('89504e470d0a1a0a00ff', 'hex'));
    expect([binary.status, binary.body.errors[0].pointer]).toEqual([400, '/header']);
    const unread = await compare('gympass_id;date\nAna;soon\n');
    expect([unread.status, unread.body.errors[0].pointer]).toEqual([400, '/body']);
    const other = await compare('{}', undefined, { 'Content-Type': 'application/pdf' });
    expect([other.status, other.body.detail]).toEqual([415, expect.stringContaining(XLSX)]);
  });

  const preview = (report: string | Buffer, query = '', headers = {}) =>
    world.world.admin.post(`${path}/preview?${query}`, report, {
      'Content-Type': 'text/csv',
      ...headers,
    });

  it('C-56 shows what a report holds and which columns it would take, before anything is compared', async () => {
    const { wellhubId } = await validated('2026-10-03T12:00:00Z');
    const text =
      'Relatório de validações, outubro\r\n\r\nNome;ID do usuário;Data\r\n' +
      `"Prado; \nAna";${wellhubId};03/10/2026\r\nBo;x;04/10/2026\r\n`;
    const { status, body } = await preview(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect(status).toBe(200);
    expect(body).toEqual({
      format: 'CSV',
      encoding: 'utf-16le',
      separator: ';',
      headerLine: 3,
      columns: [
        { number: 1, name: 'Nome' },
        { number: 2, name: 'ID do usuário' },
        { number: 3, name: 'Data' },
      ],
      rowCount: 2,
      rows: [
        { line: 4, cells: ['Prado; \nAna', wellhubId, '03/10/2026'] },
        { line: 6, cells: ['Bo', 'x', '04/10/2026'] },
      ],
      mapping: { gympassIdColumn: 2, dateColumn: 3, dateOrder: 'DAY_FIRST', source: 'GUESSED' },
      missing: [],
      readable: {
        count: 1,
        firstDay: '2026-10-03',
        lastDay: '2026-10-03',
        badRowCount: 1,
        badRows: [{ line: 6, reason: 'its Wellhub id is not 1 to 20 digits' }],
      },
    });
  });

  it('C-56 refuses a preview of a column that is not there, of another gym and without the scope', async () => {
    const chosen = await preview('a;b\n1;2\n', 'gympassIdColumn=3');
    expect([chosen.status, chosen.body.errors]).toEqual([
      400,
      [{ pointer: '/gympassIdColumn', detail: 'must be one of the 2 columns of the report' }],
    ]);
    const { keyed } = world.world;
    const csv = { 'Content-Type': 'text/csv' };
    const reader = await keyed(['CHECKIN_READ']);
    const stranger = (await stage.partner()).world.admin;
    const tried = [reader, stranger].map((key) => key.post(`${path}/preview`, 'a;b\n', csv));
    expect((await Promise.all(tried)).map(({ status }) => status)).toEqual([403, 404]);
  });

  it('C-57 takes the columns that the caller names, and remembers them by their names', async () => {
    const { wellhubId, id } = await validated('2026-10-03T12:00:00Z');
    const report = `Quem;Outra;Quando\n${wellhubId};9;10/03/2026\n`;
    expect((await compare(report)).body.errors[0].pointer).toBe('/header');
    const columns = 'gympassIdColumn=1&dateColumn=3&dateOrder=MONTH_FIRST';
    const named = await compare(report, `month=2026-10&${columns}`);
    expect([named.status, named.body.both]).toEqual([
      200,
      [expect.objectContaining({ checkInId: id })],
    ]);
    const moved = `QUANDO,quem\n10/03/2026,${wellhubId}\n`;
    expect((await preview(moved)).body.mapping).toEqual({
      gympassIdColumn: 2,
      dateColumn: 1,
      dateOrder: 'MONTH_FIRST',
      source: 'REMEMBERED',
    });
    expect((await compare(moved)).body.both).toMatchObject([{ line: 2, checkInId: id }]);
    const { gymId, admin } = (await stage.partner()).world;
    const elsewhere = `/admin/v1/gyms/${gymId}/reconciliation/preview`;
    const theirs = await admin.post(elsewhere, moved, { 'Content-Type': 'text/csv' });
    expect(theirs.body.mapping.source).toBe('GUESSED');
  });

  it('C-58 gives each difference its evidence and its likely reason', async () => {
    const missed = await validated('2026-10-04T12:00:00Z');
    const nextDay = await validated('2026-10-06T12:00:00Z');
    const late = await validated('2026-11-01T02:50:00Z', { validatedAt: '2026-11-01T03:10:00Z' });
    const lost = await validated('2026-10-08T12:00:00Z', { state: 'CANCELED' });
    const twice = await validated('2026-10-09T12:00:00Z');
    const known = await world.customer('0088888888888');
    const at = (wellhubId: string, day: string) => `${wellhubId};2026-10-${day}\n`;
    const report =
      `gympass_id;date\n${at(nextDay.wellhubId, '07')}${at(lost.wellhubId, '08')}` +
      at(twice.wellhubId, '09') +
      at(twice.wellhubId.replace(/^0+/, ''), '09') +
      `${at('88888888888', '10')}${at('77', '10')}`;
    const { body } = await compare(report);
    const partner = `/admin/v1/partners/${world.world.partnerId}`;
    expect(body.onlyOurs).toMatchObject([
      { checkInId: missed.id, why: 'NOT_LISTED', customerId: missed.customerId, line: null },
      { checkInId: nextDay.id, why: 'LISTED_ON_ANOTHER_DAY', line: 2 },
      { checkInId: late.id, why: 'VALIDATED_LATER' },
    ]);
    expect(body.onlyWellhub).toMatchObject([
      { line: 2, why: 'PAID_ON_ANOTHER_DAY', checkIn: { id: nextDay.id, date: '2026-10-06' } },
      {
        line: 3,
        why: 'NOT_PAID_HERE',
        customerId: lost.customerId,
        checkIn: { id: lost.id, state: 'CANCELED', lostBecause: 'CANCELED_BY_MEMBER' },
        links: { checkIn: `/admin/v1/check-ins/${lost.id}` },
      },
      { line: 5, why: 'LISTED_TWICE', checkIn: { id: twice.id } },
      {
        line: 6,
        why: 'NO_CHECK_IN',
        customerId: known,
        checkIn: null,
        links: { timeline: `${partner}/customers/${known}/timeline` },
      },
      { line: 7, why: 'UNKNOWN_PERSON', customerId: null, links: {} },
    ]);
    for (const link of Object.values<string>(body.onlyOurs[0].links)) {
      const { status, body: evidence } = await world.world.admin.get(link);
      expect(status).toBe(200);
      expect(evidence.detail?.checkInId ?? evidence.id).toBe(missed.id);
    }
  });

  it('C-58 knows a visit that was paid at another gym, unless the key is of one gym', async () => {
    const { wellhubId, id } = await validated('2026-10-04T12:00:00Z');
    const { admin, partnerId, gymId, keyed } = world.world;
    const { body: gym } = await admin.post(`/admin/v1/partners/${partnerId}/gyms`, {
      name: 'Second',
    });
    const elsewhere = `/admin/v1/gyms/${gym.id}/reconciliation?month=2026-10`;
    const csv = { 'Content-Type': 'text/csv' };
    const report = `gympass_id;date\n${wellhubId};2026-10-04\n`;
    const { body } = await admin.post(elsewhere, report, csv);
    expect(body.onlyWellhub).toMatchObject([
      { why: 'PAID_AT_ANOTHER_GYM', checkIn: { id, gymId } },
    ]);
    const narrowed = await keyed(['CHECKIN_WRITE'], { gymId: gym.id });
    const seen = await narrowed.post(elsewhere, report, csv);
    expect(seen.body.onlyWellhub).toMatchObject([{ why: 'NO_CHECK_IN', checkIn: null }]);
  });

  it('C-59 gives one of the lists, also as CSV without a formula', async () => {
    const missed = await validated('2026-10-04T12:00:00Z');
    await stage.app.sql(`update check_ins set booking_number = '=1+1' where id = $1`, [missed.id]);
    const report = 'gympass_id;date\n0077;2026-10-05\nx;2026-10-05\n';
    const lists = async (list: string, headers = {}) =>
      compare(report, `month=2026-10&list=${list}`, headers);
    expect(Object.keys((await lists('onlyWellhub')).body)).toEqual(['onlyWellhub']);
    const ours = await lists('onlyOurs', { Accept: 'text/csv' });
    expect(ours.text).toBe(
      'result,line,gympass_id,date,check_in_id,validated_at,booking_number,already_validated,customer_id,reason\r\n' +
        `only_ours,,${missed.wellhubId},2026-10-04,${missed.id},2026-10-04T12:00:00.000Z,'=1+1,false,` +
        `${missed.customerId},NOT_LISTED\r\n`,
    );
    const theirs = await lists('onlyWellhub', { Accept: 'text/csv' });
    expect(theirs.text.split('\r\n')[1]).toBe('only_wellhub,2,0077,2026-10-05,,,,,,UNKNOWN_PERSON');
    expect((await lists('all')).body.errors[0].pointer).toBe('/list');
  });

  it('W-70 keeps the check-in of an erased person, without the id', async () => {
    const { id, customerId } = await validated('2026-10-03T12:00:00Z');
    await world.world.admin.delete(`/admin/v1/customers/${customerId}`);
    expect((await list()).body.validated).toMatchObject([{ checkInId: id, gympassId: null }]);
  });

  it.each([
    ['', 'month'],
    ['month=2026-13', 'month'],
    ['month=0000-01', 'month'],
    ['month=2026-10&from=2026-09-30', 'from'],
    ['month=2026-10&to=2026-11-01', 'to'],
    ['month=2026-10&from=2026-10-31&to=2026-10-01', 'to'],
    ['month=2026-10&from=2026-10-32', 'from'],
  ])('refuses the days %j, naming the field', async (query, field) => {
    for (const answer of [await list(query), await compare('gympass_id,date\n', query)]) {
      expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
      expect(answer.body.errors[0].pointer).toBe(`/${field}`);
    }
  });

  it('refuses a report without header, in another type, or over 1 MiB', async () => {
    for (const report of ['', '\uFEFF', '0012,2026-10-03']) {
      const { status, body } = await compare(report);
      expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/header']);
    }
    for (const type of ['application/json', 'text/plain', 'text/csvx'])
      expect((await compare('{}', undefined, { 'Content-Type': type })).status).toBe(415);
    expect((await compare('a'.repeat(1024 * 1024 + 1))).status).toBe(413);
    const elsewhere = `${path.replace('reconciliation', 'check-ins')}/validate`;
    const csv = { 'Content-Type': 'text/csv' };
    expect((await world.world.admin.post(elsewhere, 'a,b', csv)).status).toBe(415);
  });

  it('is for its scopes, its partner and its gym', async () => {
    const { gymId, keyed } = world.world;
    const report = 'gympass_id,date\n';
    const asCsv = { 'Content-Type': 'text/csv' };
    const tries = async (key: Awaited<ReturnType<typeof keyed>>) => [
      (await key.get(`${path}?month=2026-10`)).status,
      (await key.post(`${path}?month=2026-10`, report, asCsv)).status,
    ];
    expect(await tries(await keyed(['CHECKIN_READ']))).toEqual([200, 403]);
    expect(await tries(await keyed(['CHECKIN_WRITE'], { gymId }))).toEqual([403, 200]);
    const other = await stage.partner();
    expect(await tries(await other.world.keyed(['PARTNER_ADMIN']))).toEqual([404, 404]);
    const second = await world.world.admin.post(
      `/admin/v1/partners/${world.world.partnerId}/gyms`,
      { name: 'Second' },
    );
    const scopes = ['CHECKIN_READ', 'CHECKIN_WRITE'] as const;
    const narrowed = await keyed([...scopes], { gymId: second.body.id });
    expect(await tries(narrowed)).toEqual([404, 404]);
  });
});
