import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TracingSettings } from '../../src/platform/config/tracing-settings.js';

type Value = string | number | boolean;

/** A step of a trace as it came over the wire. */
export interface CollectedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly kind: number;
  readonly attributes: Readonly<Record<string, Value>>;
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
  /** 2: it failed. */
  readonly status: number;
  readonly startNs: bigint;
  readonly endNs: bigint;
}

interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, Value>>;
}

/** A collector of OTLP/HTTP in JSON, as the protocol has it. Takes everything until told otherwise. */
export class OtlpCollector {
  readonly bodies: string[] = [];
  readonly requests: Pick<http.IncomingMessage, 'url' | 'headers'>[] = [];
  answer: http.RequestListener = (_, response) =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  url = '';
  private readonly server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      this.requests.push(request);
      this.bodies.push(body);
      this.answer(request, response);
    });
  });

  static async start(): Promise<OtlpCollector> {
    const collector = new OtlpCollector();
    await new Promise<void>((resolve) => collector.server.listen(0, '127.0.0.1', resolve));
    collector.server.unref();
    const { port } = collector.server.address() as AddressInfo;
    collector.url = `http://127.0.0.1:${port}`;
    return collector;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Everything is traced and sent here. */
  settings(more: Partial<TracingSettings> = {}): TracingSettings {
    return {
      url: `${this.url}/v1/traces`,
      headers: {},
      resource: { 'service.name': 'gatehouse' },
      ratio: 1,
      isParentBased: true,
      trustsCallers: false,
      tellsSubscribers: false,
      ...more,
    };
  }

  get resource(): Readonly<Record<string, Value>> {
    const [first = '{}'] = this.bodies;
    return attributesOf(JSON.parse(first).resourceSpans[0].resource.attributes);
  }

  get spans(): CollectedSpan[] {
    return this.bodies.flatMap((body) =>
      JSON.parse(body).resourceSpans.flatMap(({ scopeSpans }: { scopeSpans: { spans: [] }[] }) =>
        scopeSpans.flatMap(({ spans }) => spans.map(read)),
      ),
    );
  }
}

// oxlint-disable-next-line typescript/no-explicit-any
const read = (span: any): CollectedSpan => ({
  name: span.name,
  traceId: span.traceId,
  spanId: span.spanId,
  parentSpanId: span.parentSpanId ?? '',
  kind: span.kind,
  attributes: attributesOf(span.attributes),
  links: span.links,
  status: span.status?.code ?? 0,
  startNs: BigInt(span.startTimeUnixNano),
  endNs: BigInt(span.endTimeUnixNano),
});

const attributesOf = (attributes: readonly Attribute[] = []) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0] as Value]));
