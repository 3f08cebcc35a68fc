import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readEnvironment } from '../src/platform/config/environment.js';
import { readText, ROOT } from './support/repository.js';

describe('the documents that are written from the code', () => {
  it('match the code', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/docs.js', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
  });

  it('name a proof for every behaviour of the contracts', () => {
    expect(readText('docs/behaviours.md')).not.toContain('**missing**');
  });

  it('hold an example that sets nothing by itself', () => {
    const set = readText('.env.example')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(set).toEqual([]);
  });

  it('contain examples that are accepted once their # is removed', () => {
    const lines = readText('.env.example').matchAll(/^# ([A-Z_]+)=(.+)$/gm);
    const given = Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
    const secrets = { OPERATOR_API_KEY: undefined, SECRETS_KEY: undefined };
    expect(() => readEnvironment({ ...given, ...secrets })).not.toThrow();
  });
});
