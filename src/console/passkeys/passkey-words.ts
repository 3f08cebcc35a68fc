/** Texts about passkeys. */
export interface PasskeyWords {
  readonly title: string;
  readonly lead: string;
  /** Of a passkey without a name. */
  readonly unnamed: string;
  readonly added: (when: string) => string;
  readonly used: (when: string) => string;
  readonly neverUsed: string;
  readonly remove: (name: string) => string;
  readonly removeButton: string;
  readonly name: string;
  readonly nameHint: string;
  readonly add: string;
  readonly full: string;
  readonly use: string;
  readonly logIn: string;
  readonly or: string;
  /** Without script, or in a browser that knows none. */
  readonly impossible: string;
  readonly refused: string;
  readonly notAdded: string;
  /** What the script says. */
  readonly live: Record<'waiting' | 'cancelled' | 'known' | 'otherSite' | 'failed', string>;
  readonly codes: {
    readonly title: string;
    readonly lead: string;
    readonly button: string;
  };
  readonly app: {
    readonly title: string;
    readonly has: string;
    readonly none: string;
    readonly setUp: string;
    readonly remove: string;
  };
}
