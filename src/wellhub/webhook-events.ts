/** The user status events have no published type of their own: the address they were sent to determines it. */
export type UserStatusType = 'user-cancel' | 'user-change';

/** What Wellhub sends, read once. A field that is missing or has no usable form is null (`wellhub.md` 4.4). */
export type WellhubEvent =
  | WellhubCheckIn
  | WellhubBooking
  | WellhubIntegrationRequest
  | WellhubUserStatus
  | UnknownWellhubEvent;

interface Received {
  /** The `event_type` as received, for messages. */
  readonly receivedType: string | null;
}

export interface WellhubCheckIn extends Received {
  readonly kind: 'check-in';
  readonly type: 'checkin' | 'checkin-booking-occurred';
  readonly wellhubGymId: string | null;
  readonly wellhubId: string | null;
  readonly user: WellhubVisitor;
  readonly product: { readonly id: string | null; readonly description: string | null };
  readonly bookingNumber: string | null;
  /** Times are in milliseconds. */
  readonly timestamp: number | null;
  readonly expiresAt: number | null;
}

export interface WellhubVisitor {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phoneNumber: string | null;
}

export interface WellhubBooking extends Received {
  readonly kind: 'booking';
  readonly type: 'booking-requested' | 'booking-canceled' | 'booking-late-canceled';
  readonly wellhubGymId: string | null;
  readonly wellhubId: string | null;
  readonly user: Pick<WellhubVisitor, 'email' | 'phoneNumber'> & { readonly name: string | null };
  readonly classId: string | null;
  readonly slotId: string | null;
  readonly bookingNumber: string | null;
  readonly timestamp: number | null;
  readonly eventId: string | null;
}

export interface WellhubIntegrationRequest extends Received {
  readonly kind: 'integration-request';
  readonly type: 'system-integration-requested';
  readonly wellhubGymId: string | null;
  readonly eventId: string | null;
}

export interface WellhubUserStatus extends Received {
  readonly kind: 'user-status';
  /** The address it was sent to. */
  readonly type: UserStatusType;
  /** What its own `event_type` contains; the change type is not published, so all but a cancellation is "other". */
  readonly action: 'nothing' | 'cancel' | 'other';
  readonly gpwId: string | null;
  readonly planId: string | null;
  readonly eventTime: number | null;
  readonly eventId: string | null;
}

export interface UnknownWellhubEvent extends Received {
  readonly kind: 'unknown';
  readonly type: 'unknown';
  readonly eventId: string | null;
}
