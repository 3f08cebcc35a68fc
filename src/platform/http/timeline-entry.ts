/** Where an entry stands in the timeline of a person: by it every room links to the entries about its own rows. */
export interface TimelinePlace {
  /** Microseconds since 1970: the database's times are finer than a Date. */
  readonly micros: number;
  readonly kind: string;
  readonly id: string;
}

export const placeText = ({ micros, kind, id }: TimelinePlace): string => `${micros}/${kind}/${id}`;

export const entryId = (place: TimelinePlace): string =>
  Buffer.from(placeText(place)).toString('base64url');

export const timelinePath = (partnerId: string, customerId: number): string =>
  `/admin/v1/partners/${partnerId}/customers/${customerId}/timeline`;
