export interface Promised {
  readonly id: string;
  readonly file: string;
  readonly place: string;
  readonly sentence: string;
}

export interface Contract {
  readonly file: string;
  readonly title: string;
  readonly promises: readonly Promised[];
}

export function contracts(): Contract[];
