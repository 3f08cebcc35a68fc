import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPrivate, writePrivate } from '../profiles/private-file.js';
import { cliEnvironment } from '../terminal/cli-environment.js';
import type { LineFault } from './customer-lines.js';

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** How far an import has come. */
export interface ImportState {
  /** Names this run in the keys of its requests. */
  readonly run: string;
  /** Of the file, and of what was made of it. */
  readonly hash: string;
  /** The last line that is done; lines before it are, too. */
  readonly doneUpTo: number;
  readonly counts: ImportCounts;
  readonly faults: readonly LineFault[];
}

export const NOTHING_DONE: ImportCounts = { created: 0, updated: 0, unchanged: 0 };

export const freshState = (hash: string): ImportState => ({
  run: randomUUID(),
  hash,
  doneUpTo: 0,
  counts: NOTHING_DONE,
  faults: [],
});

/** Where an import of this file to this partner says how far it is: a file that only its user reads. */
export class ImportStateFile {
  private readonly path: string;

  constructor(file: string, partner: string) {
    const name = createHash('sha256')
      .update(`${resolve(file)}\n${partner}`)
      .digest('hex');
    this.path = join(cliEnvironment().configFolder, 'imports', `${name.slice(0, 32)}.json`);
  }

  read(): ImportState | undefined {
    const text = readPrivate(this.path);
    if (text === undefined) return undefined;
    try {
      const state = JSON.parse(text) as Partial<ImportState>;
      return typeof state.doneUpTo === 'number' && state.counts
        ? (state as ImportState)
        : undefined;
    } catch {
      return undefined;
    }
  }

  write(state: ImportState): void {
    writePrivate(this.path, JSON.stringify(state));
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }
}
