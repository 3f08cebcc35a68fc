import type { GoLiveWords } from './go-live-words.js';

export const en: GoLiveWords = {
  lead: 'What is left to do before the first member comes. The list looks for itself: whatever works is done.',
  progress: (done, all) => `${done} of ${all} done`,
  ready: 'Everything is done: you can open.',
  states: { DONE: 'Done', MISSING: 'To do', UNKNOWN: 'Not known yet' },
  items: {
    SECRETS: {
      title: 'Access to Wellhub',
      text: 'Each gym needs its number at Wellhub, the token and the secret of the webhooks. Wellhub gives you all three.',
      fix: 'Enter them',
    },
    CONNECTION: {
      title: 'Connection tested',
      text: 'A test asks Wellhub whether it knows the gym. It changes nothing.',
      fix: 'Test the connection',
    },
    URLS: {
      title: 'Addresses handed over',
      text: 'Wellhub must know your addresses. Copy them and send them to your contact there. Done as soon as the first check-in comes.',
      fix: 'See and copy the addresses',
    },
    WEBHOOKS: {
      title: 'Webhooks at Wellhub',
      text: 'So that Wellhub reports each check-in. Done as soon as the first one comes.',
      fix: 'See the connection',
    },
    FIRST_CHECK_IN: {
      title: 'First check-in seen',
      text: 'Check in once with the Wellhub app at each gym: it appears here.',
      fix: '',
    },
    DOORS: {
      title: 'Doors',
      text: 'A gym needs a turnstile, a reader or a tablet that is switched on.',
      fix: 'Set up a door',
    },
    MAIL: {
      title: 'E-mail',
      text: 'Invitations and new passwords come by mail. Whoever runs this installation sets up the mail server; then send yourself a mail.',
      fix: '',
    },
    SECOND_FACTOR: {
      title: 'Second factor of the staff',
      text: 'A passkey or an app beside the password: a stolen password is then not enough.',
      fix: 'Set up your own',
    },
    BACKUPS: {
      title: 'Backups',
      text: 'Nobody can see from here whether your data is backed up. Confirm it when backups are made and one was restored for a try.',
      fix: '',
    },
  },
  results: {
    wellhubGymId: 'its number at Wellhub is missing',
    accessToken: 'the token is missing',
    webhookSecret: 'the secret of the webhooks is missing',
    CREDENTIALS_REFUSED: 'Wellhub refuses the token',
    GYM_NOT_ALLOWED: 'the token does not count for this gym',
    UNREACHABLE: 'Wellhub did not answer',
  },
  told: (by, when) => `${by}, ${when}`,
  people: (missing) => (missing === 1 ? 'One person has none.' : `${missing} people have none.`),
  sendMail: 'Send me a test mail',
  mailSent: 'The mail server took it: look into your mailbox.',
  mailRefused: 'The mail server did not take the mail. Check its address and password.',
  confirmBackups: 'Yes, backups are made',
  takeBack: 'This is no longer so',
};
