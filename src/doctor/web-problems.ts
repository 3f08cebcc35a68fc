import { codeOf } from '../platform/config/start-problem.js';
import { problem, warning, type Finding } from './finding.js';

const CERTIFICATE =
  'give the proxy a certificate for this host name, with its intermediate ones; of an authority of your own, name it in NODE_EXTRA_CA_CERTS';

interface Place {
  /** The setting that names it. */
  readonly variable: string;
  readonly host: string;
  /** Processes run, so that something should answer. */
  readonly isServed: boolean;
}

/** Why no answer came. */
export function unreached({ variable, host, isServed }: Place, error: unknown): Finding {
  const code = codeOf(error instanceof AggregateError ? error.errors[0] : error);
  const at = `${variable}: ${host}`;
  if (/^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/.test(code))
    return problem(
      `${at} does not resolve (${code})`,
      `make its DNS record, or correct ${variable}`,
    );
  if (/CERT|TLS|SSL|SELF_SIGNED|EPROTO/.test(code))
    return problem(`${at} has no TLS that is trusted here (${code})`, CERTIFICATE);
  if (code === 'ETIMEDOUT' || /UNREACH/.test(code))
    return warning(
      `${at} cannot be reached from here (${code})`,
      'call it from outside; perhaps only this host has no way there',
    );
  return isServed ? silent(variable, host, code) : unserved(variable, host);
}

const silent = (variable: string, host: string, code: string): Finding =>
  problem(
    `${variable}: ${host} does not answer (${code || 'no reason'}), although processes run`,
    `look at the proxy and its way to the service, or correct ${variable}`,
  );

const unserved = (variable: string, host: string): Finding =>
  warning(`${variable}: ${host} does not answer, and no process runs`, 'start one, then again');
