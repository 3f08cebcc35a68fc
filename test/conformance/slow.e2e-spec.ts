import { expect, it } from '@jest/globals';
import { CHECKS } from '../../src/conformance/kit/kit.js';
import { GatehouseUnderTest } from './gatehouse-stage.js';
import { failedIn } from './practice.js';

const MOST_MS = 900_000;
const slow = CHECKS.filter(({ needs }) => needs?.includes('slow')).map(({ id }) => id);

/** Its waits are real and last many minutes: `SLOW=on npm run test:proof -- -t --slow`. */
const patient = process.env['SLOW'] === 'on' ? it : it.skip;

patient(
  'N-12 Gatehouse also passes what takes long, with the real waits: --slow',
  async () => {
    const stage = await GatehouseUnderTest.open();
    try {
      const { report } = await stage.play({ slow: true, only: slow });
      expect(failedIn(report)).toEqual([]);
      const made = report.results.filter(({ id }) => slow.includes(id));
      expect(made.map(({ verdict }) => verdict)).toEqual(slow.map(() => 'passed'));
    } finally {
      await stage.close();
    }
  },
  MOST_MS,
);
