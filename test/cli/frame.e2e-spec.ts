import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandLine } from '../support/command-line.js';
import { ROOT } from '../support/repository.js';

const API_KEY = 'a-key-that-is-long-enough';

describe('the command line', () => {
  let server: Server;
  let cli: CommandLine;
  let answer: (path: string) => string | undefined;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const text = answer(request.url ?? '');
      if (text !== undefined) response.setHeader('Content-Type', 'application/json').end(text);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const env = { GATEHOUSE_URL: `http://127.0.0.1:${port}`, GATEHOUSE_API_KEY: API_KEY };
    cli = new CommandLine(env);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const commands = async () => {
    const { out } = await cli.run(['--help']);
    return [...out.matchAll(/^ {2}([a-z][\w-]*) {2}/gm)].map(([, name = '']) => name);
  };

  it('L-1 says of each command how to call it, and of those for integrators with examples', async () => {
    const names = await commands();
    expect(names).toEqual(expect.arrayContaining(['serve', 'secrets-key', 'login', 'completion']));
    for (const name of names) {
      const { code, out, err } = await cli.run([name, '--help']);
      expect([name, code, err]).toEqual([name, 0, '']);
      expect(out).toContain(`gatehouse ${name}`);
    }
    expect((await cli.run(['login', '--help'])).out).toContain('Examples:\n  $ gatehouse login');
  });

  it('L-1 is `npx gatehouse` in a checkout, which builds itself and reads no settings for a client', () => {
    const { bin } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
    const program = `${ROOT}/${bin.gatehouse}`;
    const out = execFileSync(program, ['--version'], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ENV_FILE: '/nowhere/at/all' },
    });
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('L-3 L-7 ends with 2 and the near word when a command, an option or an argument is wrong', async () => {
    const wrong: [string[], RegExp][] = [
      [['logn'], /knows no "logn"\. Did you mean "login"\?/],
      [['--json'], /knows no "--json"/],
      [['login', '--urll', 'x'], /unknown option '--urll'[\s\S]*Did you mean --url\?/],
      [['whoami', 'me'], /too many arguments/],
      [['completion'], /missing required argument 'shell'/],
      [['completion', 'fish'], /bash, zsh/],
    ];
    for (const [args, message] of wrong) {
      const { code, out, err } = await cli.run(args);
      expect([args, code, out]).toEqual([args, 2, '']);
      expect(err).toMatch(message);
      expect(err).not.toMatch(/^\s+at /m);
    }
  });

  it('L-4 has data on stdout and an error as JSON on stderr', async () => {
    answer = () => 'no json';
    const broken = await cli.run(['whoami', '--json']);
    expect(broken).toMatchObject({ code: 1, out: '' });
    expect(JSON.parse(broken.err).error.message).toContain('answered');
    expect(broken.err).not.toContain(API_KEY);
  });

  it('L-5 lets no text of others steer a terminal', async () => {
    const name = 'Mall\u001b[2J\u009b31m\u202eory\nkey  forged';
    const partner = { id: 'p', name, slug: 's' };
    const key = { id: 'k', name: 'n', prefix: 'x', scopes: [], gymId: null, expiresAt: null };
    answer = () => JSON.stringify({ ...key, partner });
    const { code, out } = await cli.run(['whoami']);
    expect(code).toBe(0);
    expect(out).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
    expect(out).not.toMatch(/^key {2}forged/m);
  });

  it('L-6 ends with 130 at Ctrl-C', async () => {
    const asked = new Promise<void>((resolve) => {
      answer = () => void resolve();
    });
    const command = cli.start(['whoami']);
    await asked;
    command.signal('SIGINT');
    expect(await command.ended()).toMatchObject({ code: 130, out: '' });
  });

  it.each(['bash', 'zsh'])('L-8 completes every command and its options in %s', async (shell) => {
    const { out: script } = await cli.run(['completion', shell]);
    for (const name of await commands()) expect(script).toMatch(new RegExp(`['\\s]${name}['\\s]`));
    if (shell !== 'bash') return;
    const complete = async (...words: string[]) => {
      const typed = words.map((word) => `'${word}'`).join(' ');
      const bash = spawn('bash', ['--norc']);
      bash.stdin.end(`${script}\nCOMP_WORDS=(gatehouse ${typed}); COMP_CWORD=${words.length}
        _gatehouse; printf '%s\\n' "\${COMPREPLY[@]}"`);
      const chunks: string[] = [];
      bash.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
      await once(bash, 'close');
      return chunks.join('').split('\n').filter(Boolean);
    };
    expect(await complete('log')).toEqual(['login', 'logout']);
    expect(await complete('login', '--sa')).toEqual(['--sandbox']);
    expect(await complete('login', '--url', 'x', '--data-dir', 'y', '--pro')).toEqual([
      '--profile',
    ]);
    expect(await complete('migrate', 'do')).toEqual(['down']);
    expect(await complete('completion', '')).toEqual(['bash', 'zsh', '--help']);
  });
});
