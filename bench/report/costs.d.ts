export interface Costs {
  readonly path: string;
  readonly reps: number;
  readonly sameWork: number;
  readonly batched: number;
  readonly node: number | undefined;
  readonly postgres: number | undefined;
  readonly alone: number;
  readonly spread: number;
  readonly spreadAlone: number;
}

export interface Run {
  readonly rep: number;
  readonly mode: 'alone' | 'crowd';
  readonly name: 'ours' | 'raw' | 'batched';
  readonly measured: {
    readonly perSecond: number;
    readonly p50?: number;
    readonly nodeMicros?: number;
    readonly postgresMicros?: number;
  };
}

export function costsOf(path: string, runs: readonly Run[]): Costs;
export function verdictOn(costs: Costs): string;
export function isJudged(costs: Costs): boolean;
export function unjudgedInWords(costs: readonly Costs[]): string;
export function costsTable(costs: readonly Costs[]): string;
