import { AGREEMENT_DOCUMENTS, type AgreementDocument } from '../../partners/index.js';
import { CONSENT_SOURCES, type Consent, type ConsentSource } from './consents.js';
import { Answer } from '../../platform/http/answer-fields.js';
import { OneOf, Text } from '../../platform/http/fields.js';

/** `PUT /customers/{customerId}/consents`: what a person accepted on the partner's own page. */
export class GiveConsentDto {
  @OneOf(AGREEMENT_DOCUMENTS)
  document!: AgreementDocument;

  @Text({ max: 50, description: 'The version that was shown; it must be the one of now' })
  version!: string;
}

class ShownConsentDto {
  @Answer.oneOf(AGREEMENT_DOCUMENTS)
  document!: AgreementDocument;

  @Answer.text()
  version!: string;

  @Answer.text('Where the text is')
  url!: string;

  @Answer.oneOf(CONSENT_SOURCES, 'Where the person accepted it')
  source!: ConsentSource;

  @Answer.instant()
  givenAt!: Date;
}

/** All that a person accepted. */
export class ConsentsDto {
  @Answer.list(() => ShownConsentDto)
  items!: ShownConsentDto[];

  static from(items: Consent[]): ConsentsDto {
    return { items };
  }
}
