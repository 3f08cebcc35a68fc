export const BEGIN: string;
export const END: string;
export function withTable(page: string, text: string): string;
