// Written by `npm run client` as soon as the OpenAPI document has webhooks; by hand until then.
interface Nothing {
  readonly [name: string]: never;
}

interface CheckInContent {
  readonly wellhubCheckInId: string;
  readonly studioId: number;
  readonly aggregatorId: string;
  readonly state: string;
  readonly occurredAt: string;
  readonly expiresAt: string;
  readonly bookingNumber?: string;
  readonly provisional: boolean;
}

interface BookingContent {
  readonly studioId: number;
  readonly customerId: number;
  readonly aggregatorId: string;
  readonly bookingNumber: string;
  readonly slotId: string | null;
  readonly classId: string | null;
  readonly decideBefore?: string;
}

interface UserContent {
  readonly gpwId: string;
  /** As Wellhub sent it: null or `0` where the person has none any more. */
  readonly planId: string | null;
  readonly eventTime: string;
}

interface AlertContent {
  readonly alertId: string;
  readonly code: string;
}

/** What an event of each type says beyond its entity. */
export interface EventContents {
  CUSTOMER_CHECKIN: Nothing;
  CUSTOMER_CHECKOUT: Nothing;
  AUTOMATIC_CUSTOMER_CHECKOUT: {
    readonly checkouts: readonly { readonly customerId: number; readonly checkoutTime: string }[];
  };
  CUSTOMER_CREATED: Nothing;
  CUSTOMER_UPDATED: Nothing;
  CUSTOMER_DELETED: Nothing;
  CUSTOMER_ACCESS_DISABLED: Nothing;
  AGGREGATOR_MEMBER_CREATED: { readonly aggregatorId: string };
  DEVICE_CREATED: Nothing;
  WELLHUB_CHECKIN_RECEIVED: CheckInContent;
  WELLHUB_CHECKIN_VALIDATED: CheckInContent;
  WELLHUB_CHECKIN_FAILED: CheckInContent;
  WELLHUB_CHECKIN_AT_RISK: CheckInContent;
  WELLHUB_BOOKING_REQUESTED: BookingContent;
  WELLHUB_BOOKING_CANCELED: BookingContent;
  WELLHUB_BOOKING_LATE_CANCELED: BookingContent;
  WELLHUB_USER_CANCELED: UserContent;
  WELLHUB_USER_CHANGED: UserContent;
  ALERT_OPENED: AlertContent;
  ALERT_CLOSED: AlertContent;
  TEST: Nothing;
}
