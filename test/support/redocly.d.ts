export function lintDocument(source: string): Promise<string[]>;
