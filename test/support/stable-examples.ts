const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const EMAIL = /[\w.+-]+@(?!example\.(?:com|org)\b)[\w-]+(?:\.[\w-]+)*/g;
const SECRET = /key$|prefix$|token$|secret$|cursor$|^clientSecret|^html$|^challenge$|codes$/i;
const REQUEST = /^(requestId|request_id|traceId)$/;
/** Names of a list, and addresses. */
const PLAIN = /^[A-Z_]+$|^https?:/;
/** Kept of a secret, so that its kind is seen. */
const BEGIN = /^(?:[a-z]{2,8}_(?:[a-z]+_)?)?/;
/** What no person writes: positions of lists, random names. */
const OPAQUE = /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{24,}(?![\w-])/g;
/** The address that tests give to a service. */
const PUBLIC = 'http://localhost:3000';
const LOCAL = /https?:\/\/(?:127\.0\.0\.1|localhost):\d+/g;

/** An answer with what differs from run to run replaced, so that it holds still and holds no secret. */
export class StableExamples {
  private readonly uuids = new Map<string, string>();
  private readonly ids = new Map<number, number>();

  /** @param origin of the service; other local addresses are somebody else's */
  constructor(private readonly origin = PUBLIC) {}

  of(value: unknown, name = ''): unknown {
    if (Array.isArray(value)) return value.slice(0, 2).map((one) => this.of(one, name));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([field, part]) => [field, this.of(part, field)]),
      );
    if (typeof value === 'number') return this.number(value, name);
    return typeof value === 'string' ? this.text(value, name) : value;
  }

  private number(value: number, name: string): number {
    if (value > 1e12) return 1_795_280_650_000;
    if (/^(id|.*Ids?|timestamp)$/.test(name)) return this.idOf(value);
    return /Ms$|Seconds$|^size$/.test(name) && value > 60 ? 60 : value;
  }

  private idOf(value: number): number {
    const known = this.ids.get(value) ?? 4_711 + this.ids.size;
    this.ids.set(value, known);
    return known;
  }

  private text(value: string, name: string): string {
    if (INSTANT.test(value)) return '2026-11-21T17:04:10.000Z';
    if (DAY.test(value)) return value < '2026-11' ? value : '2026-11-21';
    if (REQUEST.test(name)) return '5f2077a03d033c58';
    if (name === 'wellhubGymId') return '1042';
    if (name === 'port') return '443';
    if (SECRET.test(name) && !PLAIN.test(value) && value.replace(UUID, '') !== '')
      return `${BEGIN.exec(value)?.[0] ?? ''}example`;
    return value
      .replaceAll(this.origin, 'https://gatehouse.example.com')
      .replaceAll(PUBLIC, 'https://gatehouse.example.com')
      .replaceAll(LOCAL, 'https://partner.example.com')
      .replaceAll(/\blocalhost\b|\b127\.0\.0\.1\b/g, 'gatehouse.example.com')
      .replaceAll(/"port":"\d+"/g, '"port":"443"')
      .replaceAll(UUID, (uuid) => this.uuidOf(uuid))
      .replaceAll(EMAIL, 'ana@example.com')
      .replaceAll(/\bsecret=\w+/g, 'secret=EXAMPLE')
      .replaceAll(/\/wellhub\/[\w-]{16,}(?=\/|$)/g, '/wellhub/hook-example')
      .replaceAll(/\bcid\/[\w-]{16,}/g, 'cid/secret-example')
      .replaceAll(/\b(?:fit|odd)-(?:test-)?[0-9a-f]+\b/g, 'fit-brasil')
      .replaceAll(/\bFit [0-9a-f]{10}\b/g, 'Fit Brasil')
      .replaceAll(/\bCentro [0-9a-f]{10}\b/g, 'Fit Centro')
      .replaceAll(OPAQUE, 'opaque-example');
  }

  private uuidOf(uuid: string): string {
    const no = String(this.uuids.size + 1).padStart(12, '0');
    const known = this.uuids.get(uuid) ?? `01990000-0000-7000-8000-${no}`;
    this.uuids.set(uuid, known);
    return known;
  }
}
