import type { ErrorKind } from '../platform/errors/domain-error.js';
import type { ErrorRenderer } from './rendered-error.js';

/** A device reads the status alone. Whatever else fails is our trouble, and the device falls back on its own rules. */
const STATUS: Partial<Record<ErrorKind, number>> = {
  invalid: 404,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
};
const CANNOT_DECIDE = 503;

/** No body, no content type, and nothing by which one reason could be told from another (`control-id.md` 3). */
export const renderDeviceError: ErrorRenderer = ({ spec, facts }) => ({
  status: STATUS[spec.kind] ?? CANNOT_DECIDE,
  body: '',
  ...(facts.allow && { headers: { Allow: facts.allow.join(', ') } }),
});
