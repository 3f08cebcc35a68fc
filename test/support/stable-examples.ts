const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const SECRET = /key$|prefix$|token$|secret$|cursor$|^clientSecret|^html$/i;
/** Names of a list, and addresses. */
const PLAIN = /^[A-Z_]+$|^https?:/;
/** Kept of a secret, so that its kind is seen. */
const BEGIN = /^(?:[a-z]{2,8}_(?:[a-z]+_)?)?/;

/** An answer with what differs from run to run replaced, so that a golden file holds still and holds no secret. */
export class StableExamples {
  private readonly uuids = new Map<string, string>();
  private readonly ids = new Map<number, number>();

  constructor(private readonly origins: readonly string[]) {}

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
    if (SECRET.test(name) && !PLAIN.test(value)) return `${BEGIN.exec(value)?.[0] ?? ''}example`;
    return this.origins
      .reduce((text, origin) => text.replaceAll(origin, 'https://gatehouse.example.com'), value)
      .replaceAll(UUID, (uuid) => this.uuidOf(uuid))
      .replaceAll(/\/wellhub\/[\w-]{16,}(?=\/|$)/g, '/wellhub/hook-example')
      .replaceAll(/\b(fit|odd)-[0-9a-f]+\b/g, 'fit-brasil')
      .replaceAll(/\bFit [0-9a-f]{10}\b/g, 'Fit Brasil')
      .replaceAll(/\bCentro [0-9a-f]{10}\b/g, 'Fit Centro');
  }

  private uuidOf(uuid: string): string {
    const no = String(this.uuids.size + 1).padStart(12, '0');
    const known = this.uuids.get(uuid) ?? `01990000-0000-7000-8000-${no}`;
    this.uuids.set(uuid, known);
    return known;
  }
}
