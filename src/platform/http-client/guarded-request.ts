import * as http from 'node:http';
import * as https from 'node:https';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { lookupByDns } from './name-lookup.js';
import { outgoingStep, observeStep } from './outgoing-step.js';
import type { TargetPolicy } from './outgoing-target.js';

const guarded = new RequestFilteringHttpsAgent({ keepAlive: false });

/**
 * A request to an address that strangers chose, on a socket that is never used again. With `public` the agent checks the
 * address it is about to connect to (O-50). The caller refuses a wrong URL by `faultOfUrl` before.
 */
export function guardedRequest(
  url: string,
  options: https.RequestOptions,
  policy: TargetPolicy,
): http.ClientRequest {
  const step = outgoingStep(url, options.method ?? 'GET');
  return observeStep(open(url, options, policy), step);
}

function open(
  url: string,
  options: https.RequestOptions,
  policy: TargetPolicy,
): http.ClientRequest {
  if (policy === 'public')
    return https.request(url, { ...options, agent: guarded, lookup: lookupByDns });
  const { request } = url.startsWith('https:') ? https : http;
  return request(url, { ...options, agent: false });
}
