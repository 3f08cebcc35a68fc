import { currentRequest } from '../../platform/deadline/request-context.js';
import { networkOf } from '../../platform/http/network.js';

/** For whom a hash is computed: the partner, and the network or the line of API keys that wants it. */
export interface Lane {
  readonly partnerId: string;
  readonly source: string;
}

/** The lane of this request. @param line of the API key that asks; absent for people, who come from their network */
export const laneOf = (partnerId: string, line?: string): Lane => ({
  partnerId,
  source: line ?? networkOf(currentRequest()?.source ?? ''),
});
