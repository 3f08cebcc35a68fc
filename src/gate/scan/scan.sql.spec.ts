import { describe, expect, it } from '@jest/globals';
import type { Queries, Statement } from '../../platform/database/database.js';
import { scanStatement } from './scan.sql.js';

/** The statement of one scan, and that of a batch. */
async function textsOf(form: Parameters<typeof scanStatement>[1]): Promise<string[]> {
  const texts: string[] = [];
  const queries: Pick<Queries, 'query'> = {
    query: async ({ text }: Statement) => {
      texts.push(text);
      return [];
    },
  };
  const row = {} as never;
  const statement = scanStatement(1, form);
  for (const rows of [[row], [row, row]]) await statement.run(queries as Queries, rows);
  return texts;
}

const OF_RULES = /\baccess_(policies|closings|rule_windows|rules|passes)\b/;

describe.each(['TOKEN', 'ID'] as const)('a scan by %s', (namedBy) => {
  it('A-32 without a policy reads nothing that rules are made of', async () => {
    for (const text of await textsOf({ namedBy, withRules: false }))
      expect(text).not.toMatch(OF_RULES);
  });

  it('A-32 is one statement, however many rules there are', async () => {
    for (const withRules of [false, true])
      for (const text of await textsOf({ namedBy, withRules })) expect(text).not.toContain(';');
    for (const text of await textsOf({ namedBy, withRules: true })) expect(text).toMatch(OF_RULES);
  });
});
