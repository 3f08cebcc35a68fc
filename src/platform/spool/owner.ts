import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Identifies a writing process well enough to find out later whether it still lives. */
export interface OwnerMark {
  readonly id: string;
  readonly pid: number;
  /** When the process began, in the kernel's own count; empty where that is not known. */
  readonly started: string;
  /** The machine, its boot and its space of process ids. */
  readonly host: string;
}

/** An owner of another machine without a sign of life for this long counts as dead. */
const SILENT_MS = 60_000;

/** Owners in this process. */
const living = new Set<string>();

export function markOf(id: string): OwnerMark {
  living.add(id);
  return { id, pid: process.pid, started: startOf(process.pid), host: HOST };
}

export const forgetMark = ({ id }: OwnerMark): boolean => living.delete(id);

/** @param silentMs how long ago it gave its last sign of life */
export function isGone(mark: OwnerMark | undefined, silentMs: number): boolean {
  if (!mark || mark.host !== HOST) return silentMs > SILENT_MS;
  const isOurs = mark.pid === process.pid && mark.started === startOf(process.pid);
  if (isOurs) return !living.has(mark.id);
  if (!runs(mark.pid)) return true;
  // The system reuses process ids.
  return mark.started === '' ? silentMs > SILENT_MS : mark.started !== startOf(mark.pid);
}

export function parseMark(text: string): OwnerMark | undefined {
  try {
    const { id, pid, started, host } = JSON.parse(text) as OwnerMark;
    return typeof id === 'string' && Number.isSafeInteger(pid)
      ? { id, pid, started, host }
      : undefined;
  } catch {
    return undefined;
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code !== 'ESRCH';
  }
}

/** Field 22 of `/proc/<pid>/stat`; what comes before may hold blanks, in brackets. */
function startOf(pid: number): string {
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

const HOST = [
  hostname(),
  textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')).trim(),
  textOf(() => readlinkSync('/proc/self/ns/pid')),
].join(' ');

function textOf(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
