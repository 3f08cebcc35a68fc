import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './support/repository.js';

/** A proof that is run as anybody runs it; its own report says what it found. */
async function proof(script: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATABASE_URL: process.env['TEST_DATABASE_SERVER'] };
  const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  return { code, said: said.replaceAll(/.*\r/g, '') };
}

describe('the short form of the proofs', () => {
  it('npm run fuzz finds no 5xx, no hang and no foreign format in 5,000 requests', async () => {
    const { code, said } = await proof('fuzz/main.js', '--seed', '1', '--requests', '5000');
    expect(said).toContain('0 findings; the server is alive');
    expect(code).toBe(0);
  });

  it('W-37 W-38 W-73 W-75 O-20 O-45 O-52 K-60 K-62 npm run chaos loses and doubles nothing: kills, roll-outs, races, deliveries in parallel, a database that is away from webhooks and from doors, the wrong key, a restore', async () => {
    const { code, said } = await proof(
      'chaos/main.js',
      '--only',
      'kill,rollouts,race,deliveries,cut,spool,door-outage,wrong-key,restore',
    );
    const found = said.split('\n').filter((line) => line.includes('✗'));
    // A run that breaks off has found nothing: its last words say why.
    const ended = code === 0 || found.length > 0 ? [] : [said.slice(-1_000)];
    expect({ code, found, ended }).toEqual({ code: 0, found: [], ended: [] });
  }, 900_000);

  it('A-23 the races for a place, twenty times each, let no person in above the capacity', async () => {
    process.env['RACES'] = '20';
    const { code, said } = await proof('bin/test.js', 'test/open-api/place-races');
    expect(said).toContain('Tests:       9 passed');
    expect(code).toBe(0);
  }, 900_000);

  it('npm run chaos finds out a build that answers before it has stored', async () => {
    const { code, said } = await proof('chaos/main.js', '--only', 'kill', '--broken');
    expect(said).toContain('The broken build was found out.');
    expect(code).toBe(0);
  }, 240_000);
});
