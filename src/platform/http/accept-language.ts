/** The header with the surface's own language for `*`; that language alone where the header is missing. */
export const languagesFor = (header: string | undefined, own: string | undefined) =>
  own === undefined ? header : (header?.replaceAll('*', own) ?? own);

/** Base languages of an `Accept-Language`, most wanted first: `de-LU;q=0.8, pt_BR` → `pt`, `de`. */
export function wantedLanguages(header: string): string[] {
  return header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
      return { language: tag.split(/[-_]/, 1)[0] ?? '', weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}
