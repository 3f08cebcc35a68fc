import { invalid } from '../../platform/errors/request-errors.js';
import type { Partner } from './partner.js';

export const AGREEMENT_DOCUMENTS = ['TERMS', 'PRIVACY'] as const;
export type AgreementDocument = (typeof AGREEMENT_DOCUMENTS)[number];

/** A text that people must accept. Another version is another text. */
export interface Agreement {
  readonly document: AgreementDocument;
  readonly version: string;
  readonly url: string;
}

type Texts = Pick<Partner, 'termsUrl' | 'termsVersion' | 'privacyUrl' | 'privacyVersion'>;

/** Those of now, the terms first; a partner may have none. */
export function agreementsOf(partner: Texts): Agreement[] {
  const { termsUrl, termsVersion, privacyUrl, privacyVersion } = partner;
  return [
    ...agreement('TERMS', termsUrl, termsVersion),
    ...agreement('PRIVACY', privacyUrl, privacyVersion),
  ];
}

/** A text needs a version to be distinguished from the next one. @throws request.invalid */
export function checkAgreements(partner: Partial<Texts>): void {
  for (const name of ['terms', 'privacy'] as const) {
    const [url, version] = [partner[`${name}Url`] ?? null, partner[`${name}Version`] ?? null];
    if ((url === null) === (version === null)) continue;
    const [path, other] = url === null ? ['Url', 'Version'] : ['Version', 'Url'];
    throw invalid({ path: `${name}${path}`, detail: `is needed together with ${name}${other}` });
  }
}

const agreement = (
  document: AgreementDocument,
  url: string | null,
  version: string | null,
): Agreement[] => (url && version ? [{ document, version, url }] : []);
