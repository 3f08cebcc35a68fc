import { describe, expect, it } from '@jest/globals';
import { readFlags } from './flags.js';

const target = (
  '--target-url http://localhost:3000/ --api-key k --gym 1042 ' +
  '--hook AbCdEfGhIjKlMnOpQrStUv --secret s'
).split(' ');

describe('the command line of the simulator', () => {
  it('starts without flags on a local port, with a random token and no target', () => {
    const options = readFlags([]);
    expect(options).toMatchObject({ port: 4010, host: '127.0.0.1' });
    expect(options?.validateToken).toMatch(/^[\w-]{22}$/);
    expect(options).not.toHaveProperty('target');
  });

  it('takes everything from flags', () => {
    expect(readFlags([...target, '--port', '0', '--host', '::1', '--token', 't'])).toEqual({
      port: 0,
      host: '::1',
      validateToken: 't',
      target: {
        baseUrl: 'http://localhost:3000',
        apiKey: 'k',
        hook: 'AbCdEfGhIjKlMnOpQrStUv',
        webhookSecret: 's',
        wellhubGymId: '1042',
      },
    });
  });

  it('shows the usage with --help', () => {
    expect(readFlags(['--help'])).toBeUndefined();
  });

  it.each([
    [['--port', 'x'], '--port'],
    [['--port', '70000'], '--port'],
    [['--gym', '1'], '--target-url, --api-key, --hook, --secret'],
    [['--nonsense'], '--nonsense'],
    [[...target, '--hook', 'short'], 'hook'],
  ])('refuses %j and explains why', (args, message) => {
    expect(() => readFlags(args)).toThrow(message);
  });
});
