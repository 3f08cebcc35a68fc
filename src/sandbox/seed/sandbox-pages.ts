import type { Settings } from '../../platform/config/settings.js';
import { DEMO_OWNER } from './demo-owner.js';
import type { SandboxReport } from './sandbox.js';

/** A page to open, and who would open it. */
export interface SandboxPage {
  readonly title: string;
  readonly url: string;
  readonly who: string;
}

export interface Credential {
  readonly title: string;
  readonly value: string;
  readonly use: string;
}

/** What there is to see in the sandbox, in the order of the story. */
export const sandboxPages = (
  { publicUrl }: Settings,
  { simulatorUrl, ownerLink }: SandboxReport,
): SandboxPage[] => [
  {
    title: 'The phone, with the Wellhub app',
    url: `${simulatorUrl}/`,
    who: 'A Wellhub user, who joins the gym and checks in. Begin here.',
  },
  consolePage(publicUrl, ownerLink),
  {
    title: 'Member log-in',
    url: `${publicUrl}/demo/login`,
    who: 'The same person as a member of the gym, with a code that opens the door.',
  },
  {
    title: 'Kiosk: the door, as a page',
    url: `${publicUrl}/demo/kiosk`,
    who: 'A door, for a gym without one.',
  },
  {
    title: 'The turnstile, a Control iD device',
    url: `${simulatorUrl}/device`,
    who: 'Whoever stands before it: present the code, go through, or pull its network cable.',
  },
  ...gymPages(publicUrl),
];

const gymPages = (publicUrl: string): SandboxPage[] => [
  {
    title: 'Front desk',
    url: `${publicUrl}/console/desk`,
    who: 'Today’s check-ins at the counter: for the owner and their staff, or with the admin key.',
  },
  {
    title: 'Caught mail',
    url: `${publicUrl}/sandbox/mail`,
    who: 'Mail that would have been sent.',
  },
  {
    title: 'API reference',
    url: `${publicUrl}/docs`,
    who: 'Whoever connects software of their own.',
  },
];

/** The mail with the same link is at `/sandbox/mail`. */
const consolePage = (publicUrl: string, ownerLink: string | undefined): SandboxPage =>
  ownerLink === undefined
    ? {
        title: 'Console of the gym',
        url: `${publicUrl}/console/login`,
        who: `Its owner, and whoever the owner invites. Log in as ${DEMO_OWNER}.`,
      }
    : {
        title: 'Console: invitation of the owner',
        url: ownerLink,
        who: `You, as ${DEMO_OWNER}: choose a name and a password, and run the gym. It works once.`,
      };

/** The keys of the demo partner; the operator's only where it was made here. */
export function sandboxCredentials(
  { isOperatorKeyMade, operatorApiKey }: Settings,
  { credentials, turnstileAddress }: SandboxReport,
): Credential[] {
  const { adminKey, appKey, deviceToken, partnerId, gymId } = credentials;
  const operator = {
    title: 'Operator key',
    value: operatorApiKey,
    use: 'Who runs Gatehouse: makes partners.',
  };
  return [
    ...(isOperatorKeyMade ? [operator] : []),
    {
      title: 'Demo partner (admin key)',
      value: adminKey,
      use: 'The gym’s own software, and its desk.',
    },
    {
      title: "Member app's key",
      value: appKey,
      use: 'Reads customers, codes, check-ins and the gym.',
    },
    {
      title: 'Device token of the door',
      value: deviceToken,
      use: 'What the door’s software sends.',
    },
    ...(turnstileAddress ? [turnstile(turnstileAddress)] : []),
    {
      title: 'Partner id / gym id',
      value: `${partnerId} / ${gymId}`,
      use: 'For addresses of the admin API.',
    },
  ];
}

const turnstile = (value: string): Credential => ({
  title: 'Address of the turnstile',
  value,
  use: 'What the Control iD device calls, with its secret.',
});
