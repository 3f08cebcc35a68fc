import { Injectable } from '@nestjs/common';
import { Keyring } from '../crypto/keyring.js';
import type { EncryptionPurpose } from '../crypto/purposes.js';
import type { SecretBox } from '../crypto/secret-box.js';
import { Database } from '../database/database.js';
import { Sweeps } from '../database/sweeps.js';
import { runOutsideRequests } from '../deadline/request-context.js';
import { DomainError } from '../errors/domain-error.js';
import { IdempotencyErrors } from './idempotency.errors.js';
import { CLAIM_KEY, KEEP_ANSWER, READ_KEY, RELEASE_KEY } from './idempotency-keys.sql.js';

/** A request that carries a key. The owner is the lineage of the credential: a key with its rotations. */
export interface KeyedRequest {
  readonly owner: string;
  readonly key: string;
  readonly hash: Buffer;
}

export interface FirstAnswer {
  readonly status: number;
  readonly location: string | null;
  readonly body: unknown;
}

/** Either this request has claimed the key, or an earlier one has used it. */
export type KeyClaim =
  | { readonly kind: 'claimed'; readonly at: string }
  | { readonly kind: 'answered'; readonly answer: FirstAnswer };

interface Row {
  readonly isSame: boolean;
  readonly status: number | null;
  readonly location: string | null;
  readonly answer: Buffer | null;
}

const ANSWERS: EncryptionPurpose = {
  name: 'idempotency',
  columns: [{ table: 'idempotency_keys', column: 'answer', context: `owner || '/' || key` }],
};

/** The first answers to `Idempotency-Key`s, kept for 24 hours. Answers may name people, so they are encrypted. */
@Injectable()
export class IdempotencyKeys {
  private readonly box: SecretBox;

  constructor(
    private readonly db: Database,
    keyring: Keyring,
    sweeps: Sweeps,
  ) {
    this.box = keyring.box(ANSWERS);
    sweeps.declare({
      data: { data: 'idempotency-answers', countedFrom: 'CREATED' },
      table: 'idempotency_keys',
      column: 'created_at',
      keep: '24 hours',
    });
  }

  /** One of parallel callers gets the key. @throws idempotency.key-reused, idempotency.still-running */
  async claim(request: KeyedRequest): Promise<KeyClaim> {
    const { owner, key, hash } = request;
    const [claimed] = await this.db.query<{ at: string }>(CLAIM_KEY, [owner, key, hash]);
    if (claimed) return { kind: 'claimed', at: claimed.at };
    const [row] = await this.db.query<Row>(READ_KEY, [owner, key, hash]);
    if (row && !row.isSame) throw new DomainError(IdempotencyErrors.keyReused);
    // No row: the other request has just failed. The next try finds the key free.
    if (!row || row.status === null)
      throw new DomainError(IdempotencyErrors.stillRunning, { retryAfterSeconds: 1 });
    const { status, location } = row;
    return { kind: 'answered', answer: { status, location, body: this.open(request, row.answer) } };
  }

  /** Not bound by the request's deadline: the work is done, whether or not the client still waits. */
  async keep(request: KeyedRequest, at: string, answer: FirstAnswer): Promise<void> {
    const { owner, key } = request;
    const { status, location, body } = answer;
    const sealed =
      body === undefined ? null : this.box.seal(JSON.stringify(body), contextOf(request));
    const values = [owner, key, at, status, location, sealed];
    await runOutsideRequests(() => this.db.query(KEEP_ANSWER, values));
  }

  async release({ owner, key }: KeyedRequest, at: string): Promise<void> {
    await runOutsideRequests(() => this.db.query(RELEASE_KEY, [owner, key, at]));
  }

  private open(request: KeyedRequest, sealed: Buffer | null): unknown {
    return sealed === null
      ? undefined
      : (JSON.parse(this.box.openText(sealed, contextOf(request))) as unknown);
  }
}

const contextOf = ({ owner, key }: KeyedRequest) => `${owner}/${key}`;
