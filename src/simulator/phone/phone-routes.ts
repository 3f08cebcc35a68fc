import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseUrl } from '../../platform/values/parse-url.js';
import { InvalidInput } from '../http/input.js';
import {
  describeCheckIn,
  describeProblems,
  describeRegistration,
  type PhoneOutcome,
} from './phone-outcome.js';
import { phonePage, type PhoneView } from './phone-page.js';
import {
  personFromCookie,
  personToCookie,
  problemsOf,
  randomPerson,
  readPhonePerson,
  type PhonePerson,
} from './phone-person.js';
import { PHONE_CSS } from './phone-style.js';
import type { SimulatedWellhub } from '../wellhub/simulated-wellhub.js';

const COOKIE = 'phone';
const COOKIE_SECONDS = 365 * 86_400;

/** A form may lead to the gym's own pages, which can stand anywhere: hence the open `form-action`. */
const SECURITY_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self' http: https:; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

type PhoneAction = (person: PhonePerson) => Promise<PhoneOutcome | URL>;

/** The phone page and its three buttons. */
export async function phoneRoutes(app: FastifyInstance, wellhub: SimulatedWellhub): Promise<void> {
  await app.register(cookie);
  await app.register(formbody);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
  app.get('/', (request, reply) => {
    const person = personFromCookie(request.cookies[COOKIE]) ?? randomPerson();
    return showPhone(reply, wellhub, { person });
  });
  app.get('/phone.css', (_request, reply) => reply.type('text/css').send(PHONE_CSS));
  app.post('/phone/join', onForm(wellhub, joining(wellhub)));
  app.post('/phone/check-in', onForm(wellhub, checkingIn(wellhub)));
  app.post('/phone/someone-else', (_request, reply) =>
    reply.clearCookie(COOKIE, { path: '/' }).redirect('/', 303),
  );
}

function joining(wellhub: SimulatedWellhub): PhoneAction {
  return async ({ gpwId, email, firstName, lastName }) => {
    const known = { email: email || undefined, firstName, lastName };
    const outcome = await wellhub.register({ gpwId, ...known, origin: 'web' });
    return webAddress(outcome.redirectLink) ?? describeRegistration(outcome);
  };
}

function checkingIn(wellhub: SimulatedWellhub): PhoneAction {
  return async ({ wellhubId, email, firstName, lastName }) => {
    const known = { email: email || undefined, firstName, lastName };
    return describeCheckIn(await wellhub.checkIn({ wellhubId, ...known }));
  };
}

/** Remembers what was typed, then does it: to a page of the gym, or back here with the outcome. */
function onForm(wellhub: SimulatedWellhub, action: PhoneAction) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const person = readPhonePerson(request.body);
    const problems = problemsOf(person);
    if (problems.length > 0) {
      return showPhone(reply.code(400), wellhub, { person, outcome: describeProblems(problems) });
    }
    try {
      const result = await action(person);
      if (!(result instanceof URL)) return showPhone(reply, wellhub, { person, outcome: result });
      return rememberPerson(reply, person).redirect(result.href, 303);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const outcome = describeProblems([error.message]);
      return showPhone(reply.code(400), wellhub, { person, outcome });
    }
  };
}

function showPhone(
  reply: FastifyReply,
  wellhub: SimulatedWellhub,
  shown: Pick<PhoneView, 'person' | 'outcome'>,
): FastifyReply {
  const { person } = shown;
  const checkIns = wellhub.ledger(person.wellhubId).people[person.wellhubId]?.checkIns ?? [];
  const page = phonePage({ ...shown, target: wellhub.target(), checkIns });
  return rememberPerson(reply, person).type('text/html; charset=utf-8').send(page);
}

function rememberPerson(reply: FastifyReply, person: PhonePerson): FastifyReply {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: COOKIE_SECONDS } as const;
  return reply.setCookie(COOKIE, personToCookie(person), options);
}

function webAddress(link: string | undefined): URL | undefined {
  const url = link === undefined ? undefined : parseUrl(link);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined;
}
