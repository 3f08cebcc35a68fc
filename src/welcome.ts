import type { Settings } from './platform/config/settings.js';
import { sandboxCredentials, sandboxPages, type SandboxReport } from './sandbox/index.js';

/** What a first run prints: where to go, with which key, and what to try next. */
export function welcome(settings: Settings, report: SandboxReport): string {
  const rows = [
    ['Everything on one page', `${settings.publicUrl}/`],
    ...sandboxPages(settings, report).map(({ title, url }) => [title, url]),
    ...sandboxCredentials(settings, report).map(({ title, value }) => [title, value]),
  ];
  const width = Math.max(...rows.map(([label = '']) => label.length));
  return [
    '',
    'Sandbox "Demo Fitness" is ready:',
    ...rows.map(([label = '', value]) => `  ${label.padEnd(width)}  ${value}`),
    '',
    'Next: `npm run demo` in another terminal walks the whole story. Ctrl-C stops everything.',
  ].join('\n');
}
