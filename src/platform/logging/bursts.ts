import { runOutsideRequests } from '../deadline/request-context.js';

const MINUTE_MS = 60_000;
const IN_FULL = 10;
const MOST_KINDS = 1_000;
/** Where there are too many kinds to count each. */
export const OTHERS = 'others';

interface Kind {
  written: number;
  leftOut: number;
}

/** Keeps a fault that repeats from filling the log: ten lines of a kind a minute are written, of the others how many. */
export class Bursts {
  private readonly kinds = new Map<string, Kind>();
  private timer: NodeJS.Timeout | undefined;

  /** @param onLeftOut called once a minute for a kind of which lines were left out */
  constructor(private readonly onLeftOut: (kind: string, count: number) => void) {}

  /** @param most a minute */
  admits(name: string, most = IN_FULL): boolean {
    const kind = this.kindOf(name);
    if (kind.written < most) {
      kind.written += 1;
      return true;
    }
    kind.leftOut += 1;
    return false;
  }

  private kindOf(wanted: string): Kind {
    const isKept = this.kinds.has(wanted) || this.kinds.size < MOST_KINDS;
    const name = isKept ? wanted : OTHERS;
    const kind = this.kinds.get(name) ?? { written: 0, leftOut: 0 };
    this.kinds.set(name, kind);
    this.timer ??= runOutsideRequests(() =>
      setInterval(() => this.beginMinute(), MINUTE_MS).unref(),
    );
    return kind;
  }

  private beginMinute(): void {
    for (const [name, { leftOut }] of this.kinds) if (leftOut > 0) this.onLeftOut(name, leftOut);
    this.kinds.clear();
  }
}
