import type { FastifyRequest } from 'fastify';
import type { Partner, PartnerEnvironment } from '../../partners/index.js';
import type { Caller } from '../../platform/http/declarations.js';
import { callAdmin } from './admin-api.js';

/** Where a person may work, as the administration API tells it. */
export interface OwnPlace {
  readonly membershipId: string;
  /** Null: the operator's. */
  readonly partnerId: string | null;
  readonly partnerName: string;
  readonly environment: PartnerEnvironment;
  /** Of a test environment: whose it is. */
  readonly livePartnerId: string | null;
  readonly role: string;
  readonly gymId: number | null;
  readonly gymName: string | null;
  readonly isCurrent: boolean;
}

/** A place in a form: the membership, and the gym where it does not have all. */
export const placeValue = ({ membershipId, gymId }: OwnPlace): string =>
  gymId === null ? membershipId : `${membershipId}/${gymId}`;

/** Live, where this is the test environment, and the other way round: if the person works at both. */
export async function otherEnvironment(
  request: FastifyRequest,
  { person }: Caller,
  { id, livePartnerId, environment }: Pick<Partner, 'id' | 'livePartnerId' | 'environment'>,
): Promise<OwnPlace | undefined> {
  if (person === undefined) return undefined;
  const answer = await callAdmin<{ items: OwnPlace[] }>(request, {
    method: 'GET',
    path: 'me/places',
  });
  const places = answer.ok ? answer.body.items : [];
  const isOfBoth = (place: OwnPlace) =>
    (place.livePartnerId ?? place.partnerId) === (livePartnerId ?? id);
  return places.find((place) => isOfBoth(place) && place.environment !== environment);
}
