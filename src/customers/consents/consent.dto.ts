import { AGREEMENT_DOCUMENTS, type AgreementDocument } from '../../partners/index.js';
import { OneOf, Text } from '../../platform/http/fields.js';

/** `PUT /customers/{customerId}/consents`: what a person accepted on the partner's own page. */
export class GiveConsentDto {
  @OneOf(AGREEMENT_DOCUMENTS)
  document!: AgreementDocument;

  @Text({ max: 50, description: 'The version that was shown; it must be the one of now' })
  version!: string;
}
