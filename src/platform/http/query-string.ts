import { parse } from 'node:querystring';
import { readInstant } from '../values/instant.js';
import { emailAddress } from '../values/email-address.js';

type Query = Record<string, unknown>;

/**
 * A query string as forms write it: `+` is a blank. Only where the value is an e-mail address or a time once the `+`
 * stands for itself, as people type it, it is meant so: neither may hold a blank.
 */
export function parseQuery(text: string): Query {
  if (text === '') return { __proto__: null };
  const query: Query = parse(text);
  if (!text.includes('+')) return query;
  return text.split('&').reduce<Query>((read, part) => {
    const [name = '', ...rest] = part.split('=');
    const meant = decoded(rest.join('='));
    const isRepaired = rest.some((piece) => piece.includes('+')) && isWithPlus(meant);
    return isRepaired && typeof read[name] === 'string'
      ? Object.assign(read, { [name]: meant })
      : read;
  }, query);
}

const isWithPlus = (text: string) =>
  readInstant(text) !== undefined || emailAddress(text) !== undefined;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
