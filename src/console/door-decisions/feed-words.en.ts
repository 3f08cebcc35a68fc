import type { FeedWords } from './feed-words.js';

export const en: FeedWords = {
  lead: 'Every scan of the last 90 days, with the reason why a door stayed shut, and what to do.',
  door: 'Door',
  allDoors: 'All doors',
  result: 'Result',
  results: { OPENED: 'Opened', REFUSED: 'Stayed shut' },
  opened: 'Opened',
  repeated: 'Opened again (same scan)',
  refused: 'Stayed shut',
  dryRun: 'Trial',
  columns: {
    at: 'Time',
    door: 'Door',
    result: 'Result',
    why: 'Why, and what to do',
    member: 'Member',
  },
  removedDoor: 'Removed door',
  none: 'No scans here',
  noneHint: 'Every scan of a code or a card appears in this list within seconds.',
  noGym: 'There is no gym yet.',
  live: 'Renews itself.',
  stale: 'Not up to date since {time}: no connection. It goes on by itself.',
  over: 'Your session has ended.',
  logIn: 'Log in again',
};
