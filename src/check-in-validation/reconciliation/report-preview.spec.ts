import { describe, expect, it } from '@jest/globals';
import { mapColumns, namesOf } from './column-mapping.js';
import { readReport } from './portal-report.js';
import { previewOf } from './report-preview.js';
import { readTable } from './report-table.js';

const ZONE = 'America/Sao_Paulo';
const OCTOBER = { from: '2026-10-01', to: '2026-10-31', timeZone: ZONE };
const preview = async (file: string | Buffer, chosen = {}) =>
  previewOf(await readTable(Buffer.from(file)), { chosen }, ZONE);
const ID = '0012345678905';

describe('the preview of a report', () => {
  it('C-56 says which columns are missing', async () => {
    const { missing, read, mapping } = await preview('Pessoa;Quando\nAna;ontem\n');
    expect([missing, read]).toEqual([['gympassIdColumn', 'dateColumn'], undefined]);
    expect(mapping.header?.cells).toEqual(['Pessoa', 'Quando']);
    expect((await preview('Pessoa;Data\nAna;ontem\n')).missing).toEqual(['gympassIdColumn']);
  });

  it('C-56 finds by what they hold the columns that no name tells', async () => {
    const text = `Nome;Quem;Quando\nAna;${ID};10/31/2026\nBo;="${ID}";10/01/2026 12:00\n`;
    const { mapping, read } = await preview(text);
    expect(mapping).toMatchObject({ idAt: 1, dateAt: 2, dateOrder: 'MONTH_FIRST' });
    expect(read?.visits.map(({ day }) => day)).toEqual(['2026-10-31', '2026-10-01']);
  });

  it.each([
    ['DAY_FIRST', '03/10/2026', '31/10/2026'],
    ['MONTH_FIRST', '10/03/2026', '10/31/2026'],
    ['DAY_FIRST', '01/10/2026', '12/10/2026'],
    ['MONTH_FIRST', '10/01/2026', '10/12/2026'],
    ['DAY_FIRST', '2026-10-03', '2026-10-31'],
  ])('C-56 takes the dates for %s when they are %s and %s', async (order, one, other) => {
    const { mapping } = await preview(`gympass_id;date\n1;${one}\n2;${other}\n`);
    expect(mapping.dateOrder).toBe(order);
  });

  it.each([
    ['a title', 'Relatório de outubro, 2026\n\n'],
    ['several titles', 'Validações\nAcademia Centro\nOutubro\n'],
    ['a title with the separator', 'Relatório;2026\n'],
  ])('C-56 finds the names of the columns below %s', async (_, title) => {
    const { read, table } = await preview(`${title}Nome;ID Wellhub;Data\nAna;${ID};03/10/2026\n`);
    expect([read?.visits.length, read?.badRows, table.separator]).toEqual([1, [], ';']);
  });

  it.each([
    ['nothing', '', 'has no row with text'],
    ['a picture', Buffer.from('89504e470d0a1a0a00ff', 'hex'), 'is no table that can be read'],
    ['a document', '%PDF-1.7\n\u0000\u0001', 'is no table that can be read'],
    ['too many rows', `a;b\n${'1;2\n'.repeat(20_001)}`, 'has more than 20000 rows'],
  ])('C-56 refuses %s', async (_, file, detail) => {
    await expect(preview(file)).rejects.toThrow(detail);
  });

  it('C-57 reads a first row that names nothing as a visit, and remembers no name of it', async () => {
    const { rows } = await readTable(Buffer.from(`03/10/2026;${ID}\n04/10/2026;0077\n`));
    const mapping = mapColumns(rows, { chosen: { gympassIdColumn: 2, dateColumn: 1 } });
    const { visits, badRows } = readReport(rows, OCTOBER, mapping);
    expect(visits.map(({ line, day }) => [line, day])).toEqual([
      [1, '2026-10-03'],
      [2, '2026-10-04'],
    ]);
    expect([badRows, namesOf(mapping)]).toEqual([[], undefined]);
  });

  it('C-57 remembers columns that have one name each', () => {
    const names = (header: string[]) =>
      namesOf(
        mapColumns([{ line: 1, cells: header }], { chosen: { gympassIdColumn: 1, dateColumn: 2 } }),
      );
    expect(names(['Quem é', 'Quando'])).toEqual({
      idName: 'queme',
      dateName: 'quando',
      dateOrder: 'DAY_FIRST',
    });
    for (const header of [
      ['a', 'a'],
      ['', 'b'],
      ['a', '12'],
      ['a', 'b'.repeat(61)],
    ])
      expect(names(header)).toBeUndefined();
  });
});
