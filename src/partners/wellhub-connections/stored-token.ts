import { DecryptionError, UnknownKey, type SecretBox } from '../../platform/crypto/secret-box.js';
import { isHeaderSafe, NOT_HEADER_SAFE, pasted } from '../../platform/text/pasted.js';

/** Why no call can be made for a partner or gym: a sentence that names the field. */
export interface Unusable {
  readonly unusable: string;
  /** What is stored does not decrypt: a matter of `SECRETS_KEY`, not of Wellhub. */
  readonly isUnreadable?: boolean;
}

/** A token in the clear, without characters that were pasted along; or why no call can be made with it. */
export function openToken(box: SecretBox, sealed: Buffer, field: string): string | Unusable {
  try {
    const token = pasted(box.openText(sealed));
    return isHeaderSafe(token) ? token : { unusable: `${field} ${NOT_HEADER_SAFE}` };
  } catch (error) {
    if (!(error instanceof DecryptionError)) throw error;
    return { unusable: `${field} ${unreadableBecause(error)}`, isUnreadable: true };
  }
}

/** Why a stored value does not decrypt, and what to do. */
export const unreadableBecause = (error: DecryptionError): string =>
  error instanceof UnknownKey
    ? 'cannot be decrypted: SECRETS_KEY lacks its key. Put that key back, or set the value again'
    : 'cannot be decrypted: the stored value is damaged. Set it again';
