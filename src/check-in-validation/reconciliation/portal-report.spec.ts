import { describe, expect, it } from '@jest/globals';
import { parseCsv } from '../../platform/text/parse-csv.js';
import { readReport } from './portal-report.js';

const OCTOBER = { from: '2026-10-01', to: '2026-10-31', timeZone: 'America/Sao_Paulo' };
const read = (text: string) => readReport(parseCsv(text), OCTOBER);
const dayOf = (date: string) =>
  read(`gympass_id;date\n1;${date}\n2;2026-10-03`).visits.find(({ wellhubId }) => wellhubId === '1')
    ?.day;

describe('a report of the portal', () => {
  it.each([
    'gympass_id,date',
    'Unique Token,Validated At',
    'unique_token,validated_at',
    'User ID,Check-in date',
    'wellhub id,"checkin date"',
    'Name,Wellhub ID,x',
    'ID Wellhub,Data',
    'Gympass ID;Fecha',
    'wellhub_id;Datum',
    'ID do usuário;Data do check-in',
    'ID de usuario;Fecha de check-in',
    'Benutzer-ID;Check-in-Datum',
    'Token único;Data e hora',
    'ID USUARIO;FECHA Y HORA',
    'Wellhub-ID;Datum/Uhrzeit',
    'Unique token;Data da visita',
    'Wellhub ID;Fecha de validación',
    'Mitglieds-ID;Validierungsdatum',
  ])('may name its columns %s', (header) => {
    const three = header.endsWith(',x');
    const row = header.includes(';') ? '0012;2026-10-03' : '0012,2026-10-03';
    const text = three ? 'Name,Wellhub ID,Date\nAna,0012,2026-10-03' : `${header}\n${row}`;
    expect(read(text)).toEqual({
      visits: [{ line: 2, wellhubId: '0012', day: '2026-10-03' }],
      badRows: [],
    });
  });

  it('prefers the Wellhub id to a user id, and the day of the check-in to that of the validation', () => {
    const text = 'user_id;gympass_id;validated_at;check-in date\n9;0012;2026-10-04;2026-10-03';
    expect(read(text).visits).toEqual([{ line: 2, wellhubId: '0012', day: '2026-10-03' }]);
  });

  it('takes no other date for the day', () => {
    for (const name of ['Data de nascimento', 'Fecha de alta', 'Geburtsdatum', 'Birth date'])
      expect(() => read(`gympass_id;${name}\n1;2026-10-03`)).toThrow(/^header: /);
    const text =
      'Data de nascimento;Data;Data do check-in;ID Wellhub\n01/01/1990;02/10/2026;03/10/2026;1';
    expect(read(text).visits).toMatchObject([{ day: '2026-10-03' }]);
  });

  it.each([
    ['no id', 'gympass_id;date\nx;2026-10-03\ny;2026-10-04'],
    ['no date', 'gympass_id;date\n1;soon\n2;later'],
    ['only broken quotes', 'gympass_id;date\n"1;2026-10-03'],
  ])('is refused when nothing of it can be read: %s', (_, text) => {
    expect(() => read(text)).toThrow(/^body: no row of the report could be read; line 2: its /);
  });

  it('is compared when it is of other days, or has no rows', () => {
    expect(read('gympass_id;date\n1;2026-11-03').badRows).toHaveLength(1);
    expect(read('gympass_id;date\n')).toEqual({ visits: [], badRows: [] });
  });

  it.each(['', 'a,b\n1,2', 'gympass_id\n1', 'date\n2026-10-03', '0012,2026-10-03'])(
    'is refused without its header: %j',
    (text) => {
      expect(() => read(text)).toThrow(/^header: the first row must name a column/);
    },
  );

  it.each([
    ['2026-10-03', '2026-10-03'],
    ['2026/10/3', '2026-10-03'],
    ['3.10.2026', '2026-10-03'],
    ['03/10/2026', '2026-10-03'],
    ['03-10-2026 23:59', '2026-10-03'],
    ['2026-10-03 23:59:59', '2026-10-03'],
    ['2026-10-03T01:30:00Z', '2026-10-02'],
    ['2026-10-03 01:30:00 UTC', '2026-10-02'],
    ['2026-10-03T23:30:00.000-0500', '2026-10-04'],
    ['1791000000', '2026-10-03'],
    ['1791000000000', '2026-10-03'],
    ['03/10/26', '2026-10-03'],
    ['3.10.26 07:05', '2026-10-03'],
    ['03/10/2026\u00A023:59', '2026-10-03'],
    ['03/10/2026 11:59 p. m.', '2026-10-03'],
    ['03/10/2026, 11:59:00\u202FPM', '2026-10-03'],
    ['46298', '2026-10-03'],
    ['46298,99', '2026-10-03'],
    ['12', undefined],
    ['99999', undefined],
    ['31/02/2026', undefined],
    ['10/31/2026', undefined],
    ['2026-10-03 25h', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('reads the date %j as %s of the gym', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  it.each(['="0012"', "'0012", '0012', ' 00 12 '])('reads the id %j with its zeros', (id) => {
    expect(read(`gympass_id;date\n${id};2026-10-03`).visits[0]?.wellhubId).toBe('0012');
  });

  it('reports the line and the fault of each bad row', () => {
    const rows = ['1,2026-10-03', '1.2E+12,2026-10-03', 'gpw-1,2026-10-03', '2,x', '3,2026-11-01'];
    const { visits, badRows } = read(`gympass_id,date\n${rows.join('\n')}\n4\n"5,2026-10-03\n`);
    expect(visits).toHaveLength(1);
    expect(badRows.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'its Wellhub id is not 1 to 20 digits'],
      [4, 'its Wellhub id is not 1 to 20 digits'],
      [5, 'its date is none that we know (YYYY-MM-DD or DD/MM/YYYY)'],
      [6, 'its day 2026-11-01 is not in 2026-10-01 to 2026-10-31'],
      [7, 'its date is none that we know (YYYY-MM-DD or DD/MM/YYYY)'],
      [8, 'its quotes do not match'],
    ]);
  });
});
