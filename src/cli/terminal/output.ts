import { cliEnvironment } from './cli-environment.js';
import type { CliProblem } from './cli-problem.js';
import { paintFor, type Paint } from './colours.js';
import { Progress } from './progress.js';
import { tableText, type Cell } from './table.js';

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What stands instead of a table without rows. */
  readonly empty: string;
}

/** Data on stdout, as tables and sentences or with `--json` as JSON; what is going on on stderr. */
export class Output {
  /** For what goes to stdout. */
  readonly paint: Paint;
  readonly paintProgress: Paint;

  constructor(readonly isJson: boolean) {
    const { noColour, terminal } = cliEnvironment();
    const paintOn = ({ isTTY }: NodeJS.WriteStream) =>
      paintFor({ isTerminal: isTTY, noColour, terminal });
    this.paint = isJson ? (_role, text) => text : paintOn(process.stdout);
    this.paintProgress = paintOn(process.stderr);
  }

  /** The outcome: the value for a program, lines for people. */
  result(value: unknown, lines: string | readonly string[]): void {
    if (this.isJson) return this.write(JSON.stringify(value, undefined, 2));
    this.write([lines].flat().join('\n'));
  }

  /** A list: with `--json` the values as they came. */
  table(values: readonly unknown[], { columns, rows, empty }: Table): void {
    if (this.isJson) return this.write(JSON.stringify(values, undefined, 2));
    if (rows.length === 0) return this.progress(empty);
    const [head = '', ...body] = tableText(columns, rows);
    this.write([this.paint('strong', head), ...body].join('\n'));
  }

  /** One of a stream that has no end: with `--json` a line of NDJSON. */
  line(value: unknown, text: string): void {
    this.write(this.isJson ? JSON.stringify(value) : text);
  }

  /** As it is: a document, a script. */
  write(text: string): void {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** What is going on, and what to do next: never data. */
  progress(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  bar(label: string): Progress {
    return new Progress(process.stderr, label);
  }

  problem({ message, next, code }: CliProblem): void {
    if (this.isJson) {
      const error = { code, message, ...(next !== undefined && { next }) };
      return this.progress(JSON.stringify({ error }));
    }
    this.progress(this.paintProgress('bad', message));
    if (next !== undefined) this.progress(next);
  }
}
