import { STATUS } from './status.js';
import { json, type ErrorRenderer } from './rendered-error.js';

const NAMES: Record<string, string> = {
  'request.invalid': 'InvalidParameters',
  'request.invalid-json': 'InvalidParameters',
  'request.unavailable': 'ServiceUnavailable',
  'request.internal': 'InternalError',
  'request.too-large': 'RequestTooLarge',
  'request.not-found': 'NotFound',
  'request.method-not-allowed': 'MethodNotAllowed',
};

/** `users-api.md` section 1: every failure is a list of three strings. */
export const renderUsersApiError: ErrorRenderer = (error) => {
  const { code, kind } = error.spec;
  const name = NAMES[code] ?? pascal(code.split('.').at(-1) ?? code);
  const allow = error.facts.allow;
  const errors = [{ code: name, property: error.facts.violations?.[0]?.path ?? '', message: '' }];
  return json(STATUS[kind], { errors }, allow ? { Allow: allow.join(', ') } : undefined);
};

const pascal = (words: string) =>
  words.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
