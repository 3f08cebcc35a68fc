export const BEGIN = '<!-- written by `npm run bench -- table` -->';
export const END = '<!-- end of what the bench writes -->';

/** The page with this between the two marks. @throws when it lacks them */
export function withTable(page, text) {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`docs/performance.md lacks ${BEGIN} and ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${page.slice(end)}`;
}
