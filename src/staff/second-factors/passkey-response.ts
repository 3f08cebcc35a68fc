/** What a browser returned, as far as it is read before its signature is checked. */
export interface PasskeyResponse {
  readonly whole: object;
  readonly credentialId: Buffer;
  readonly challenge: string;
}

/** Far more than any authenticator returns. */
export const LONGEST_RESPONSE = 16_384;
/** Of a credential id, by the standard. */
const MOST_BYTES = 1_023;

/** Undefined for what no browser makes. */
export function readPasskeyResponse(text: string): PasskeyResponse | undefined {
  if (text.length > LONGEST_RESPONSE) return undefined;
  const whole = parsed(text);
  const clientData = textIn(property(whole, 'response'), 'clientDataJSON');
  const challenge = textIn(
    parsed(Buffer.from(clientData ?? '', 'base64url').toString()),
    'challenge',
  );
  const credentialId = Buffer.from(textIn(whole, 'id') ?? '', 'base64url');
  const fits = credentialId.length > 0 && credentialId.length <= MOST_BYTES;
  return whole && challenge && fits ? { whole, credentialId, challenge } : undefined;
}

function parsed(text: string): object | undefined {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const objectOf = (value: unknown): object | undefined =>
  typeof value === 'object' && value !== null ? value : undefined;

const property = (of: object | undefined, name: string): object | undefined =>
  objectOf(of && Object.getOwnPropertyDescriptor(of, name)?.value);

function textIn(of: object | undefined, name: string): string | undefined {
  const value: unknown = of && Object.getOwnPropertyDescriptor(of, name)?.value;
  return typeof value === 'string' ? value : undefined;
}
