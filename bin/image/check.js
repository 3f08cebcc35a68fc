import { spawnSync } from 'node:child_process';

/** No root, nobody's home, and a folder that nobody may write. */
const UID = '65532';

/** The tree read-only at /mnt, a /tmp that takes nothing, and a user that nothing belongs to. */
const CONFINED = `mount --bind "$TREE" /mnt && mount -o remount,bind,ro /mnt && mount -t tmpfs -o ro none /tmp &&
  cd / && exec setpriv --reuid ${UID} --regid ${UID} --clear-groups --no-new-privs "$@"`;

/** What needs no database. */
const CALLS = [
  { words: ['--version'], code: 0 },
  { words: ['--help'], code: 0 },
  { words: ['keys', '--help'], code: 0 },
  { words: ['staff', '--help'], code: 0 },
  { words: ['nonsense'], code: 2 },
  { words: ['migrate'], code: 1, says: 'Set DATABASE_URL' },
  { words: ['doctor'], code: 1, says: 'Set DATABASE_URL' },
  { words: ['keys'], code: 1, says: 'Set DATABASE_URL' },
];

/** Calls every command as a container would; with a database the test of the image does. */
export function checkTree(tree) {
  const reason = whyNot();
  console.log(
    reason ? `not confined: ${reason}` : `read-only, as user ${UID}, in a mount namespace:`,
  );
  for (const { words, code, says = '' } of CALLS) {
    const { status, stdout, stderr } = reason ? call(tree, words) : callConfined(tree, words);
    const isWell = status === code && `${stdout}${stderr}`.includes(says);
    console.log(`${isWell ? 'ok' : 'FAILED'}  gatehouse ${words.join(' ')}`);
    if (isWell) continue;
    console.log(`exit code ${status} instead of ${code}\n${stdout}${stderr}`);
    process.exitCode = 1;
  }
}

const options = (env) => ({ encoding: 'utf8', env: { PATH: process.env.PATH, ...env } });

const call = (tree, words) =>
  spawnSync(process.execPath, [`${tree}/dist/gatehouse.js`, ...words], options());

function callConfined(tree, words) {
  const program = [process.execPath, '/mnt/dist/gatehouse.js', ...words];
  const args = ['--mount', 'sh', '-c', CONFINED, 'sh', ...program];
  return spawnSync('unshare', args, options({ TREE: tree }));
}

function whyNot() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return 'only root on Linux can';
  const tried = spawnSync('unshare', ['--mount', 'sh', '-c', 'command -v setpriv']);
  return tried.status === 0 ? undefined : 'this kernel or container lets nobody unshare';
}
