import type { Customer } from '../customers/index.js';

/** Whom an event names. */
export interface WellhubPerson {
  readonly partnerId: string;
  readonly wellhubId: string;
}

/** One text for one person, for locks and maps. */
export const personKey = ({
  partnerId,
  wellhubId,
}: Pick<Customer, 'partnerId' | 'wellhubId'>): string => `${partnerId}/${wellhubId}`;
