import { describe, expect, it } from '@jest/globals';
import { StartProblem } from '../config/start-problem.js';
import { assertUsableVersion, databaseProblem, DatabaseNotUp } from './database-problem.js';

const failure = (code: string, message: string) =>
  Object.assign(new Error(message), code ? { code } : {});

describe('a database that cannot be used', () => {
  it.each([
    [
      '08P01',
      'server login has been failing, try again later (server_login_retry)',
      /that does not reach it/,
    ],
    ['08P01', 'pgbouncer cannot connect to server', /pooler at db:6432 that does not reach it/],
    ['', 'timeout expired', /does not answer at db:6432/],
    ['57P03', 'the database system is starting up', /just starting or stopping/],
  ])('may be up in a moment: %s %s', (code, message, said) => {
    const problem = databaseProblem(failure(code, message), 'postgres://u@db:6432/x');
    expect(problem).toBeInstanceOf(DatabaseNotUp);
    expect(problem).toMatchObject({ message: expect.stringMatching(said) });
  });

  it.each([
    ['08P01', 'unsupported startup parameter: statement_timeout', /takes no startup parameters/],
    ['28P01', 'password authentication failed', /refuses the user "u"/],
    ['42501', 'permission denied for table visits', /run gatehouse migrate as the owner/],
  ])('stays as it is: %s %s', (code, message, said) => {
    const problem = databaseProblem(failure(code, message), 'postgres://u@db:6432/x');
    expect(problem).toBeInstanceOf(StartProblem);
    expect(problem).not.toBeInstanceOf(DatabaseNotUp);
    expect(problem).toMatchObject({ message: expect.stringMatching(said) });
  });

  it('is not reported for a statement that took too long or got no lock', () => {
    for (const error of [
      failure('57014', 'canceling statement due to statement timeout'),
      failure('55P03', 'canceling statement due to lock timeout'),
    ])
      expect(databaseProblem(error, 'postgres://u@db/x')).toBe(error);
  });

  it('is one before PostgreSQL 16, and is named', () => {
    expect(() => assertUsableVersion(150_018)).toThrow(
      /is PostgreSQL 15: Gatehouse needs 16 or newer/,
    );
    expect(() => assertUsableVersion(160_000)).not.toThrow();
  });
});
