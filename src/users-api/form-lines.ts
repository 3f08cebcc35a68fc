/** A line of a sample that goes on with a field of its own. */
const BEGINS_A_FIELD = /^(?:grant_type|username|password|facebookToken|partner)=/i;

/**
 * The form of the token endpoint in one line. A line break that is no `%0A` can only come from a sample that was
 * copied as it is printed, one field per line, with or without `&`.
 */
export function joinFormLines(form: string): string {
  const lines = form.split(/[\r\n]+/).map((line) => line.trim());
  return lines.reduce((before, line) => {
    const isNext = before !== '' && !before.endsWith('&') && BEGINS_A_FIELD.test(line);
    return `${before}${isNext ? '&' : ''}${line}`;
  }, '');
}
