import { StartProblem } from '../config/start-problem.js';
import type { MasterKey } from '../crypto/master-key.js';
import type { RunningReplica, StoredKey } from './stored-keys.js';

const list = (ids: readonly string[]): string => ids.join(', ');

/**
 * A new key is added beside the old one and never replaces it: at least one key must decrypt the canary stored under
 * its id.
 * @throws StartProblem
 */
export function assertRightKey(ring: readonly MasterKey[], stored: readonly StoredKey[]): void {
  if (stored.length === 0) return;
  const isRight = ring.some((key) =>
    stored.some(({ id, canary }) => id === key.id && key.opens(canary)),
  );
  if (isRight) return;
  throw new StartProblem(
    `SECRETS_KEY is the wrong key for this database: it is ${list(ring.map(({ id }) => id))}, and what is stored ` +
      `was encrypted with ${list(stored.map(({ id }) => id))}; set SECRETS_KEY to that key again ` +
      '(with the embedded database it stands in secrets.json of DATA_DIR).',
  );
}

/** Another replica runs with keys that do not fit this one's; unless it has crashed, and only its row is left. */
export class Misunderstood extends StartProblem {
  constructor(
    message: string,
    readonly other: RunningReplica,
  ) {
    super(message);
  }
}

/**
 * What one replica writes the others must be able to read, from the first moment on.
 * @throws Misunderstood
 */
export function assertUnderstood(
  ring: readonly MasterKey[],
  others: readonly RunningReplica[],
): void {
  const own = ring.map(({ id }) => id);
  const [writer = ''] = own;
  const unread = others.find(({ keyIds }) => !own.includes(keyIds[0] ?? ''));
  if (unread)
    throw new Misunderstood(
      `SECRETS_KEY lacks the key ${unread.keyIds[0]}, with which a running replica writes: add it behind the first.`,
      unread,
    );
  const unreading = others.find(({ keyIds }) => !keyIds.includes(writer));
  if (unreading)
    throw new Misunderstood(
      `A running replica does not have the key ${writer}, with which this one would write: start every replica ` +
        'with SECRETS_KEY=<old>,<new> first, and only then with <new>,<old>.',
      unreading,
    );
}
