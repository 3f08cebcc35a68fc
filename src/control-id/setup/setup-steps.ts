import type { ControlIdSettings } from '../device-settings/control-id-settings.js';
import {
  monitorTo,
  onlineClient,
  onlineMode,
  pushFrom,
  qrReading,
  serverRecord,
  type Configuration,
} from './device-configuration.js';
import { wallTime } from './wall-time.js';

/** One call at the device, or what a person does there. */
export interface SetupStep {
  readonly no: number;
  readonly title: string;
  readonly method: 'POST' | null;
  readonly path: string | null;
  /** `$LOGIN`, `$PASSWORD` and `$SERVER_ID` stand for what the person knows, or learned in an earlier step. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** What shows that it worked. */
  readonly expect: string;
}

export interface DeviceSetup {
  readonly settings: ControlIdSettings;
  readonly address: string;
  /** Of the gym. */
  readonly timeZone: string;
  /** Until when an address before works, or did lately. */
  readonly formerUntil: Date | null;
}

const LEARNED = '$SERVER_ID';
const AFTER = '{} and status 200';

/** What a person in the gym's network does, in this order (`control-id.md` 11). */
export function setupSteps({ settings, address, timeZone }: DeviceSetup): SetupStep[] {
  const calls = [
    call('Log in; change the password if it is still the one of the factory', {
      path: '/login.fcgi',
      body: { login: '$LOGIN', password: '$PASSWORD' },
      expect: '{"session":"…"}: append it to every later call as ?session=…',
    }),
    call(`Set the clock to the time of the gym (${timeZone})`, {
      path: '/set_system_time.fcgi',
      body: { ...wallTime(new Date(), timeZone) },
      expect: AFTER,
    }),
    call('Make a record of this server', {
      path: '/create_objects.fcgi',
      body: serverRecord(address),
      expect: `{"ids":[n]}: n is ${LEARNED} of the next step`,
    }),
    configure('Decide by this server', onlineClient(settings, LEARNED)),
    configure('Read QR codes', qrReading(settings)),
    configure('Send notifications', monitorTo(address)),
    configure('Fetch commands', pushFrom(address)),
    configure('Go online', onlineMode(settings)),
  ];
  return [...calls, PROOF].map((step, index) => ({ no: index + 1, ...step }));
}

type Step = Omit<SetupStep, 'no'>;

const call = (title: string, rest: Pick<Step, 'path' | 'body' | 'expect'>): Step => ({
  title,
  method: 'POST',
  ...rest,
});

const configure = (title: string, body: Configuration): Step =>
  call(title, { path: '/set_configuration.fcgi', body, expect: AFTER });

const PROOF: Step = {
  title:
    'Scan an unknown card, then turn each way once and read which event came: set entryTurnEvent and entryTurn by it',
  method: null,
  path: null,
  body: null,
  expect: 'The device shows that the card is unknown, and check.lastSeenAt is now',
};
