const FRAME = new Set(['severity', 'time', 'service', 'version', 'pod', 'process', 'room', 'msg']);
/** What a process says of itself needs no more than its words. */
export const PROCESS_ROOM = 'process';

interface Line extends Record<string, unknown> {
  readonly severity: string;
  readonly time: string;
  readonly room?: string;
  readonly msg?: string;
}

/** A line of the log for a person at a terminal: `18:02:11 WARNING mailbox: SMTP_URL is not set`. */
export function asText(json: string): string {
  const line = JSON.parse(json) as Line;
  const { severity, time, room, msg = '', err } = line;
  if (room === PROCESS_ROOM && severity === 'INFO') return `${msg}\n`;
  const rest = Object.entries(line)
    .filter(([name]) => !FRAME.has(name) && name !== 'err')
    .map(
      ([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
  const head = `${new Date(time).toTimeString().slice(0, 8)} ${severity} ${room}: ${msg}`;
  return `${head}${rest.join('')}\n${stackOf(err)}`;
}

function stackOf(error: unknown): string {
  const { stack } = (error ?? {}) as { stack?: string };
  return stack ? `${stack}\n` : '';
}
