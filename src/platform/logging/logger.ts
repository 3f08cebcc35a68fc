import type { LoggerService } from '@nestjs/common';
import type { Logger as Pino } from 'pino';
import { Bursts, OTHERS } from './bursts.js';
import { isOfOutage, scrub } from './redaction.js';

const STARTING_UP = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/** Its lines are chosen one by one where they are written. */
export const ACCESS_ROOM = 'access';

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace';

type Kind = [level: 'error' | 'warn', room: string, msg: string, partnerId?: string];
const MANY: Kind = ['warn', 'gatehouse', 'lines of many kinds'];

interface Line extends Record<string, unknown> {
  readonly room: string;
  readonly msg: string;
}

/** Nest's own lines and ours, as JSON lines with the context as `room`. */
export class JsonLogger implements LoggerService {
  private readonly bursts = new Bursts((kind, times) => this.writeLeftOut(kind, times));

  constructor(private readonly pino: Pino) {}

  log = (message: unknown, ...rest: unknown[]) => this.write('info', message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.write('trace', message, rest);

  private write(wanted: Level, message: unknown, rest: unknown[]): void {
    const room = String(rest.findLast((part) => typeof part === 'string') ?? 'gatehouse');
    const level = wanted === 'info' && STARTING_UP.has(room) ? 'debug' : wanted;
    if (!this.pino.isLevelEnabled(level)) return;
    const line = lineOf(message, room);
    if (this.isAdmitted(level, line)) this.pino[level](line);
  }

  private isAdmitted(level: Level, line: Line): boolean {
    if (level !== 'error' && level !== 'warn') return true;
    if (line.room === ACCESS_ROOM) return true;
    return this.bursts.admits(kindOf(level, line), isOfOutage(line['err']) ? 1 : undefined);
  }

  private writeLeftOut(kind: string, times: number): void {
    const [level, room, msg, partnerId] = kind === OTHERS ? MANY : (JSON.parse(kind) as Kind);
    this.pino[level]({ room, msg, partnerId, times, repeats: true });
  }
}

function lineOf(message: unknown, room: string): Line {
  if (message instanceof Error) return { room, err: message, msg: scrub(message.message) };
  if (typeof message === 'object' && message !== null) return { room, msg: '', ...message };
  return { room, msg: scrub(String(message)) };
}

/** Lines of one kind differ in whom they are about, not in what went wrong. */
const kindOf = (level: Level, { room, msg, partnerId, err }: Line): string =>
  JSON.stringify([level, room, msg, partnerId, (err as { code?: unknown } | undefined)?.code]);
