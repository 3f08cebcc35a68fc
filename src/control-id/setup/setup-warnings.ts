import { answerWithinMs, type ControlIdSettings } from '../device-settings/control-id-settings.js';
import { hasCamera } from './device-configuration.js';

export const SETUP_WARNINGS = [
  'DEFAULT_PASSWORD',
  'ALPHANUMERIC_UNSUPPORTED',
  'MONITOR_TLS',
  'SHORT_TIMEOUT',
  'CONTINGENCY',
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
} as const satisfies Record<SetupWarning['code'], string>;

/** With less than this Wellhub is not waited for as long as at other doors. */
const ENOUGH_MS = 1_900;

/** What may go wrong with these settings at this address. */
export function setupWarnings(settings: ControlIdSettings, address: string): SetupWarning[] {
  const applies: Record<SetupWarning['code'], boolean> = {
    DEFAULT_PASSWORD: true,
    ALPHANUMERIC_UNSUPPORTED: settings.qrMode === 'ALPHANUMERIC' && !hasCamera(settings),
    MONITOR_TLS: address.startsWith('https:'),
    SHORT_TIMEOUT: answerWithinMs(settings) < ENOUGH_MS,
    CONTINGENCY: settings.contingency,
  };
  return SETUP_WARNINGS.filter((code) => applies[code]).map((code) => ({
    code,
    detail: DETAILS[code],
  }));
}
