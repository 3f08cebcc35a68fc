import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { localSecrets } from './local-secrets.js';

describe('the secrets beside the data', () => {
  it('get an operator key at the first start without one in the environment, and keep it', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'secrets-'));
    const given = localSecrets(dataDir, () => undefined);
    expect(given).toEqual({ secretsKey: expect.any(String) });
    const made = localSecrets(dataDir, () => 'made');
    expect(made).toEqual({ ...given, operatorApiKey: 'made' });
    expect(localSecrets(dataDir, () => 'another')).toEqual(made);
  });
});
