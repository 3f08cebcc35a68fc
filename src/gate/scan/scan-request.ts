import { performance } from 'node:perf_hooks';
import { isCodeShaped, type CodeHashes } from '../../access-codes/index.js';
import { CARD_FORMATS, cardNumber, scannedValue, type CardFormat } from '../../customers/index.js';
import { sha256 } from '../../platform/crypto/hashing.js';
import { isUuid } from '../../platform/crypto/uuid.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { isObject } from '../../platform/http/json-body.js';
import type { Scan } from './scan.js';

export const SCAN_TYPES = ['QR_CODE', 'BARCODE', 'NUMBER'] as const;
const TYPES: ReadonlySet<string> = new Set(SCAN_TYPES);
const FORMATS: ReadonlySet<string> = new Set(CARD_FORMATS);
const MAX_LENGTH = 512;

/** The body as the document shows it. */
export const SCAN_BODY = {
  type: 'object',
  required: ['identification'],
  properties: {
    identification: {
      type: 'object',
      required: ['type', 'value'],
      properties: {
        type: { type: 'string', enum: [...SCAN_TYPES] },
        value: {
          type: 'string',
          minLength: 1,
          maxLength: MAX_LENGTH,
          description: 'What the reader read: an access code of 19 digits, or the number of a card',
        },
        format: {
          type: 'string',
          enum: [...CARD_FORMATS],
          default: 'DECIMAL',
          description: 'How the reader writes the number of a card',
        },
      },
    },
    shouldExecuteAction: {
      type: 'boolean',
      default: true,
      description: 'false: only asks, and changes nothing',
    },
    nonce: {
      type: 'string',
      format: 'uuid',
      description: 'Of this scan: sent again it gets the first answer again',
    },
  },
};

/** A value that a person types in the place of a reader: a number where nothing else is said. */
export interface TypedScan {
  readonly value: string;
  readonly type?: (typeof SCAN_TYPES)[number];
  readonly format?: CardFormat;
}

/** Reads the body of a scan (check 2, O-30, O-31). @throws request.invalid naming the field */
export function readScan(body: unknown, token: string, hashes: CodeHashes): Scan {
  const receivedAt = performance.now();
  if (!isObject(body)) throw invalid({ path: 'identification', detail: 'is required' });
  const named = readIdentification(body['identification']);
  const nonce = readNonce(body['nonce']);
  return {
    tokenHash: sha256(token),
    ...lookUp(named, hashes),
    execute: readExecute(body['shouldExecuteAction']),
    receivedAt,
    ...(nonce !== undefined && { nonce }),
  };
}

/** What staff try at a device without its token: it changes nothing. @throws request.invalid when nothing can be read */
export function readDryRun(
  shown: TypedScan,
  device: Pick<Scan, 'tokenHash' | 'device'>,
  hashes: CodeHashes,
): Scan {
  if (scannedValue(shown.value) === '')
    throw invalid({ path: 'value', detail: 'must be a code or a card number' });
  const body = { identification: { type: 'NUMBER', ...shown }, shouldExecuteAction: false };
  const { tokenHash: _, ...scan } = readScan(body, '', hashes);
  return { ...scan, ...device, isByStaff: true };
}

/** 19 digits are a code, any other number is a card, everything else is nothing we know. */
function lookUp({ type, value, format }: Identification, hashes: CodeHashes) {
  if (isCodeShaped(value) && (type !== 'NUMBER' || format === 'DECIMAL'))
    return { isCode: true, valueHashes: hashes.candidates(value) };
  const card = type === 'NUMBER' ? cardNumber(value, format) : undefined;
  // One card is one value, however its reader writes the number.
  const valueHashes = hashes.candidates(card ?? value);
  return { isCode: false, valueHashes, ...(card !== undefined && { cardNumber: card }) };
}

function readNonce(nonce: unknown): string | undefined {
  if (nonce === undefined || nonce === null) return undefined;
  if (!isUuid(nonce)) throw invalid({ path: 'nonce', detail: 'must be a UUID' });
  return nonce.toLowerCase();
}

function readExecute(execute: unknown): boolean {
  if (execute === undefined || execute === null) return true;
  if (typeof execute === 'boolean') return execute;
  throw invalid({ path: 'shouldExecuteAction', detail: 'must be true or false' });
}

interface Identification {
  readonly type: string;
  readonly value: string;
  readonly format: CardFormat;
}

function readIdentification(identification: unknown): Identification {
  if (!isObject(identification)) throw invalid({ path: 'identification', detail: 'is required' });
  const { type, value } = identification;
  const format = identification['format'] ?? 'DECIMAL';
  if (typeof type !== 'string' || !TYPES.has(type))
    throw invalid({ path: 'identification.type', detail: 'must be QR_CODE, BARCODE or NUMBER' });
  if (typeof value !== 'string')
    throw invalid({ path: 'identification.value', detail: 'must be a string' });
  const read = scannedValue(value);
  if (read === '' || read.length > MAX_LENGTH)
    throw invalid({
      path: 'identification.value',
      detail: `must have 1 to ${MAX_LENGTH} characters`,
    });
  if (typeof format !== 'string' || !FORMATS.has(format))
    throw invalid({ path: 'identification.format', detail: 'must be DECIMAL, HEX_MSB or HEX_LSB' });
  return { type, value: read, format: format as CardFormat };
}
