import type { MembersWords } from './members-words.js';

export const de: MembersWords = {
  lead: 'Alle, die das Studio kennt, von Wellhub und eigene.',
  searchLabel: 'Mitglied suchen',
  searchHint: 'Name, E-Mail, Telefon, Karte oder Wellhub-ID',
  endSearch: 'Alle zeigen',
  status: 'Status',
  statuses: { PENDING: 'Noch ohne Konto', ACTIVE: 'Aktiv', DISABLED: 'Gesperrt' },
  wellhub: 'Wellhub',
  wellhubStatuses: { ACTIVE: 'Tarif aktiv', CANCELED: 'Tarif gekündigt' },
  noWellhub: 'Ohne Wellhub',
  hasWellhubId: 'Mit Wellhub-ID',
  columns: {
    name: 'Name',
    contact: 'Kontakt',
    status: 'Status',
    wellhub: 'Wellhub',
    since: 'Seit',
  },
  noName: 'Noch ohne Namen',
  nobody: 'Noch keine Mitglieder',
  nobodyHint:
    'Sie erscheinen hier, sobald Wellhub sie sendet, mit dem ersten Check-in, oder wenn du eines anlegst.',
  notFound: 'Niemand gefunden',
  notFoundHint: 'Prüfe die Schreibweise, oder suche nach Telefon, Karte oder Wellhub-ID.',
};
