type Rows = readonly (readonly string[])[];

/** What a partner sends to Wellhub, by kind. `{hook}` is shown with the partner's connection. */
export const urls = (origin: string): Rows => [
  ['Token', 'GET', `${origin}/wellhub/token`],
  ['Registration', 'POST', `${origin}/wellhub/users`],
  ['Token, for tests', 'GET', `${origin}/wellhub/test/token`],
  ['Registration, for tests', 'POST', `${origin}/wellhub/test/users`],
  ['User status: canceled', 'POST', `${origin}/wellhub/{hook}/users/cancel`],
  ['User status: changed', 'POST', `${origin}/wellhub/{hook}/users/change`],
  ['Webhooks, one URL for all', 'POST', `${origin}/wellhub/{hook}/webhooks`],
  ['Webhooks, one URL per event', 'POST', `${origin}/wellhub/{hook}/webhooks/{event}`],
];

export const REGISTRATION_FIELDS: Rows = [
  ['gympass_user_id', 'string', 'required', 'gpw- and letters, digits, hyphens; 100 at most'],
  ['email', 'string', 'optional', 'at most 254 characters; a malformed one is dropped'],
  ['first_name, last_name', 'string', 'optional', 'at most 100 characters each'],
  ['origin', 'string', 'optional', 'web, android, ios; others are accepted'],
  ['user_status', 'string', 'required for several offers', '"1" basic, "2" premium, …'],
  ['country_code', 'string', 'optional', 'two letters'],
];

export const STATUS_FIELDS: Rows = [
  ['user_id', 'string', 'required', 'gpw id'],
  ['plan_id', 'string', 'change: required', '"0" on cancel'],
  ['event_time', 'integer', 'optional', 'milliseconds; missing: time of receipt'],
  ['event_id', 'string', 'optional', 'recognises a repeat; missing: hash of the body'],
  ['event_type', 'string', 'optional', 'wellness-user-plan-canceled on cancel'],
];

export const EVENTS: Rows = [
  ['checkin', 'a check-in that waits for validation', 'event_data.gym.id'],
  ['checkin-booking-occurred', 'a check-in for a booked class', 'event_data.gym.id'],
  ['booking-requested', 'a booking that waits for a decision', 'event_data.slot.gym_id'],
  ['booking-canceled', 'a booking that was canceled', 'event_data.slot.gym_id'],
  ['booking-late-canceled', 'a booking that was canceled late', 'event_data.slot.gym_id'],
  ['system-integration-requested', 'a gym asks to be connected', 'event_data.gym_id'],
];

export const ERRORS: Rows = [
  [
    '400',
    'gympass_user_id_required, invalid_gympass_user_id, user_status_required',
    'registration',
  ],
  ['400', 'invalid_json', 'any POST'],
  ['401', 'invalid_token', 'registration'],
  ['401', 'invalid_signature', 'signed calls; also an unknown hook'],
  ['403', 'invalid_api_key', 'token'],
  ['404, 405', 'not_found, method_not_allowed', 'unknown path, wrong verb'],
  ['413, 415', 'payload_too_large, unsupported_media_type', 'any POST; 64 KiB at most'],
  ['422', 'invalid_event', 'signed calls without their routing id'],
  ['500', 'internal_error', 'any'],
  ['503', 'storage_unavailable', 'signed calls; send it again'],
];
