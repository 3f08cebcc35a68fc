import type { Gatehouse } from '@gatehouse/client';
import { batchesOf, batchKey, type ImportBatch } from './batches.js';
import type { CustomerItem, CustomerLine, LineFault } from './customer-lines.js';
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

/** Batches under way at once: the service works while others travel. */
const AT_ONCE = 3;

interface SentBatch {
  readonly batch: ImportBatch;
  readonly answer: Promise<BatchAnswer>;
}

/**
 * Sends what the state has not done yet; batches that may name the same person go one after the other. What is done
 * is counted in the order of the file. @returns the state at the end @throws GatehouseError
 */
export async function sendBatches(
  lines: readonly CustomerLine[],
  from: ImportState,
  { gatehouse, dryRun, onDone }: Sending,
): Promise<ImportState> {
  let state = from;
  const sent: SentBatch[] = [];
  const finishFirst = async () => {
    for (const { batch, answer } of sent.slice(0, 1)) state = after(state, batch, await answer);
    sent.shift();
    onDone(state);
  };
  const send = (batch: ImportBatch): Promise<BatchAnswer> =>
    gatehouse.post<BatchAnswer>(BATCH, {
      body: { dryRun, items: batch.lines.map(({ item }) => item) },
      idempotencyKey: batchKey(from.run, batch),
    });
  try {
    for (const batch of batchesOf(lines.filter(({ line }) => line > from.doneUpTo))) {
      while (sent.length >= AT_ONCE || sent.some((one) => mayMeet(one.batch, batch)))
        await finishFirst();
      const answer = send(batch);
      // It may fail while an earlier one is waited for.
      answer.catch(() => undefined);
      sent.push({ batch, answer });
    }
    while (sent.length > 0) await finishFirst();
    return state;
  } finally {
    // After a failure the others end, too: a repetition of them finds what they did.
    await Promise.allSettled(sent.map(({ answer }) => answer));
  }
}

/** By what the service may find one person for two lines. */
function mayMeet(one: ImportBatch, other: ImportBatch): boolean {
  const known = new Set(one.lines.flatMap(({ item }) => namesOf(item)));
  return other.lines.some(({ item }) => namesOf(item).some((name) => known.has(name)));
}

const namesOf = ({ email, cardNumber }: CustomerItem): string[] => [
  ...(typeof email === 'string' ? [`email ${email.trim().toLowerCase()}`] : []),
  ...(cardNumber ? [`card ${JSON.stringify(cardNumber)}`] : []),
];

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
