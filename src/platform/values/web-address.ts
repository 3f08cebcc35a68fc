import { parseUrl } from './parse-url.js';

/** What stands for a placeholder while the address around it is parsed: characters that parsing leaves unchanged. */
const MARK = (index: number) => `gatehouse${index}placeholder`;

interface AddressRule {
  /** `local-http` is http on this machine. */
  readonly schemes: readonly ('https' | 'http' | 'local-http')[];
  readonly longest: number;
  /** `{name}` of these may stand in the address, to be filled in later, and no other brace. */
  readonly placeholders?: readonly string[];
}

/**
 * A web address as a browser understands it: trimmed, scheme and host in lower case, escapes where they belong.
 * Only this form is stored, so that whatever reads it later reads the same. Undefined when it is none, has another
 * scheme, holds user info, or is too long.
 */
export function webAddress(value: unknown, rule: AddressRule): string | undefined {
  if (typeof value !== 'string' || value.length > 4 * rule.longest) return undefined;
  const names = rule.placeholders ?? [];
  const marked = names.reduce(
    (text, name, index) => text.replaceAll(`{${name}}`, MARK(index)),
    value,
  );
  if (rule.placeholders && /[{}]/.test(marked)) return undefined;
  const href = hrefOf(marked, rule.schemes);
  const address = names.reduce(
    (text, name, index) => text?.replaceAll(MARK(index), `{${name}}`),
    href,
  );
  return address !== undefined && address.length <= rule.longest ? address : undefined;
}

function hrefOf(text: string, schemes: AddressRule['schemes']): string | undefined {
  const url = parseUrl(text);
  if (!url) return undefined;
  const { protocol, hostname, username, password, href } = url;
  const isKnown =
    schemes.some((scheme) => protocol === `${scheme}:`) ||
    (schemes.includes('local-http') && protocol === 'http:' && hostname === 'localhost');
  return isKnown && username === '' && password === '' ? href : undefined;
}
