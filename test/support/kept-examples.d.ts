/** One recorded answer; of an event the status is 0. */
export interface Example {
  readonly status: number;
  readonly body: unknown;
}

export function isRecording(): boolean;
export function keptExamples(): Record<string, Example>;
export function offerExample(id: string, example: Example): void;
export function keepOffered(): void;
