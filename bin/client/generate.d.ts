/** Texts of files by their paths. */
export function generate(
  document: object,
  codes: readonly string[],
): Promise<Record<string, string>>;
