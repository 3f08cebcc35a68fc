/** What went wrong, in terms that know nothing of HTTP. `wire/` turns a kind into a status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'precondition-failed'
  | 'precondition-required'
  | 'unprocessable'
  | 'rate-limited'
  | 'too-large'
  | 'unsupported'
  | 'method-not-allowed'
  | 'unavailable'
  | 'internal';

/** One entry of the catalogue. `code` is `module.reason` and never changes once published. */
export interface ErrorSpec {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly title: string;
}

/** One thing that is wrong with the input: where (dotted path) and why. */
export interface Violation {
  readonly path: string;
  readonly detail: string;
}

/** Facts of one occurrence. Nothing personal or secret belongs here: it reaches the caller. */
export interface ErrorFacts {
  /** What happened this time, for people; the spec's title when absent. */
  readonly detail?: string;
  /** The fields to blame, first one first. */
  readonly violations?: readonly Violation[];
  /** Texts of its own by language, in place of the catalogue's. */
  readonly texts?: Readonly<Record<string, string>>;
  /** What it is about, where that is no field of the request: `accessRule/17`. */
  readonly reference?: string;
  /** Whole seconds until a further try makes sense. */
  readonly retryAfterSeconds?: number;
  /** Verbs that the path knows, for `Allow`. */
  readonly allow?: readonly string[];
  /** Of a page: the path of the page where this is put right. */
  readonly continueAt?: string;
  /** The scope that the credential lacks. */
  readonly scope?: string;
}

/** A failure with a code of the catalogue. Services, guards and rules throw nothing else on purpose. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly spec: ErrorSpec,
    readonly facts: ErrorFacts = {},
    options?: ErrorOptions,
  ) {
    super(facts.detail ?? spec.title, options);
  }

  is(spec: ErrorSpec): boolean {
    return this.spec.code === spec.code;
  }
}

type Definition = Omit<ErrorSpec, 'code'>;

const catalogue: ErrorSpec[] = [];

/**
 * Adds a room's failures to the one catalogue: `defineErrors('gate', { 'device-unknown': { kind, title } })` makes
 * `gate.device-unknown`. Codes are unique (a second definition of one fails at import).
 */
export function defineErrors<T extends Record<string, Definition>>(
  module: string,
  definitions: T,
): { readonly [K in keyof T]: ErrorSpec } {
  const entries = Object.entries(definitions).map(([reason, definition]) => {
    const spec: ErrorSpec = { code: `${module}.${kebab(reason)}`, ...definition };
    if (catalogue.some((known) => known.code === spec.code))
      throw new Error(`error ${spec.code} is defined twice`);
    catalogue.push(spec);
    return [reason, spec] as const;
  });
  return Object.fromEntries(entries) as { [K in keyof T]: ErrorSpec };
}

/** Every failure that the loaded rooms can answer, in the order of definition. */
export const errorCatalogue = (): readonly ErrorSpec[] => catalogue;

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
