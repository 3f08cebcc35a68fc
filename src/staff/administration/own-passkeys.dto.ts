import { Answer } from '../../platform/http/answer-fields.js';
import { Text } from '../../platform/http/fields.js';
import { LONGEST_RESPONSE } from '../second-factors/passkey-response.js';
import { MOST_PASSKEYS, type ListedPasskey } from '../second-factors/passkeys.repository.js';

const LONGEST_NAME = 60;

export class OwnPasskeyDto {
  @Answer.uuid()
  id!: string;

  @Answer.text()
  name!: string;

  @Answer.instant()
  createdAt!: Date;

  @Answer.instant(undefined, { nullable: true })
  lastUsedAt!: Date | null;

  static from({ id, name, createdAt, lastUsedAt }: ListedPasskey): OwnPasskeyDto {
    return { id, name, createdAt, lastUsedAt };
  }
}

export class OwnPasskeysDto {
  @Answer.list(() => OwnPasskeyDto)
  items!: OwnPasskeyDto[];

  @Answer.flag('Browsers make them at this address')
  isPossible!: boolean;

  @Answer.whole('How many a person may have')
  most!: number;

  static from(passkeys: readonly ListedPasskey[], isPossible: boolean): OwnPasskeysDto {
    return { items: passkeys.map(OwnPasskeyDto.from), isPossible, most: MOST_PASSKEYS };
  }
}

export class NewPasskeyDto {
  @Text({ max: LONGEST_RESPONSE, description: 'What the browser returned, as JSON' })
  response!: string;

  @Text({ max: LONGEST_NAME })
  name!: string;
}

export class RenamePasskeyDto {
  @Text({ max: LONGEST_NAME })
  name!: string;
}
