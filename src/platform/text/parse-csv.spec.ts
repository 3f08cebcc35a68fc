import { describe, expect, it } from '@jest/globals';
import { writeCsv } from './write-csv.js';
import { parseCsv } from './parse-csv.js';

describe('a CSV file', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\r\n1;2\r\n'],
    ['tabs', 'a\tb\n1\t2'],
    ['the separator named', 'sep=;\r\na;b\r\n1;2\r\n'],
    ['the separator named as Excel saves it again', '\uFEFFSEP=;;\na;b\n1;2\n'],
    ['the separator named in quotes', '"sep=\t"\ra\tb\r1\t2\r'],
    ['an odd separator named', 'sep=|\na|b\n1|2\n'],
    ['a byte order mark', '\uFEFFa,b\r1,2\r'],
    ['empty rows', '\na,b\n,\n\n1,2\n\n'],
    ['spaces around', ' a , b\n1 , "2" \n'],
  ])('is read with %s', (_, text) => {
    const cells = parseCsv(text).map((row) => row.cells);
    expect(cells).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('may hold separators, quotes and line ends in quotes, and counts lines as an editor does', () => {
    expect(parseCsv('a,b\n"x, ""y""\nz",2\n3,\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"\nz', '2'] },
      { line: 4, cells: ['3', ''] },
    ]);
  });

  it('counts the line that names the separator', () => {
    expect(parseCsv('sep=,\na,b\n1,2')).toEqual([
      { line: 2, cells: ['a', 'b'] },
      { line: 3, cells: ['1', '2'] },
    ]);
  });

  it('keeps a separator of another file in a cell', () => {
    expect(parseCsv('a;b\n1,5;2').at(-1)?.cells).toEqual(['1,5', '2']);
  });

  it.each(['"1,2', '"1"x,2', '1,"2'])('loses no more than the row %j', (broken) => {
    expect(parseCsv(`a,b\n${broken}\n3,4`)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: undefined },
      { line: 3, cells: ['3', '4'] },
    ]);
  });

  it('is nothing without text', () => {
    expect(parseCsv('')).toEqual([]);
    expect(parseCsv('\uFEFF\n')).toEqual([]);
  });

  it('is written so that it can be read again, and no cell is taken for a formula', () => {
    const text = writeCsv([
      ['a;b', 'say "x"', null],
      ['=1+1', '@x', true],
      [' =1+1', '\uFF1D1', 'a=b'],
    ]);
    expect(text).toBe('"a;b","say ""x""",\r\n\'=1+1,\'@x,true\r\n\' =1+1,\'\uFF1D1,a=b\r\n');
    expect(parseCsv(text)[0]?.cells).toEqual(['a;b', 'say "x"', '']);
  });
});
