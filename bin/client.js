// `npm run client`: writes what of clients/typescript the OpenAPI document says. The document is read from a running service, as partners
// get it; the test that finds stale files also writes them.
import './supported-node.js';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const { status } = spawnSync(process.execPath, ['bin/test.js', 'test/client/generated'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, UPDATE_GOLDEN: '1' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
