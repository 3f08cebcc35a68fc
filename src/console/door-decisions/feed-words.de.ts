import type { FeedWords } from './feed-words.js';

export const de: FeedWords = {
  lead: 'Jeder Scan der letzten 90 Tage, mit dem Grund, warum eine Tür zu blieb, und was zu tun ist.',
  door: 'Tür',
  allDoors: 'Alle Türen',
  result: 'Ergebnis',
  results: { OPENED: 'Geöffnet', REFUSED: 'Blieb zu' },
  opened: 'Geöffnet',
  repeated: 'Noch einmal geöffnet (derselbe Scan)',
  refused: 'Blieb zu',
  dryRun: 'Probe',
  columns: {
    at: 'Zeit',
    door: 'Tür',
    result: 'Ergebnis',
    why: 'Warum, und was zu tun ist',
    member: 'Mitglied',
  },
  removedDoor: 'Entfernte Tür',
  none: 'Keine Scans hier',
  noneHint: 'Jeder Scan eines Codes oder einer Karte erscheint in Sekunden in dieser Liste.',
  noGym: 'Noch kein Studio.',
  live: 'Erneuert sich von selbst.',
  stale: 'Nicht aktuell seit {time}: keine Verbindung. Es geht von selbst weiter.',
  over: 'Deine Sitzung ist zu Ende.',
  logIn: 'Neu anmelden',
};
