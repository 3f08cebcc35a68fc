/** One request as it left. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** In the order and spelling in which they are sent; a name may come twice. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string | undefined;
}

/** What came back. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Why there is no answer that could be read. */
export type TransportFault =
  | 'unknown-host'
  | 'refused'
  | 'reset'
  | 'tls'
  | 'not-http'
  | 'too-large'
  | 'timeout'
  | 'unreachable';

/** One call to the partner: an answer, or why there is none. */
export interface PartnerExchange {
  readonly sent: SentRequest;
  readonly answer?: ReceivedAnswer;
  readonly fault?: TransportFault;
  /** What the system said about the fault. */
  readonly detail?: string;
  readonly milliseconds: number;
}

/** A call that the partner made to us. */
export interface IncomingCall {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly answered: string;
  readonly at: Date;
}

/** What a check may show: calls in both directions, in their order. */
export type Evidence = { readonly out: PartnerExchange } | { readonly in: IncomingCall };
