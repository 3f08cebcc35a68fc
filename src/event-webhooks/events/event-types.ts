/** Every event a subscriber can receive, with what its `entityId` names (`open-api.md` 7.2). */
const ENTITY_OF = {
  CUSTOMER_CHECKIN: 'customer',
  CUSTOMER_CHECKOUT: 'customer',
  AUTOMATIC_CUSTOMER_CHECKOUT: 'gym',
  CUSTOMER_CREATED: 'customer',
  CUSTOMER_UPDATED: 'customer',
  CUSTOMER_DELETED: 'customer',
  CUSTOMER_ACCESS_DISABLED: 'customer',
  AGGREGATOR_MEMBER_CREATED: 'customer',
  DEVICE_CREATED: 'device',
  WELLHUB_CHECKIN_RECEIVED: 'customer',
  WELLHUB_CHECKIN_VALIDATED: 'customer',
  WELLHUB_CHECKIN_FAILED: 'customer',
  WELLHUB_CHECKIN_AT_RISK: 'customer',
  WELLHUB_BOOKING_REQUESTED: 'booking',
  WELLHUB_BOOKING_CANCELED: 'booking',
  WELLHUB_BOOKING_LATE_CANCELED: 'booking',
  WELLHUB_USER_CANCELED: 'customer',
  WELLHUB_USER_CHANGED: 'customer',
  ALERT_OPENED: 'gym',
  ALERT_CLOSED: 'gym',
  TEST: 'gym',
} as const;
export type EventType = keyof typeof ENTITY_OF;
export const EVENT_TYPES = Object.keys(ENTITY_OF) as EventType[];

export const entityOf = (type: EventType): string => ENTITY_OF[type];

/** The types whose `entityId` names a customer. */
export const CUSTOMER_EVENT_TYPES = EVENT_TYPES.filter((type) => ENTITY_OF[type] === 'customer');
