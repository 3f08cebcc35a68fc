const DRAWN_EVERY_MS = 100;
const WIDTH = 24;

/** One line on a terminal that is drawn again and again; elsewhere nothing, so that a log stays readable. */
export class Progress {
  private drawnAt = -Infinity;
  private isDrawn = false;

  constructor(
    private readonly stream: NodeJS.WritableStream & { isTTY?: boolean },
    private readonly label: string,
  ) {}

  /** @param total unknown where the end is not known */
  show(done: number, total?: number): void {
    if (!this.stream.isTTY || performance.now() - this.drawnAt < DRAWN_EVERY_MS) return;
    this.drawnAt = performance.now();
    this.isDrawn = true;
    this.stream.write(`\r\u001b[K${this.label} ${bar(done, total)}`);
  }

  /** Takes the line away: what comes next begins on an empty one. */
  end(): void {
    if (this.isDrawn) this.stream.write('\r\u001b[K');
    this.isDrawn = false;
  }
}

function bar(done: number, total: number | undefined): string {
  const count = done.toLocaleString('en');
  if (!total) return count;
  const share = Math.min(done / total, 1);
  const filled = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
  return `${filled} ${Math.floor(share * 100)} %  ${count} of ${total.toLocaleString('en')}`;
}
