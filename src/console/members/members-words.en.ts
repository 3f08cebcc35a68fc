import type { MembersWords } from './members-words.js';

export const en: MembersWords = {
  lead: 'Everybody the gym knows, from Wellhub and its own.',
  searchLabel: 'Find a member',
  searchHint: 'Name, e-mail, phone, card or Wellhub ID',
  endSearch: 'Show everybody',
  status: 'Status',
  statuses: { PENDING: 'No account yet', ACTIVE: 'Active', DISABLED: 'Blocked' },
  wellhub: 'Wellhub',
  wellhubStatuses: { ACTIVE: 'Plan active', CANCELED: 'Plan canceled' },
  noWellhub: 'Not with Wellhub',
  hasWellhubId: 'With a Wellhub ID',
  columns: {
    name: 'Name',
    contact: 'Contact',
    status: 'Status',
    wellhub: 'Wellhub',
    since: 'Since',
  },
  noName: 'No name yet',
  nobody: 'There are no members yet',
  nobodyHint:
    'They appear here when Wellhub sends them, with their first check-in, or when you add one.',
  notFound: 'Nobody found',
  notFoundHint: 'Check the spelling, or search by phone, card or Wellhub ID.',
};
