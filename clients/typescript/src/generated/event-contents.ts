// Written by `npm run client` from the OpenAPI document: not to be changed by hand.
import type {
  AggregatorMemberContent,
  AlertContent,
  AutomaticCheckoutsContent,
  VisitContent,
  WellhubBookingContent,
  WellhubCheckInContent,
  WellhubUserContent,
} from './schemas.js';
interface Nothing {
  readonly [name: string]: never;
}

/** What an event of each type says beyond its entity. */
export interface EventContents {
  /** A customer came in. */
  readonly CUSTOMER_CHECKIN: VisitContent;

  /** A customer left. */
  readonly CUSTOMER_CHECKOUT: Nothing;

  /** Visits were ended by time. */
  readonly AUTOMATIC_CUSTOMER_CHECKOUT: AutomaticCheckoutsContent;

  /** A customer was added. */
  readonly CUSTOMER_CREATED: Nothing;

  /** A customer was changed. */
  readonly CUSTOMER_UPDATED: Nothing;

  /** A customer was erased or merged into another one. */
  readonly CUSTOMER_DELETED: Nothing;

  /** A customer was disabled. */
  readonly CUSTOMER_ACCESS_DISABLED: Nothing;

  /** A customer came by Wellhub. */
  readonly AGGREGATOR_MEMBER_CREATED: AggregatorMemberContent;

  /** A device was added. */
  readonly DEVICE_CREATED: Nothing;

  /** Wellhub sent a check-in. */
  readonly WELLHUB_CHECKIN_RECEIVED: WellhubCheckInContent;

  /** Wellhub confirmed a check-in: it is paid. */
  readonly WELLHUB_CHECKIN_VALIDATED: WellhubCheckInContent;

  /** A check-in was refused, canceled or too late. */
  readonly WELLHUB_CHECKIN_FAILED: WellhubCheckInContent;

  /** A check-in is about to expire without validation. */
  readonly WELLHUB_CHECKIN_AT_RISK: WellhubCheckInContent;

  /** A class was booked: decide. */
  readonly WELLHUB_BOOKING_REQUESTED: WellhubBookingContent;

  /** A booking was canceled. */
  readonly WELLHUB_BOOKING_CANCELED: WellhubBookingContent;

  /** A booking was canceled too late. */
  readonly WELLHUB_BOOKING_LATE_CANCELED: WellhubBookingContent;

  /** A member’s Wellhub plan was canceled. */
  readonly WELLHUB_USER_CANCELED: WellhubUserContent;

  /** A member’s Wellhub plan was changed. */
  readonly WELLHUB_USER_CHANGED: WellhubUserContent;

  /** An alert opened. */
  readonly ALERT_OPENED: AlertContent;

  /** An alert closed. */
  readonly ALERT_CLOSED: AlertContent;

  /** A try of the subscription. */
  readonly TEST: Nothing;
}
