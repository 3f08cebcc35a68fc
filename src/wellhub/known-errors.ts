/** What a business error of `validate` means for the check-in. */
export type KnownErrorKind = 'already-validated' | 'expired' | 'canceled' | 'not-found';

/**
 * Wellhub's documented error keys (5.3). The key decides, not the status it came with:
 * the same key is seen with 400, with 404 and inside a 200 (`metadata.errors` > 0).
 */
const KNOWN_ERRORS: Readonly<Record<string, KnownErrorKind>> = {
  'checkin.already.validated': 'already-validated',
  'checkin.validation.expired': 'expired',
  'checkin.validation.canceled': 'canceled',
  'checkin.validation.cancelled': 'canceled',
  'checkin.validation.notfound': 'not-found',
};

/** Any other key is a refusal we keep by its name. */
export function kindOfKey(key: string): KnownErrorKind | 'rejected' {
  const name = key.toLowerCase();
  return Object.hasOwn(KNOWN_ERRORS, name) ? (KNOWN_ERRORS[name] ?? 'rejected') : 'rejected';
}
