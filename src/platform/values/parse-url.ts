/** Not `URL.canParse`: on Node 20, once it is optimized, it refuses every address with a letter such as ü. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
