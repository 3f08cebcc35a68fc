import type { ReasonWords } from './reason-words.js';

export const en: ReasonWords = {
  refusals: {
    ACCESS_CODE_UNKNOWN: 'The code does not exist',
    ACCESS_CODE_WRONG_STUDIO: 'The code is for another gym',
    ACCESS_CODE_ALREADY_USED: 'The code had been used already',
    ACCESS_CODE_EXPIRED: 'The code was too old',
    CUSTOMER_ACCESS_RESTRICTED: 'The member’s entry is restricted',
    CONTRACT_REQUIRED: 'The member has no current contract',
    WELLHUB_CHECKIN_REQUIRED: 'No check-in in the Wellhub app yet',
    WELLHUB_CHECKIN_EXPIRED: 'The Wellhub check-in had expired',
    WELLHUB_CHECKIN_CANCELED: 'The Wellhub check-in had been canceled',
    WELLHUB_CHECKIN_NOT_FOUND: 'Wellhub does not know the check-in',
    WELLHUB_CHECKIN_REJECTED: 'Wellhub refused the check-in',
    WELLHUB_UNAVAILABLE: 'Wellhub did not answer',
    DEVICE_RATE_LIMITED: 'Too many unknown cards at one reader',
    VALIDATION_FAILED: 'What was read is neither a code nor a card',
    OTHER: 'Another reason',
  },
  losses: {
    NEVER_REQUESTED: 'Nobody confirmed the visit',
    CREDENTIALS_REFUSED: 'Wellhub refused our access',
    NO_ANSWER_FROM_WELLHUB: 'Wellhub did not answer',
    TOO_LATE_FOR_WELLHUB: 'Wellhub’s time was over',
    CANCELED_BY_MEMBER: 'The person canceled',
    NOT_FOUND_AT_WELLHUB: 'Wellhub does not know this check-in',
    REFUSED_BY_WELLHUB: 'Wellhub refused',
  },
};
