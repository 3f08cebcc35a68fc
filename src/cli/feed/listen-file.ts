import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readPrivate, writePrivate } from '../profiles/private-file.js';
import { cliEnvironment } from '../terminal/cli-environment.js';
import { CliProblem } from '../terminal/cli-problem.js';

/** How far one `listen` has come. */
export interface ListenPlace {
  readonly cursor: string;
  /** Of the page after `cursor`, what was forwarded already. */
  readonly done: readonly string[];
}

/** Of one service and partner: what signs, and how far each address has come. */
interface Listener {
  readonly secret: string;
  readonly webhookKey: string;
  readonly places: Readonly<Record<string, ListenPlace>>;
}

const path = () => join(cliEnvironment().configFolder, 'listen.json');

/** Kept between calls: the secret stays in the receiver's settings, and no event is lost or comes twice. */
export class ListenFile {
  constructor(
    private readonly source: string,
    private readonly target: string,
  ) {}

  /** Of the source; the same for every address, as a partner has it. */
  keys(): Pick<Listener, 'secret' | 'webhookKey'> {
    const kept = readAll()[this.source];
    if (kept) return kept;
    const made = {
      secret: `whsec_${randomBytes(32).toString('base64')}`,
      webhookKey: randomBytes(24).toString('base64url'),
      places: {},
    };
    this.write(made);
    return made;
  }

  place(): ListenPlace | undefined {
    return readAll()[this.source]?.places[this.target];
  }

  keep(place: ListenPlace): void {
    const kept = readAll()[this.source];
    if (kept) this.write({ ...kept, places: { ...kept.places, [this.target]: place } });
  }

  private write(listener: Listener): void {
    const all = { ...readAll(), [this.source]: listener };
    writePrivate(path(), `${JSON.stringify(all, undefined, 2)}\n`);
  }
}

function readAll(): Record<string, Listener> {
  const text = readPrivate(path());
  if (text === undefined) return {};
  try {
    const all = JSON.parse(text) as Record<string, Listener>;
    if (Object.values(all).every(isListener)) return all;
  } catch {
    // As any other that is none of ours.
  }
  throw new CliProblem(`${path()} is damaged, so it is not used.`, {
    next: `Remove it (rm '${path()}') and listen again: there will be a new secret, and the history comes again without --skip-history.`,
  });
}

function isListener(value: unknown): value is Listener {
  const { secret, webhookKey, places } = (value ?? {}) as Record<string, unknown>;
  const texts = [secret, webhookKey].every((text) => typeof text === 'string');
  return texts && typeof places === 'object' && places !== null;
}
