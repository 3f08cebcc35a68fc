import { currentRequest } from '../../platform/deadline/request-context.js';
import { networkOf } from '../../platform/http/network.js';

/** For whom a hash is computed: the partner, and the network of a person or the lineage of an API key. */
export interface HashClient {
  readonly partnerId: string;
  readonly source: string;
}

/** The client of this request. @param lineage of the calling API key; absent for people, who come from a network */
export const hashClientOf = (partnerId: string, lineage?: string): HashClient => ({
  partnerId,
  source: lineage ?? networkOf(currentRequest()?.source ?? ''),
});
