import type { Gatehouse } from '@gatehouse/client';
import { batchesOf, batchKey, type ImportBatch } from './batches.js';
import type { CustomerLine, LineFault } from './customer-lines.js';
import type { ImportState } from './import-state.js';

const BATCH = '/admin/v1/partners/{partnerId}/customers/batch';

interface BatchAnswer {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly items: readonly {
    readonly index: number;
    readonly error: {
      readonly code: string;
      readonly detail: string;
      readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
    } | null;
  }[];
}

interface Sending {
  readonly gatehouse: Gatehouse;
  readonly dryRun: boolean;
  /** After each batch. */
  readonly onDone: (state: ImportState) => void;
}

/** Sends what the state has not done yet, batch after batch. @returns the state at the end @throws GatehouseError */
export async function sendBatches(
  lines: readonly CustomerLine[],
  from: ImportState,
  { gatehouse, dryRun, onDone }: Sending,
): Promise<ImportState> {
  let state = from;
  const left = lines.filter(({ line }) => line > state.doneUpTo);
  for (const batch of batchesOf(left)) {
    const answer = await gatehouse.post<BatchAnswer>(BATCH, {
      body: { dryRun, items: batch.lines.map(({ item }) => item) },
      idempotencyKey: batchKey(state.run, batch),
    });
    state = after(state, batch, answer);
    onDone(state);
  }
  return state;
}

const after = (state: ImportState, { lines }: ImportBatch, answer: BatchAnswer): ImportState => ({
  ...state,
  doneUpTo: lines.at(-1)?.line ?? state.doneUpTo,
  counts: {
    created: state.counts.created + answer.created,
    updated: state.counts.updated + answer.updated,
    unchanged: state.counts.unchanged + answer.unchanged,
  },
  faults: [...state.faults, ...faultsOf(lines, answer)],
});

const faultsOf = (lines: readonly CustomerLine[], { items }: BatchAnswer): LineFault[] =>
  items.flatMap(({ index, error }) => {
    if (error === null) return [];
    const fields = error.errors.map(({ pointer, detail }) =>
      `${pointer.slice(1).replaceAll('/', '.')} ${detail}`.trim(),
    );
    const reason = fields.length > 0 ? fields.join('; ') : error.detail;
    return [{ line: lines[index]?.line ?? 0, code: error.code, reason }];
  });
