/** Whom an event names. */
export interface WellhubPerson {
  readonly partnerId: string;
  readonly wellhubId: string;
}

/** One text for one person, for locks and maps. */
export const personKey = (person: { partnerId: string; wellhubId: string | null }): string =>
  `${person.partnerId}/${person.wellhubId}`;
