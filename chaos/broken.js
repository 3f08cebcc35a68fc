import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const FOLDER = 'dist-broken';

/** Fault → what is wrong in the build that it must find out. `failover` and `switchover` break their standby instead, `rollouts` its pause. */
const BREAKS = {
  // The answer leaves before the row is there: what a kill in between takes is lost.
  kill: {
    file: 'wellhub-inbox/reception/webhooks.controller.js',
    was: /const type = await this\.reception\.receive\([^;]*\);/,
    becomes: `setTimeout(() => this.reception.receive(hook, 'event', signed).catch(() => undefined), 300); const type = event;`,
  },
  // The answer leaves before the record is on the disk.
  spool: {
    file: 'wellhub-inbox/spool/webhook-spool.js',
    was: /await this\.spool\.append\(([^;]*)\);/,
    becomes: `setTimeout(() => this.spool.append($1).catch(() => undefined), 1500);`,
  },
  // Who has been let in is forgotten at once.
  'door-outage': {
    file: 'door-outage/outage-admissions.js',
    was: 'this.entries.set(key, entry);',
    becomes: '',
  },
  // Whoever comes home writes its result, whoever holds the lease by now.
  'frozen-worker': {
    file: 'event-webhooks/deliveries/deliveries.repository.js',
    was: "and d.state = 'PENDING' and d.claim = r.claim",
    becomes: '',
  },
  // A pooler that loses statements is believed at the start.
  pooler: {
    file: 'platform/database/pooler-check.js',
    was: 'await assertStatementsStay(first, open);',
    becomes: '',
  },
  // Every mail goes out twice.
  mail: {
    file: 'mail/mail-transport.js',
    was: 'await within(limitMs, smtp.sendMail(message));',
    becomes: `await Promise.all([message, { ...message, messageId: undefined }].map((one) => smtp.sendMail(one)));`,
  },
  // Codes are looked up under the key that writes only.
  rotation: {
    file: 'access-codes/code-hashes.js',
    was: 'const [, ...older] = this.keys;',
    becomes: 'const older = []; this.keys.length = 1;',
  },
  // Rows of the future stay there.
  restore: {
    file: 'platform/database/restored-rows.js',
    was: 'where ${column} > pg_current_xact_id()',
    becomes: 'where false',
  },
  // Whoever comes with a key is believed.
  'wrong-key': {
    file: 'platform/encryption-keys/right-key.js',
    was: 'if (isRight) return;',
    becomes: 'if (ring) return;',
    also: {
      file: 'platform/encryption-keys/left-keys.js',
      was: 'throw new StartProblem(notHandedOver(key.id))',
      becomes: 'undefined',
    },
  },
};

export const CAN_BREAK = ['failover', 'switchover', 'rollouts', ...Object.keys(BREAKS)];

/** A copy of the build, file by file, that is wrong where this fault looks: the run has to find it out. */
export function breakBuild(name) {
  cpSync(at('dist'), at(FOLDER), { recursive: true });
  for (let edit = BREAKS[name]; edit; edit = edit.also) {
    const { file, was, becomes } = edit;
    const path = at(`${FOLDER}/${file}`);
    const source = readFileSync(path, 'utf8');
    const broken = source.replace(was, becomes);
    if (broken === source) throw new Error(`${file} no longer looks as chaos/broken.js expects`);
    writeFileSync(path, broken);
  }
  const remove = () => rmSync(at(FOLDER), { recursive: true, force: true });
  return { program: `${FOLDER}/main.js`, remove };
}
