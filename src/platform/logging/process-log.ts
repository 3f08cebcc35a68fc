import { format } from 'node:util';
import { Logger } from '@nestjs/common';
import type { Logger as Pino } from 'pino';
import { readLogEnvironment } from '../config/environment.js';
import { logSettings } from '../config/read-settings.js';
import { lastWords, StartProblem } from '../config/start-problem.js';
import { makePino } from './log-lines.js';
import { JsonLogger } from './logger.js';
import { scrub } from './redaction.js';
import { PROCESS_ROOM } from './text-lines.js';

/**
 * What a process says of itself, from its first moment on and at every LOG_LEVEL: that it starts, serves and stops, and
 * which error was not caught. Everything that Node or a library would print goes the same way, so that no other line is written.
 */
export class ProcessLog {
  private readonly settings = logSettings(readLogEnvironment());
  private readonly lines: Pino;

  constructor() {
    const pino = makePino(this.settings);
    this.lines = pino.child({ room: PROCESS_ROOM }, { level: 'info' });
    Logger.overrideLogger(new JsonLogger(pino));
    this.listen();
  }

  /** Nothing keeps what is written: what only eyes may see may be shown. */
  get isAtTerminal(): boolean {
    return this.isText && process.stdout.isTTY;
  }

  private get isText(): boolean {
    return this.settings.logFormat === 'text';
  }

  info(msg: string, facts: object = {}): void {
    this.lines.info({ ...facts, msg });
  }

  warn(msg: string, facts: object = {}): void {
    this.lines.warn({ ...facts, msg });
  }

  /** Why it ends: a sentence for a known problem, the error for any other. */
  fatal(error: unknown): void {
    if (this.isText) process.stderr.write(`${lastWords(error)}\n`);
    else if (error instanceof StartProblem) this.lines.fatal({ msg: scrub(error.message) });
    else this.lines.fatal({ msg: 'ended by an error', err: error });
  }

  private listen(): void {
    process.on('uncaughtException', (error) => {
      this.fatal(error);
      process.exit(1);
    });
    // Node's own listener prints them.
    process.removeAllListeners('warning');
    process.on('warning', (warning) => this.warn('a warning of Node', { err: warning }));
    const { lines } = this;
    const write = (...values: unknown[]) => lines.info({ msg: scrub(format(...values)) });
    const warn = (...values: unknown[]) => lines.warn({ msg: scrub(format(...values)) });
    Object.assign(console, { log: write, info: write, debug: write, warn, error: warn });
  }
}
