import { existsSync } from 'node:fs';
import { ok, warning, type Finding } from './finding.js';

const DAEMON = '/run/systemd/timesync';
/** Made by systemd-timesyncd once NTP has set the clock. */
const DONE = `${DAEMON}/synchronized`;

/** Of the host's NTP, where this process can see it: seldom in a container. */
export async function hostSynchronisation(
  daemon = DAEMON,
  done = DONE,
): Promise<readonly Finding[]> {
  if (!existsSync(daemon)) return [];
  return existsSync(done)
    ? [ok('NTP sets the clock of this host')]
    : [
        warning(
          'NTP has not set the clock of this host yet',
          'look at `timedatectl timesync-status`: are NTP servers named, and reached?',
        ),
      ];
}
