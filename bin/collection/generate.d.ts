export const FOLDER: string;

/** Texts of files by their paths. */
export function generate(document: object): Record<string, string>;
