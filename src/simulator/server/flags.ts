import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readTarget } from '../partner/commands.js';
import { InvalidInput } from '../http/input.js';
import type { SimulatorOptions } from './simulator.js';
import { TargetSetting, type Target } from '../partner/target.js';

export const USAGE = `Usage: npm run simulator -- [flags]

Plays Wellhub: the validate API, signed check-in webhooks, registration, and a phone page.
Plays a Control iD device too: the page /device and PUT /control/device.

  --port <number>       port to listen on (default 4010; 0 = any free one)
  --host <address>      address to listen on (default 127.0.0.1)
  --token <text>        bearer token that validate expects (default: a random one, printed)

How to reach the software under test; all five, or none and PUT /control/target later:
  --target-url <url>    its base URL, for example http://localhost:3000
  --api-key <key>       the key it issued to Wellhub
  --hook <22 chars>     the part of its webhook URL after /wellhub/
  --secret <text>       its webhook secret
  --gym <number>        Wellhub's id of the gym

  --help                this text
`;

const text = { type: 'string' } as const;
const FLAGS = {
  port: { ...text, default: '4010' },
  host: { ...text, default: '127.0.0.1' },
  token: text,
  'target-url': text,
  'api-key': text,
  hook: text,
  secret: text,
  gym: text,
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line. @returns undefined when the help is requested. @throws with a message for a person */
export function readFlags(args: readonly string[]): SimulatorOptions | undefined {
  const { values } = parseArgs({ args: [...args], options: FLAGS });
  if (values.help) return undefined;
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
    throw new InvalidInput("'--port' must be a number from 0 to 65535");
  }
  const options = {
    port: Number(values.port),
    host: values.host,
    validateToken: values.token ?? randomBytes(16).toString('base64url'),
  };
  const target = targetOf({
    'target-url': values['target-url'],
    'api-key': values['api-key'],
    hook: values.hook,
    secret: values.secret,
    gym: values.gym,
  });
  return target === undefined ? options : { ...options, target };
}

type TargetFlag = 'target-url' | 'api-key' | 'hook' | 'secret' | 'gym';

function targetOf(flags: Record<TargetFlag, string | undefined>): Target | undefined {
  const missing = Object.entries(flags).filter(([, value]) => value === undefined);
  if (missing.length === Object.keys(flags).length) return undefined;
  if (missing.length > 0) {
    throw new InvalidInput(`Also needed: ${missing.map(([flag]) => `--${flag}`).join(', ')}`);
  }
  const setting = new TargetSetting(undefined);
  setting.set(
    readTarget({
      baseUrl: flags['target-url'],
      apiKey: flags['api-key'],
      hook: flags.hook,
      webhookSecret: flags.secret,
      wellhubGymId: flags.gym,
    }),
  );
  return setting.get();
}
