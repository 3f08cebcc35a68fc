/** A real browser: `CHROMIUM_PATH`, else Debian's, else the one that comes as a package. */
export function chromiumPath(): Promise<string>;
