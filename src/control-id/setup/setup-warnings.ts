import { answerWithinMs } from '../device-settings/control-id-settings.js';
import { hasCamera } from './device-configuration.js';
import type { DeviceSetup } from './setup-steps.js';

export const SETUP_WARNINGS = [
  'DEFAULT_PASSWORD',
  'ALPHANUMERIC_UNSUPPORTED',
  'MONITOR_TLS',
  'SHORT_TIMEOUT',
  'CONTINGENCY',
  'FORMER_ADDRESS',
] as const;

export interface SetupWarning {
  readonly code: (typeof SETUP_WARNINGS)[number];
  readonly detail: string;
}

const DETAILS = {
  DEFAULT_PASSWORD: 'Change the password of the factory: a person who knows it opens this door',
  ALPHANUMERIC_UNSUPPORTED:
    'This model reads QR codes as text only with a USB reader; NUMERIC works with all',
  MONITOR_TLS:
    'Whether the notifications of this device come over TLS is not documented. If turns and logs do not arrive, set CONTROL_ID_URL to an http address over a private line',
  SHORT_TIMEOUT:
    'With this requestTimeoutMs Wellhub has little time to answer while a person waits, and the policy for outages decides more often. 3000 is usual',
  CONTINGENCY:
    'While the device cannot reach this server it decides by its own users and cards. Gatehouse puts none on it, so codes and cards open nothing then, unless the gym keeps users on the device',
  FORMER_ADDRESS:
    'The device got another address. Where it scans stands in its record of this server (step 3): send the settings, which change it where the device fetches commands, or run the script, before the address before ends',
} as const satisfies Record<SetupWarning['code'], string>;

/** With less than this Wellhub is not waited for as long as at other doors. */
const ENOUGH_MS = 1_900;

/** What may go wrong with these settings at this address. */
export function setupWarnings({
  settings,
  address,
  formerUntil,
}: Pick<DeviceSetup, 'settings' | 'address' | 'formerUntil'>): SetupWarning[] {
  const applies: Record<SetupWarning['code'], boolean> = {
    DEFAULT_PASSWORD: true,
    ALPHANUMERIC_UNSUPPORTED: settings.qrMode === 'ALPHANUMERIC' && !hasCamera(settings),
    MONITOR_TLS: address.startsWith('https:'),
    SHORT_TIMEOUT: answerWithinMs(settings) < ENOUGH_MS,
    CONTINGENCY: settings.contingency,
    FORMER_ADDRESS: formerUntil !== null && formerUntil.getTime() > Date.now(),
  };
  return SETUP_WARNINGS.filter((code) => applies[code]).map((code) => ({
    code,
    detail: DETAILS[code],
  }));
}
