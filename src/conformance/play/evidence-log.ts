import type { SeenRequest } from '../../simulator/index.js';
import type { Evidence, PartnerExchange, IncomingCall } from '../http/exchange.js';
import type { Redactor } from '../http/redactor.js';

const SHOWN_CHARACTERS = 1_500;
/** A report is read by people. */
const MOST_SHOWN = 12;

/** What a check did and saw, fit to be shown to anybody. */
export class EvidenceLog {
  private readonly exchanges: PartnerExchange[] = [];
  private readonly calls = new Set<SeenRequest>();

  constructor(private readonly redactor: Redactor) {}

  sent(exchange: PartnerExchange): void {
    this.exchanges.push(exchange);
  }

  received(call: SeenRequest): void {
    this.calls.add(call);
  }

  /** The last ones, since a check ends where it found something. */
  list(): readonly Evidence[] {
    const out = this.exchanges.map((exchange) => ({ out: this.cleanExchange(exchange) }));
    const incoming = [...this.calls].map((call) => ({ in: this.cleanCall(call) }));
    return [...out.slice(-MOST_SHOWN), ...incoming.slice(-MOST_SHOWN)];
  }

  private cleanExchange({ sent, answer, detail, ...rest }: PartnerExchange): PartnerExchange {
    return {
      ...rest,
      sent: {
        method: sent.method,
        url: this.redactor.clean(sent.url),
        headers: sent.headers.map(([name, value]) => [name, this.redactor.clean(value)] as const),
        ...(sent.body !== undefined && { body: this.text(sent.body) }),
      },
      ...(answer !== undefined && {
        answer: {
          status: answer.status,
          headers: this.redactor.cleanHeaders(answer.headers),
          body: this.text(answer.body),
        },
      }),
      ...(detail !== undefined && { detail: this.redactor.clean(detail) }),
    };
  }

  private cleanCall(call: SeenRequest): IncomingCall {
    const headers = Object.entries(call.headers).map(([name, value]) => [name, String(value)]);
    return {
      line: this.redactor.clean(`${call.method} ${call.url}`),
      headers: this.redactor.cleanHeaders(Object.fromEntries(headers) as Record<string, string>),
      body: call.body === undefined ? '' : this.text(JSON.stringify(call.body)),
      answered: call.status === undefined ? 'no answer' : String(call.status),
      at: call.at,
    };
  }

  /** Cleaned before it is cut, so that half a secret does not stay. */
  private text(body: string): string {
    const clean = this.redactor.clean(body);
    return clean.length <= SHOWN_CHARACTERS
      ? clean
      : `${clean.slice(0, SHOWN_CHARACTERS)}… (${clean.length} characters)`;
  }
}
