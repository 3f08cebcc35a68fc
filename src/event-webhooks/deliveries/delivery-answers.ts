import { Injectable } from '@nestjs/common';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../../platform/crypto/purposes.js';
import { DecryptionError, type SecretBox } from '../../platform/crypto/secret-box.js';
import type { AnswerExcerpt } from './answer-excerpt.js';

/** The attempt that an answer belongs to. */
export interface AnswerPlace {
  readonly deliveryId: string;
  /** From 1. */
  readonly no: number;
}

const ANSWERS: EncryptionPurpose = {
  name: 'webhook-answer',
  columns: [{ table: 'webhook_answers', column: 'answer', context: `delivery_id || '/' || no` }],
};

/** What receivers answer is theirs, and may name people: it is stored encrypted, bound to its attempt. */
@Injectable()
export class DeliveryAnswers {
  private readonly box: SecretBox;

  constructor(keyring: Keyring) {
    this.box = keyring.box(ANSWERS);
  }

  seal(place: AnswerPlace, answer: AnswerExcerpt): Buffer {
    return this.box.seal(JSON.stringify(answer), contextOf(place));
  }

  /** Undefined when its key is gone: the attempt is shown without it. */
  open(place: AnswerPlace, sealed: Buffer): AnswerExcerpt | undefined {
    try {
      return JSON.parse(this.box.openText(sealed, contextOf(place)));
    } catch (error) {
      if (error instanceof DecryptionError) return undefined;
      throw error;
    }
  }
}

const contextOf = ({ deliveryId, no }: AnswerPlace) => `${deliveryId}/${no}`;
