import { readFileSync } from 'node:fs';

const MB = 1_000_000;

/** What a process has in memory, in MB of 1,000,000 bytes, and the most it ever had; undefined where there is no /proc. */
export function memoryOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    const value = (name) =>
      (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(text)?.[1]) * 1024) / MB;
    return { now: value('VmRSS'), most: value('VmHWM') };
  } catch {
    return undefined;
  }
}
