/** The product the visit was booked on; stored and shown, never used to refuse (W-56). */
export interface WellhubProduct {
  readonly id?: string;
  readonly description?: string;
}

/** What we read of a body of `validate`; nothing in it is required (5.2, 5.3). */
export interface ValidateEnvelope {
  readonly key: string | undefined;
  readonly reportsErrors: boolean;
  readonly at: Date | undefined;
  readonly product: WellhubProduct | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Survives every body of 5.3: the envelope, `{message}`, `{Message}`, an array, text, HTML, nothing (W-44). */
export function readEnvelope(body: string): ValidateEnvelope {
  const root = fields(parse(body));
  const results = fields(root['results']);
  const key = text(fields(list(root['errors'])[0])['key'], 100);
  const errorCount = fields(root['metadata'])['errors'];
  return {
    key,
    reportsErrors: errorCount === undefined ? key !== undefined : Number(errorCount) > 0,
    at: readTime(results['validated_at']),
    product: readProduct(fields(fields(results['gym'])['product'])),
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Numbers are kept as text; control characters go, because PostgreSQL cannot store a NUL. */
function text(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const clean = String(value)
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
  return clean === '' ? undefined : clean.slice(0, longest);
}

/** Wellhub's pages show `id` and `Id`; both are read (section 10). */
function readProduct(product: Fields): WellhubProduct | undefined {
  const id = text(product['id'] ?? product['Id'], 40);
  const description = text(product['description'], 200);
  if (id === undefined && description === undefined) return undefined;
  return {
    ...(id === undefined ? {} : { id }),
    ...(description === undefined ? {} : { description }),
  };
}

/** A time without a zone is read as UTC; an absurd one counts as missing. */
function readTime(value: unknown): Date | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return undefined;
  const isZoned = /(?:z|[+-]\d\d:?\d\d)$/i.test(value);
  const time = Date.parse(isZoned ? value : `${value}Z`);
  return time > EARLIEST && time < LATEST ? new Date(time) : undefined;
}
