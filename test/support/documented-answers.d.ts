/** One exchange with the service, as a client saw it. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly body: unknown;
}

export function learn(makeDocument: () => Promise<string>): Promise<void>;
export function undocumented(exchange: Exchange): string | undefined;
export function undocumentedExample(id: string, status: number, body: unknown): string | undefined;
export function operationIdOf(exchange: Exchange): string | undefined;
export function exampleIds(): string[];
export function undocumentedEvent(body: unknown): string | undefined;
