export const RESULT_KINDS = ['CHECK_IN', 'BOOKING', 'CUSTOMER'] as const;

/** What an event made, joined or changed. */
export interface InboxResult {
  readonly kind: (typeof RESULT_KINDS)[number];
  readonly id: string | number;
}

/** As it is stored. */
export const resultText = ({ kind, id }: InboxResult): string => `${kind}/${id}`;

export function readResult(text: string | null): InboxResult | null {
  const [kind, id = ''] = text?.split('/') ?? [];
  const known = RESULT_KINDS.find((one) => one === kind);
  // Check-ins have UUIDs, all others numbers.
  return known ? { kind: known, id: known === 'CHECK_IN' ? id : Number(id) } : null;
}
