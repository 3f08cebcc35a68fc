import { describe, expect, it } from '@jest/globals';
import { checkedOptions, WrongUse } from '../../src/conformance/index.js';
import {
  CHECKS,
  foreignHosts,
  htmlReport,
  junitReport,
  partnerUnderTest,
  runConformance,
  selectedChecks,
  WAITS,
} from '../../src/conformance/kit/kit.js';
import { inventPerson } from '../../src/conformance/play/person.js';
import { createSimulator } from '../../src/simulator/index.js';
import { readText } from '../support/repository.js';
import { failedIn, reportOf } from './practice.js';

const GIVEN = { target: 'http://127.0.0.1:9', key: 'a-key' };
const flagOf = (name: string) => `--${name}`;

/** Without the marks of Markdown, and with one blank between words. */
const plain = (text: string) => text.replaceAll(/[`*\\]/g, '').replaceAll(/\s+/g, ' ');

describe('the words that checks quote', () => {
  const contract = plain(readText('docs/contracts/wellhub.md'));
  const quoted = CHECKS.filter(({ document }) => document.source.startsWith('docs/'));

  it.each(quoted)('N-7 of $id stand in the contract', ({ document }) => {
    const parts = plain(document.text).split(' | ');
    expect(parts.filter((part) => !contract.includes(part))).toEqual([]);
  });
});

describe('people that the kit sends', () => {
  it('N-5 can be told from all others', () => {
    expect(inventPerson()).toMatchObject({
      gpwId: expect.stringMatching(/^gpw-c0ffee00-/),
      wellhubId: expect.stringMatching(/^0999\d{9}$/),
      firstName: 'Conformance',
      email: expect.stringMatching(/@example\.com$/),
    });
  });
});

describe('what the kit is given', () => {
  it('N-5 names the machines that are not this one, wherever a URL leads there', () => {
    const partner = partnerUnderTest({ ...GIVEN, checkInUrl: 'https://gym.example.com/hooks' });
    expect(foreignHosts(partner)).toEqual(['gym.example.com']);
    expect(foreignHosts(partnerUnderTest({ ...GIVEN, target: 'http://localhost:3000' }))).toEqual(
      [],
    );
  });

  it.each([
    [{ target: 'gym.example.com' }, '--target must be an http(s) URL'],
    [{ target: 'ftp://gym.example.com' }, '--target must be an http(s) URL'],
    [{ gym: 'Fit Centro' }, '--gym must be digits'],
    [{ listen: '4010' }, '--listen must be HOST:PORT'],
    [{ listen: 'localhost:99999' }, '--listen must be HOST:PORT'],
    [{ key: 'two\nlines' }, '--key must be one line'],
    [{ existingUser: '0012345678905' }, "--existingUser must begin with 'gpw-'"],
    [{ slow: 'yes' }, '--slow must be true or false'],
    [{ tokenURL: 'https://gym.example.com' }, '--tokenURL is not known'],
  ])('N-8 refuses %j', (given, words) => {
    expect(() => checkedOptions(given, flagOf)).toThrow(words);
  });

  it('N-8 names what is missing', () => {
    expect(() => partnerUnderTest({ target: GIVEN.target })).toThrow('--key is missing');
    expect(() => partnerUnderTest({ key: GIVEN.key })).toThrow('--target is missing');
    const listening = { ...GIVEN, listen: '127.0.0.1:0' };
    expect(() => partnerUnderTest(listening)).toThrow('--listen needs --validate-token');
    expect(() => selectedChecks(['tokn'])).toThrow(WrongUse);
  });
});

describe('a target that is not there', () => {
  it('N-4 is one finding, and the end of the run', async () => {
    const partner = { ...partnerUnderTest({ ...GIVEN, secret: 'a-secret' }), waits: WAITS };
    const report = await runConformance(partner, CHECKS);
    expect(failedIn(report)).toEqual([expect.stringContaining('connection refused')]);
    expect(report.milliseconds).toBeLessThan(WAITS.answer);
  });

  it.each([
    ['never-answers', 'no complete answer came'],
    ['speaks-no-http', 'is not HTTP/1.1'],
    ['hangs-up', 'closed before an answer came'],
    ['token-redirects', 'it answered 302, to /elsewhere'],
    ['token-html', 'it answered 200 text/html, but the body is not a JSON object'],
    ['token-flood', 'far too large'],
  ])('N-4 %s is named', async (fault, words) => {
    const [first, ...others] = failedIn(await reportOf([fault], { only: ['token'] }));
    expect(first).toContain(words);
    expect(others).toEqual([]);
  });
});

describe('the address of --listen', () => {
  it('N-13 has nothing of the control API, however it is spelled', async () => {
    const where = { host: '127.0.0.1', port: 0, validateToken: 'a-token', withControl: false };
    const simulator = await createSimulator(where);
    const paths = ['/', '/control/target', '/%63ontrol/calls', '/control/setup'];
    const answers = await Promise.all(paths.map((path) => fetch(`${simulator.url}${path}`)));
    const validate = await fetch(`${simulator.url}/access/v1/validate`, { method: 'POST' });
    await simulator.close();
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(validate.status).toBe(401);
  });
});

describe('a report', () => {
  it('N-6 is a page without scripts and XML that holds what the partner answered as text', async () => {
    const { results, ...report } = await reportOf(['token-html'], { only: ['token'] });
    const hostile = `<script>alert(1)</script>\u001b[2J\u202e]]>"'`;
    const [first, ...others] = results.map((result) => ({
      ...result,
      verdict: 'failed' as const,
      finding: hostile,
    }));
    const both = { ...report, results: [first!, ...others] };
    const page = htmlReport(both);
    expect(page).toContain(`default-src 'none'`);
    for (const piece of ['<script', '\u001b', '\u202e']) expect(page).not.toContain(piece);
    const xml = junitReport(both);
    for (const piece of ['<script', '\u001b', '\u202e', ']]>']) expect(xml).not.toContain(piece);
    expect(xml.match(/<testcase /g)).toHaveLength(results.length);
  });
});
