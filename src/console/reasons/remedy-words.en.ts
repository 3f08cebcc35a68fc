import type { RemedyWords } from './remedy-words.js';

export const en: RemedyWords = {
  ACCESS_CODE_UNKNOWN:
    'Ask them to open their code page again and show what is there now. A card must stand in the member’s profile.',
  ACCESS_CODE_WRONG_STUDIO: 'Ask them to choose this gym on their code page and show the new code.',
  ACCESS_CODE_ALREADY_USED:
    'Each code opens once. The code page shows another within seconds; an old picture does not work.',
  ACCESS_CODE_EXPIRED:
    'The code renews itself: ask for the open page, not a picture of it. Without internet it stops.',
  CUSTOMER_ACCESS_RESTRICTED:
    'The person or the card is blocked. Look into the member’s profile for the reason before you let them in.',
  ACCESS_CLOSED_TODAY: 'It is a closing day of the gym. The access policy lists them.',
  ACCESS_AGE:
    'Look at the birthday in the member’s profile, and at the ages in the rules of the gym.',
  ACCESS_ANTI_PASSBACK:
    'They entered and did not leave through a door. Check them out in the member’s profile.',
  ACCESS_OUTSIDE_HOURS: 'Look at the hours in the rules of the gym.',
  ACCESS_DOOR_NOT_INCLUDED:
    'Ask them to use another door, or look at the doors in the rules of the gym.',
  ACCESS_PLAN_NOT_INCLUDED:
    'No rule of the gym lets this plan in. Look at the rules, or at the plan in the member’s profile.',
  ACCESS_FULL: 'Somebody has to leave first. If the number is wrong, check out who has left.',
  CONTRACT_REQUIRED:
    'No contract that is valid today, and no Wellhub. Look at the contracts in the member’s profile.',
  WELLHUB_CHECKIN_REQUIRED:
    'Ask them to check in at this gym in the Wellhub app, and to scan the code again.',
  WELLHUB_CHECKIN_EXPIRED: 'Ask them to check in once more in the Wellhub app.',
  WELLHUB_CHECKIN_CANCELED:
    'The person canceled it. Ask them to check in again in the Wellhub app.',
  WELLHUB_CHECKIN_NOT_FOUND:
    'The check-in may be for another gym. Ask them to check in here, in the Wellhub app.',
  WELLHUB_CHECKIN_REJECTED:
    'The Wellhub app says why: the plan may not include this gym, or today’s visit is used up.',
  WELLHUB_UNAVAILABLE:
    'It is not the person’s fault. Try again in a minute; whether they enter meanwhile is for the gym to decide.',
  DEVICE_RATE_LIMITED:
    'The reader waits a minute and goes on by itself. If it comes back, somebody is trying card numbers.',
  VALIDATION_FAILED:
    'The reader sent something that we cannot read. Clean its lens, and check the format in its settings.',
  OTHER: 'Open the member and look at their timeline, or try the code without opening the door.',
};
