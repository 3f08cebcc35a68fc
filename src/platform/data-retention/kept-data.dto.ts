import { Answer } from '../http/answer-fields.js';
import type { KeptData } from './kept-data.js';

const COUNTED_FROM = ['CREATED', 'ENDED'] as const;

/** `admin-api.md`, data retention. */
export class KeptDataDto implements KeptData {
  @Answer.text('What it is', { example: 'gate-decisions' })
  data!: string;

  @Answer.text(
    'A duration of ISO 8601; null: until the person is erased, or it is replaced or removed',
    { nullable: true, example: 'P90D' },
  )
  keptFor!: string | null;

  @Answer.oneOf(COUNTED_FROM, 'What the duration begins with', { nullable: true })
  countedFrom!: 'CREATED' | 'ENDED' | null;
}
