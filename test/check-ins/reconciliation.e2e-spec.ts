import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { CheckInStage, newWellhubId, type CheckInWorld } from '../support/check-in-stage.js';

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

  /** A check-in that came and was validated at these moments. */
  const validated = async (at: string, { validatedAt = at, state = 'VALIDATED' } = {}) => {
    const wellhubId = newWellhubId();
    await stage.simulator.checkIn({ wellhubId });
    const row = (await world.until(wellhubId, () => true))!;
    await stage.app.sql(
      `update check_ins set state = $2, event_at = $3, received_at = $3, validated_at = $4,
        local_day = ($3::timestamptz at time zone 'America/Sao_Paulo')::date where id = $1`,
      [row.id, state, at, validatedAt],
    );
    return { wellhubId, id: row.id, customerId: row.customer_id };
  };
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
      onlyWellhub: [{ line: 3, gympassId: '0099999999999', date: '2026-10-05' }],
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

  it('refuses a report without header, in another type, or over 64 KiB', async () => {
    for (const report of ['', '\uFEFF', '0012,2026-10-03']) {
      const { status, body } = await compare(report);
      expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/header']);
    }
    for (const type of ['application/json', 'text/plain', 'text/csvx'])
      expect((await compare('{}', undefined, { 'Content-Type': type })).status).toBe(415);
    expect((await compare('a'.repeat(64 * 1024 + 1))).status).toBe(413);
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
