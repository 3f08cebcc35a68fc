import { parseUrl } from '../../platform/values/parse-url.js';
import { isLocalName } from '../../simulator/index.js';
import type { PartnerExchange } from '../http/exchange.js';
import { textField } from '../http/json-fields.js';
import { inventPerson, type InventedPerson } from '../play/person.js';
import type { ConformanceCheck } from './check.js';
import { newer } from './documents.js';
import { unlessStatus } from './verdicts.js';

const GOOD = ['registration.newer'];
const PREFILL = newer(
  'This redirect_link should allow to pre-fill the user data (email, first name, last name) once the user is redirected to the registration form.',
);
const SECURITY = newer(
  'The redirect_link should follow the highest level of security practices in its format, for ex. https instead of http in the URL',
);

export const linkOf = ({ answer }: PartnerExchange): string | undefined =>
  textField(answer?.body, 'redirect_link');

/** What the link that a registration answers must be like. */
export const REDIRECT_LINK_CHECKS: readonly ConformanceCheck[] = [
  {
    id: 'registration.link-https',
    title: 'redirect_link is an absolute https URL',
    document: SECURITY,
    mend: 'Answer a whole URL that begins with https:// (http only for a system on your own machine).',
    after: GOOD,
    run: async (play) => {
      const link = linkOf(await play.register(play.newerBody())) ?? '';
      const url = parseUrl(link);
      if (url === undefined) return `redirect_link is ${link}, which is no absolute URL`;
      const isGood =
        url.protocol === 'https:' || (url.protocol === 'http:' && isLocalName(url.host));
      return isGood ? undefined : `redirect_link begins with ${url.protocol}//`;
    },
  },
  {
    id: 'registration.link-private',
    title: 'redirect_link shows nothing of the person',
    document: SECURITY,
    mend: 'Put a random, short-lived token into the link and keep e-mail, names and id on your server: links stay in histories and logs. Base64 hides nothing.',
    after: GOOD,
    run: async (play) => {
      const person = inventPerson();
      const { firstName, lastName } = person;
      const body = { ...play.newerBody(person), first_name: firstName, last_name: lastName };
      const shown = shownIn(linkOf(await play.register(body)) ?? '', person);
      return shown === undefined ? undefined : `redirect_link holds ${shown}`;
    },
  },
  {
    id: 'registration.link-own',
    title: 'Two people get two different links',
    document: PREFILL,
    mend: 'Make a link for each registration: a form that is the same for all can neither be filled in nor be joined to the gympass_user_id.',
    after: GOOD,
    run: async (play) => {
      const one = linkOf(await play.register(play.newerBody()));
      const other = linkOf(await play.register(play.newerBody()));
      return one === other ? `both got ${one}` : undefined;
    },
  },
  {
    id: 'registration.link-opens',
    title: 'The page behind redirect_link opens',
    document: PREFILL,
    mend: 'Serve the sign-up form at the link, also when it is opened a second time before it was sent.',
    after: ['registration.link-https'],
    run: async (play) => {
      const link = linkOf(await play.register(play.newerBody())) ?? '';
      const ours = Object.values(play.partner.urls).map((url) => new URL(url as string).host);
      if (!ours.includes(new URL(link).host))
        return { skipped: 'the link leads to a host that was not named; open it by hand' };
      const headers = [['Accept', 'text/html']] as const;
      const page = await play.call({ method: 'GET', url: link, headers });
      const status = page.answer?.status ?? 0;
      if (status >= 300 && status < 400) return undefined;
      return unlessStatus(page, [200], 'the page');
    },
  },
];

/** Looks for the person in the link: plain, URL-encoded, in base64 and in hexadecimal digits. */
function shownIn(link: string, person: InventedPerson): string | undefined {
  const plain = decoded(link);
  const pieces = plain.split(/[^A-Za-z0-9+/_-]+/).filter((piece) => piece.length >= 8);
  const opened = pieces.flatMap((piece) => [
    Buffer.from(piece, 'base64url').toString('latin1'),
    Buffer.from(piece, 'hex').toString('latin1'),
  ]);
  const haystack = [plain, link, ...opened].join('\n').toLowerCase();
  const secrets = {
    'the e-mail': person.email,
    'the gympass_user_id': person.gpwId,
    'the last name': person.lastName,
  };
  return Object.entries(secrets).find(([, text]) => haystack.includes(text.toLowerCase()))?.[0];
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link.replaceAll('+', ' '));
  } catch {
    return link;
  }
}
