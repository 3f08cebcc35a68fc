import { BrokenSeal, type SecretBox } from '../../platform/crypto/secret-box.js';
import { isHeaderSafe, NOT_HEADER_SAFE, pasted } from '../../platform/text/pasted.js';

/** Why no call can be made for a partner or gym: a sentence that names the field. */
export interface Unusable {
  readonly unusable: string;
}

/** A token in the clear, without what a copy brought along; or why no call can be made with it. */
export function openToken(box: SecretBox, sealed: Buffer, field: string): string | Unusable {
  try {
    const token = pasted(box.openText(sealed));
    return isHeaderSafe(token) ? token : { unusable: `${field} ${NOT_HEADER_SAFE}` };
  } catch (error) {
    if (!(error instanceof BrokenSeal)) throw error;
    return { unusable: `${field} was stored under another SECRETS_KEY: set it again` };
  }
}
