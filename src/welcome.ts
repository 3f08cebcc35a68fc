import type { Settings } from './platform/config/settings.js';
import type { SandboxReport } from './sandbox/index.js';

/** What a first run prints: where to go, with which key, and what to try next. */
export function welcome(settings: Settings, { credentials, simulatorUrl }: SandboxReport): string {
  const { publicUrl, operatorApiKey, isOperatorKeyMade } = settings;
  const rows: [string, string][] = [
    ['The phone, with the Wellhub app', `${simulatorUrl}/`],
    ['Caught mail', `${publicUrl}/sandbox/mail`],
    ['Member log-in', `${publicUrl}/demo/login`],
    ['Front desk (log in with the admin key)', `${publicUrl}/console/desk`],
    ['Kiosk: the door, as a page', `${publicUrl}/demo/kiosk`],
    ['API reference', `${publicUrl}/docs`],
    ...(isOperatorKeyMade ? [['Operator key', operatorApiKey] as [string, string]] : []),
    ['Demo partner (admin key)', credentials.adminKey],
    ["Member app's key", credentials.appKey],
    ['Device token of the door', credentials.deviceToken],
    ['Partner id / gym id', `${credentials.partnerId} / ${credentials.gymId}`],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    '',
    'Sandbox "Demo Fitness" is ready:',
    ...rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    '',
    'Next: `npm run demo` in another terminal walks the whole story. Ctrl-C stops everything.',
  ].join('\n');
}
