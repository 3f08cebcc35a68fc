const HIDDEN = '(hidden)';
/** Shorter ones would be found in ordinary words. */
const LEAST_CHARACTERS = 4;

/** Takes keys, secrets and tokens out of everything that a report shows, in each form they may come back in. */
export class Redactor {
  private readonly forms = new Set<string>();

  hide(secret: string | undefined): void {
    if (secret === undefined || secret.length < LEAST_CHARACTERS) return;
    const bytes = Buffer.from(secret);
    for (const form of [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      bytes.toString('base64'),
      bytes.toString('base64url'),
      bytes.toString('hex'),
    ])
      this.forms.add(form);
  }

  clean(text: string): string {
    const longestFirst = [...this.forms].sort((a, b) => b.length - a.length);
    return longestFirst.reduce((cleaned, form) => cleaned.replaceAll(form, HIDDEN), text);
  }

  cleanHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
    const cleaned = Object.entries(headers).map(([name, value]) => [name, this.clean(value)]);
    return Object.fromEntries(cleaned) as Record<string, string>;
  }
}
