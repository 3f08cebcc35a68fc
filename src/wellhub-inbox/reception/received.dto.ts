import { Answer } from '../../platform/http/answer-fields.js';

export class ReceivedDto {
  @Answer.always(true, 'It is stored, and handled after the answer')
  received!: true;
}

export const RECEIVED: ReceivedDto = { received: true };
