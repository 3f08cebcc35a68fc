import { inventPerson } from '../play/person.js';
import type { Play } from '../play/play.js';
import type { ConformanceCheck, CheckFinding } from './check.js';
import { contract } from './documents.js';
import { firstFinding, unlessAccepted, unlessStatus } from './verdicts.js';

export const SIGNATURE = contract(
  '4.2',
  'HMAC-SHA1, key = secret as UTF-8, message = the raw body bytes as received',
);
const REFUSED = contract(
  'W-27',
  'Wrong secret, one changed byte, 39 or 42 hex digits, non-hex, base64, SHA-256, missing or doubled header → 401',
);

const GOOD = ['check-in.good'];
const needs = ['secret'] as const;

/** Whether a check-in with this signature is refused; no call of `validate` may follow either. */
async function unlessRefused(
  play: Play,
  what: string,
  signatureOf: (body: string) => string | null,
): Promise<string | undefined> {
  const body = JSON.stringify(await play.checkIn(inventPerson()));
  const exchange = await play.checkInWebhook(body, { signature: signatureOf(body) });
  return unlessStatus(exchange, [401, 403], what);
}

/** Which check-ins the partner may believe, and which it must. */
export const SIGNATURE_CHECKS: readonly ConformanceCheck[] = [
  {
    id: 'signature.missing',
    title: 'A check-in without a signature is refused',
    document: REFUSED,
    mend: 'Answer 401 when X-Gympass-Signature is missing or empty.',
    needs,
    after: GOOD,
    run: async (play) =>
      firstFinding([
        await unlessRefused(play, 'no signature', () => null),
        await unlessRefused(play, 'an empty signature', () => ''),
      ]),
  },
  {
    id: 'signature.wrong',
    title: 'A check-in with the signature of another body is refused',
    document: REFUSED,
    mend: 'Compute HMAC-SHA1 of the raw body under the secret, and answer 401 unless it is equal: else anybody can send check-ins.',
    needs,
    after: ['signature.missing'],
    run: async (play) =>
      firstFinding([
        await unlessRefused(play, 'the signature of another body', () => play.sign('{}')),
        await unlessRefused(play, '40 wrong digits', () => 'A'.repeat(40)),
      ]),
  },
  {
    id: 'signature.part',
    title: 'A part of the right signature is refused',
    document: REFUSED,
    mend: 'Compare all 40 digits in constant time, and refuse any other length.',
    needs,
    after: ['signature.wrong'],
    run: async (play) =>
      firstFinding([
        await unlessRefused(play, '39 digits', (body) => play.sign(body).slice(0, -1)),
        await unlessRefused(play, '8 digits', (body) => play.sign(body).slice(0, 8)),
        await unlessRefused(play, '42 digits', (body) => `${play.sign(body)}00`),
      ]),
  },
  {
    id: 'signature.raw-bytes',
    title: 'The signature is verified over the bytes as they came',
    document: contract(
      'W-28',
      'The same JSON with other spacing needs another signature and verifies with its own',
    ),
    mend: 'Keep the raw body and verify over it, before a framework parses it: JSON that is written anew has other spaces and escapes.',
    needs,
    after: GOOD,
    run: async (play) => {
      const body = async () => JSON.stringify(await play.checkIn(inventPerson()), undefined, 2);
      const plain = (await body()).replace('Conformance', 'Conformânce');
      const escaped = (await body()).replace('Conformance', String.raw`Conform\u00e2nce`);
      return firstFinding([
        unlessAccepted(await play.checkInWebhook(await body()), 'a body with line ends'),
        unlessAccepted(await play.checkInWebhook(escaped), 'a body with an escape'),
        unlessAccepted(await play.checkInWebhook(plain), 'a body with a letter beyond ASCII'),
      ]);
    },
  },
  {
    id: 'signature.forms',
    title: 'The signature is accepted in upper and lower case, and with 0x before it',
    document: contract(
      '4.2',
      '40 hexadecimal digits. We accept upper and lower case and an optional prefix 0X or 0x',
    ),
    mend: "Wellhub's pages show all of these forms: take off a leading 0x and compare without regard to case.",
    needs,
    after: GOOD,
    run: async (play) => acceptedForms(play),
  },
];

async function acceptedForms(play: Play): Promise<CheckFinding> {
  const forms: Readonly<Record<string, (signature: string) => string>> = {
    'lower case': (signature) => signature.toLowerCase(),
    '0X before it': (signature) => `0X${signature}`,
    '0x before lower case': (signature) => `0x${signature.toLowerCase()}`,
  };
  for (const [what, formOf] of Object.entries(forms)) {
    const body = JSON.stringify(await play.checkIn(inventPerson()));
    const exchange = await play.checkInWebhook(body, { signature: formOf(play.sign(body)) });
    const wrong = unlessAccepted(exchange, what);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
