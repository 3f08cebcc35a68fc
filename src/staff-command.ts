import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { makeIdleApp } from './idle-app.js';
import { Partners } from './partners/index.js';
import { Audit } from './platform/audit/audit.js';
import { readEnvironment } from './platform/config/environment.js';
import { readSettings, settingProblems } from './platform/config/read-settings.js';
import { StartProblem, WrongWords } from './platform/config/start-problem.js';
import { isUuid } from './platform/crypto/uuid.js';
import { DomainError } from './platform/errors/domain-error.js';
import { openKeyring } from './platform/encryption-keys/open-keyring.js';
import { STAFF_ROLES, StaffInvitations, type StaffInvite, type StaffRole } from './staff/index.js';

const print = (line: string) => process.stdout.write(`${line}\n`);

const HELP = `Say "gatehouse staff invite --partner <slug or id> --email <address> --role <${STAFF_ROLES.join('|')}>" for the staff of a partner, or "gatehouse staff invite --operator --email <address>" for the operator's own, and --language pt, en, es or de if it is not the partner's.`;

/** As the one who runs the installation, who needs no key to invite. */
const OPERATOR = {
  keyId: 'command-line',
  lineage: 'command-line',
  name: 'operator (command line)',
  scopes: ['OPERATOR'],
} as const;

interface InviteCommand {
  /** Null: the operator. */
  readonly partner: string | null;
  readonly invite: StaffInvite;
}

/**
 * `gatehouse staff invite …`: for the first OWNER of a partner, and the first person of the operator. The mail is sent by the service; where no mail can leave,
 * the link is printed.
 */
export async function staffCommand(args: readonly string[]): Promise<number> {
  const command = readCommand(args);
  const env = readEnvironment(undefined, settingProblems);
  if (!env.DATABASE_URL)
    throw new StartProblem(
      'Set DATABASE_URL, and SECRETS_KEY as the replicas have it: the embedded database runs only with its service.',
    );
  const settings = readSettings(env);
  const keyring = await openKeyring(settings);
  const app = await makeIdleApp(settings, keyring);
  try {
    await invite(app, command);
  } catch (error) {
    throw error instanceof DomainError ? new StartProblem(error.message) : error;
  } finally {
    await app.close();
  }
  return 0;
}

function readCommand(args: readonly string[]): InviteCommand {
  const option = { type: 'string' } as const;
  const operator = { type: 'boolean' } as const;
  const options = { partner: option, operator, email: option, role: option, language: option };
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { email, language } = values;
    const place = placeOf(values);
    if (positionals.join(' ') !== 'invite' || !email || !place) throw new WrongWords(HELP);
    const { partner, role } = place;
    return { partner, invite: { email, role, language, gymIds: null } };
  } catch (error) {
    throw error instanceof StartProblem ? error : new WrongWords(HELP);
  }
}

interface Place {
  readonly partner: string | null;
  readonly role: StaffRole;
}

/** A partner and a role there, or the operator. */
function placeOf(values: {
  partner?: string | undefined;
  operator?: boolean | undefined;
  role?: string | undefined;
}): Place | undefined {
  const { partner, operator, role } = values;
  if (operator) return partner || role ? undefined : { partner: null, role: 'OPERATOR' };
  return partner && isRole(role) ? { partner, role } : undefined;
}

const isRole = (role: string | undefined): role is StaffRole =>
  STAFF_ROLES.some((known) => known === role);

async function invite(
  app: Pick<INestApplicationContext, 'get'>,
  { partner, invite: order }: InviteCommand,
): Promise<void> {
  const partnerId = partner === null ? null : await idOf(app, partner);
  const invitations = app.get(StaffInvitations, { strict: false });
  const { memberId, link } = await invitations.invite(partnerId, order, OPERATOR);
  await app.get(Audit, { strict: false }).record({
    partnerId,
    actor: OPERATOR.name,
    action: 'staff.invited',
    object: memberId,
  });
  print(
    invitations.canMail
      ? 'The invitation is on its way by mail.'
      : `No mail can leave. Hand over this link; it works once, for 48 hours:\n${link}`,
  );
}

async function idOf(app: Pick<INestApplicationContext, 'get'>, partner: string): Promise<string> {
  const partners = app.get(Partners, { strict: false });
  const found = isUuid(partner) ? await partners.get(partner) : await partners.findBySlug(partner);
  if (!found) throw new StartProblem('There is no partner of that name: use its slug or its id.');
  return found.id;
}
