/** A name that has no address. No name server is asked for it, because a label has at most 63 characters. */
export const UNKNOWN_HOST = `${'unknown'.repeat(10)}.invalid`;
