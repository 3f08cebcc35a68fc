import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadPartner } from '../support/bad-partner/bad-partner.js';
import { CommandLine } from '../support/command-line.js';
import { freePort } from '../support/replica.js';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-conform-'));
const file = (name: string, content?: unknown): string => {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, JSON.stringify(content));
  return path;
};

describe('gatehouse conform', () => {
  const commandLine = new CommandLine();
  let partner: BadPartner;
  let given: string[];
  let secrets: string[];

  beforeAll(async () => {
    partner = new BadPartner({ faults: ['expires-in-milliseconds', 'zeros-lost'] });
    const target = await partner.listen();
    const { key, secret, validateToken } = partner.options;
    secrets = [key, secret, validateToken];
    given = ['conform', '--target', target, '--key', key];
  });
  afterAll(() => partner.close());

  it('N-9 ends with 1 when it finds something, and saves it as page, XML and JSON without a secret', async () => {
    const listen = `127.0.0.1:${await freePort()}`;
    Object.assign(partner.options, { wellhubUrl: `http://${listen}` });
    const [, secret = '', validateToken = ''] = secrets;
    const [html, junit] = [file('r.html'), file('r.xml')];
    const files = ['--html', html, '--junit', junit, '--json'];
    const wellhub = ['--secret', secret, '--listen', listen, '--validate-token', validateToken];
    const only = ['--only', 'token,validate.id'];
    const { code, out, err } = await commandLine.run([...given, ...wellhub, ...only, ...files]);
    expect(code).toBe(1);
    const report = JSON.parse(out);
    const failed = report.results.filter(
      ({ verdict }: { verdict: string }) => verdict === 'failed',
    );
    expect(failed.map(({ id }: { id: string }) => id)).toEqual(['token.expires-at', 'validate.id']);
    const texts = [out, err, readFileSync(html, 'utf8'), readFileSync(junit, 'utf8')];
    for (const text of texts) {
      expect(text).toContain('these are milliseconds');
      for (const hidden of secrets) expect(text).not.toContain(hidden);
    }
  });

  it('N-9 ends with 0 when it finds nothing', async () => {
    const { code, out } = await commandLine.run([...given, '--only', 'token.type']);
    expect(out).toContain('0 failed');
    expect(code).toBe(0);
  });

  it('N-8 takes everything from a file, and secrets from the environment', async () => {
    const [key = ''] = secrets;
    const config = file('c.json', { target: partner.url, gym: 1042 });
    const args = ['conform', '--config', config, '--only', 'token.type'];
    const env = { GATEHOUSE_CONFORM_KEY: key };
    expect(await commandLine.run(args, { env })).toMatchObject({ code: 0 });
  });

  it.each([
    [['--target', 'https://gym.example.com', '--key', 'k'], 'Nothing was sent to gym.example.com'],
    [['--target', 'http://localhost:1'], '--key is missing'],
    [['--target', 'localhost', '--key', 'k'], '--target must be an http(s) URL'],
    [['--only', 'tokn', '--target', 'http://localhost:1', '--key', 'k'], 'no such check or group'],
    [['--config', '/nowhere.json'], '/nowhere.json cannot be read (ENOENT)'],
    [['--config', file('typo.json', { tokenURL: 'x' })], '"tokenURL" in'],
    [
      ['--target', 'http://localhost:1', '--key', 'k', '--html', '/nowhere/r.html'],
      'cannot be written',
    ],
  ])('N-9 N-5 ends with 2 for %j', async (args, words) => {
    const { code, err, out } = await commandLine.run(['conform', ...args]);
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('N-10 lists every check and sends nothing', async () => {
    const { code, out } = await commandLine.run(['conform', '--list']);
    expect(code).toBe(0);
    expect(out).toContain('validate.retry-after');
  });

  it('N-9 is ended by Ctrl-C with 130, and saves what it has', async () => {
    const junit = file('stopped.xml');
    const silent = new BadPartner({ faults: ['token-slow'] });
    const target = await silent.listen();
    const args = ['conform', '--target', target, '--key', silent.options.key, '--junit', junit];
    const running = commandLine.start(args);
    await running.until(({ err }) => err.includes('connection.answers'));
    running.signal('SIGINT');
    const { code } = await running.ended();
    await silent.close();
    expect(code).toBe(130);
    expect(readFileSync(junit, 'utf8')).toContain('the run was stopped');
  });
});
