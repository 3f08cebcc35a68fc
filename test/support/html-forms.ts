/** A form as a browser without script sends it. */
export interface HtmlForm {
  readonly action: string;
  readonly method: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Its buttons: closed ones of an observer are left out. */
  readonly isOpen: boolean;
}

/** The forms of a page, in order. */
export const formsIn = (html: string): HtmlForm[] =>
  [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', body = '']) => ({
    action: attribute(head, 'action') ?? '',
    method: (attribute(head, 'method') ?? 'get').toUpperCase(),
    fields: fieldsIn(body),
    isOpen: !/<fieldset\b[^>]*\bdisabled/.test(body),
  }));

/** The form of a page that is sent to that address by POST. */
export function formTo(html: string, action: string): HtmlForm {
  const form = formsIn(html).find((one) => one.action === action && one.method === 'POST');
  if (!form) throw new Error(`there is no form to ${action}`);
  return form;
}

const INPUT = /<input\b([^>]*)>/g;
const AREA = /<textarea\b([^>]*)>(.*?)<\/textarea>/gs;
const SELECT = /<select\b([^>]*)>(.*?)<\/select>/gs;

const fieldsIn = (html: string): Record<string, string> =>
  Object.fromEntries([
    ...[...html.matchAll(INPUT)].flatMap(([, head = '']) => inputIn(head)),
    ...[...html.matchAll(AREA)].map(([, head = '', text = '']) => [nameIn(head), decoded(text)]),
    ...[...html.matchAll(SELECT)].map(([, head = '', all = '']) => [nameIn(head), chosenIn(all)]),
  ]) as Record<string, string>;

const nameIn = (head: string): string => attribute(head, 'name') ?? '';

/** None where nothing is sent of it. */
function inputIn(head: string): [string, string][] {
  const isBox = /type="(checkbox|radio)"/.test(head);
  const isLeftOut = /type="(submit|file)"/.test(head) || (isBox && !/\bchecked\b/.test(head));
  return isLeftOut ? [] : [[nameIn(head), attribute(head, 'value') ?? (isBox ? 'on' : '')]];
}

function chosenIn(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, head = '']) => head);
  const chosen = all.find((head) => /\bselected\b/.test(head)) ?? all[0] ?? '';
  return attribute(chosen, 'value') ?? '';
}

function attribute(head: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}(?:="([^"]*)"|(?=[\\s/>]|$))`).exec(head);
  return found ? decoded(found[1] ?? '') : undefined;
}

const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
