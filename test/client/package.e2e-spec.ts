import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { ROOT } from '../support/repository.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { readmeProgram } from './readme-jobs.js';
import { givenAPartner } from '../support/world.js';

const run = promisify(execFile);
const COMPILERS = {
  'TypeScript 5': `${ROOT}node_modules/typescript-5/bin/tsc`,
  'TypeScript 7': `${ROOT}node_modules/@typescript/native/bin/tsc`,
};

/** What a partner's developer writes first. */
const PROGRAM = `
import { Gatehouse, isGatehouseError, verifyWebhook, type Device } from '@gatehouse/client';

declare const process: { env: Record<string, string>; stdout: { write(text: string): void } };
const { BASE_URL: baseUrl = '', API_KEY: apiKey = '', PARTNER_ID: partnerId = '', GYM_ID = '' } = process.env;
const gatehouse = new Gatehouse({ baseUrl, apiKey, partnerId });

const door: Device = await gatehouse.devices.create(Number(GYM_ID), { name: 'Front', direction: 'IN' });
const names: string[] = [];
for await (const { name } of gatehouse.devices.list()) names.push(name);
const { token } = await gatehouse.devices.createToken(door.id);
const isText: string | undefined = token;
// @ts-expect-error a typing error of the developer
door.nam;
// @ts-expect-error a direction that there is not
const wrong = () => gatehouse.devices.create(1, { name: 'Front', direction: 'UP' });
const event = () => verifyWebhook({ secret: '', headers: {}, body: '' });
type Secret = Awaited<ReturnType<typeof event>> extends infer E
  ? E extends { type: 'WELLHUB_CHECKIN_VALIDATED'; content: { state: infer S } } ? S : never
  : never;
const state: Secret = 'VALIDATED';
try {
  await gatehouse.devices.get(999_999);
} catch (error) {
  if (!isGatehouseError(error, 'device.not-found')) throw error;
  process.stdout.write(JSON.stringify({ names, hasToken: isText !== undefined, code: error.code, state }));
}
`;

describe('the package of the client in a folder of its own', () => {
  let app: TestApp;
  let folder: string;

  beforeAll(async () => {
    app = await startApp();
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-client-'));
    const client = `${ROOT}clients/typescript`;
    await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: client });
    const [archive = ''] = await readdir(folder);
    await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }');
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${archive}`], {
      cwd: folder,
    });
    await writeFile(join(folder, 'program.ts'), PROGRAM);
    await writeFile(join(folder, 'readme.ts'), readmeProgram());
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await app.close();
  });

  it('J-17 holds JavaScript with its sources and types, licence and README, and nothing else', async () => {
    const files = await readdir(join(folder, 'node_modules/@gatehouse/client'), {
      recursive: true,
      withFileTypes: true,
    });
    const names = files.filter((file) => file.isFile()).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'index.js', 'index.d.ts']),
    );
    expect(names.filter((name) => !/\.(js|js\.map|ts|json|md)$|^LICENSE$/.test(name))).toEqual([]);
    expect(await readdir(join(folder, 'node_modules'))).toEqual([
      '.package-lock.json',
      '@gatehouse',
    ]);
  });

  const OPTIONS = '--strict --exactOptionalPropertyTypes --target es2022 --module nodenext'.split(
    ' ',
  );

  it.each(Object.entries(COMPILERS))(
    'J-17 compiles strictly with %s, and runs',
    async (_, compiler) => {
      const types = [
        '--types',
        'node',
        '--typeRoots',
        `${ROOT}node_modules/@types`,
        '--lib',
        'es2022',
      ];
      const options = { cwd: folder };
      const failed = (error: { stdout?: string }) => ({ stdout: error.stdout ?? String(error) });
      // Without the types of browsers, as a service is compiled, and with them.
      const asService = [
        compiler,
        ...OPTIONS,
        ...types,
        '--skipLibCheck',
        '--noEmit',
        'program.ts',
        'readme.ts',
      ];
      expect((await run(process.execPath, asService, options).catch(failed)).stdout).toBe('');
      const asPage = [compiler, ...OPTIONS, 'program.ts'];
      expect((await run(process.execPath, asPage, options).catch(failed)).stdout).toBe('');
      const { partnerId, gymId, keyed } = await givenAPartner(app);
      const { key } = await keyed(['PARTNER_ADMIN']);
      const env = {
        BASE_URL: app.api.origin,
        API_KEY: key,
        PARTNER_ID: partnerId,
        GYM_ID: `${gymId}`,
      };
      const { stdout } = await run(process.execPath, ['program.js'], { cwd: folder, env });
      expect(JSON.parse(stdout)).toEqual({
        names: ['Front'],
        hasToken: true,
        code: 'device.not-found',
        state: 'VALIDATED',
      });
    },
    120_000,
  );

  it('J-18 is small, and what is not used is left out', async () => {
    const bytesOf = async (contents: string) => {
      const stdin = { contents, resolveDir: folder };
      const built = await build({ stdin, bundle: true, minify: true, format: 'esm', write: false });
      return built.outputFiles[0]?.contents.length ?? 0;
    };
    const from = `from '@gatehouse/client'`;
    const whole = await bytesOf(`export { Gatehouse } ${from}`);
    const byPath = await bytesOf(`export { Connection } ${from}`);
    const verifying = await bytesOf(`export { verifyWebhook } ${from}`);
    expect(whole).toBeLessThan(30_000);
    expect(byPath).toBeLessThan(9_000);
    expect(verifying).toBeLessThan(2_500);
  });
});
