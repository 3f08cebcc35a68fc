import { Answer } from '../../platform/http/answer-fields.js';
import { CARD_NUMBERINGS } from '../device-settings/control-id-settings.js';
import type { LearnedCard } from '../card-learning/card-learning.js';
import type { CardReading } from '../reading/unknown-card.js';

export class CardLearningDto {
  @Answer.id('Of the device')
  id!: number;

  @Answer.instant('Until when an unknown card is kept, and shown')
  learnsCardsUntil!: Date;
}

export class CardReadingDto implements CardReading {
  @Answer.oneOf(CARD_NUMBERINGS)
  cardFormat!: CardReading['cardFormat'];

  @Answer.text('The card that is looked up with this setting; null: none', { nullable: true })
  cardNumber!: string | null;
}

export class UnknownCardDto implements LearnedCard {
  @Answer.text('As the device sent it')
  value!: string;

  @Answer.instant()
  scannedAt!: Date;

  @Answer.list(() => CardReadingDto, 'One for each `cardFormat`')
  readings!: readonly CardReadingDto[];

  static from({ value, scannedAt, readings }: LearnedCard): UnknownCardDto {
    return { value, scannedAt, readings };
  }
}
