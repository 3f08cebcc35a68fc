import type { Violation } from '../platform/errors/domain-error.js';
import { invalid } from '../platform/errors/request-errors.js';
import { escapedHtml, oneLine } from './mail-html.js';
import type { MailContent } from './mail-templates.js';

/** The mails whose words a partner may choose, and what each can name. */
export const TEMPLATE_PLACEHOLDERS = {
  'password-reset': ['gym', 'link', 'minutes'],
  'password-changed': ['gym', 'contact'],
} as const satisfies Record<string, readonly string[]>;

export type TemplateName = keyof typeof TEMPLATE_PLACEHOLDERS;
export const TEMPLATE_NAMES = Object.keys(TEMPLATE_PLACEHOLDERS) as TemplateName[];

export const isTemplateName = (name: string): name is TemplateName =>
  Object.hasOwn(TEMPLATE_PLACEHOLDERS, name);

/** A word in braces; style sheets have more than a word in theirs. */
const PLACEHOLDER = /\{([a-z][a-z0-9_-]*)\}/gi;

const PARTS = ['subject', 'text', 'html'] as const;

/** @throws request.invalid for placeholders that we cannot fill, and for a reset mail without its link */
export function requireFillable(name: TemplateName, content: MailContent): MailContent {
  const faults = templateFaults(name, content);
  if (faults.length > 0) throw invalid(...faults);
  return content;
}

function templateFaults(name: TemplateName, content: MailContent): Violation[] {
  const known: readonly string[] = TEMPLATE_PLACEHOLDERS[name];
  const list = known.map((word) => `{${word}}`).join(', ');
  const unknown = PARTS.flatMap((path) =>
    namesIn(content[path])
      .filter((word) => !known.includes(word))
      .map((word) => ({ path, detail: `does not know {${word}}; it may hold ${list}` })),
  );
  const linkless = known.includes('link')
    ? (['text', 'html'] as const).filter((path) => !namesIn(content[path]).includes('link'))
    : [];
  return [...unknown, ...linkless.map((path) => ({ path, detail: 'must hold {link}' }))];
}

/** Values are escaped in HTML and cannot add lines; what they hold is not filled in again. */
export function fillTemplate(
  { subject, text, html }: MailContent,
  values: Readonly<Record<string, string>>,
): MailContent {
  const fill = (words: string, shown: (value: string) => string) =>
    words.replaceAll(PLACEHOLDER, (whole, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? whole : shown(oneLine(value));
    });
  const plain = (value: string) => value;
  return { subject: fill(subject, plain), text: fill(text, plain), html: fill(html, escapedHtml) };
}

const namesIn = (words: string): string[] => [
  ...new Set([...words.matchAll(PLACEHOLDER)].map(([, name = '']) => name)),
];
