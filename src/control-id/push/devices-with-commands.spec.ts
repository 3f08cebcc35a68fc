import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Workers } from '../../platform/worker/workers.js';
import type { OfDevice } from '../device-settings/control-id-device.js';
import type { CommandsRepository } from './commands.repository.js';
import { DevicesWithCommands } from './devices-with-commands.js';

const ARM: OfDevice = { partnerId: 'p', id: 1 };
const LEG: OfDevice = { partnerId: 'p', id: 2 };

describe('which devices have commands', () => {
  let open: number[];
  /** By second: which devices were read, and which of them noted. */
  let readings: { of: number[]; noted: number[] }[];
  let devices: DevicesWithCommands;
  let read: () => Promise<unknown>;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    open = [];
    readings = [];
    const withOpen = async (all: OfDevice[], fetching: OfDevice[]) => {
      readings.push({ of: all.map(({ id }) => id), noted: fetching.map(({ id }) => id) });
      return open;
    };
    const add = ({ run }: { run: typeof read }) => (read = run);
    devices = new DevicesWithCommands(
      { withOpen } as unknown as CommandsRepository,
      { add } as unknown as Workers,
    );
    devices.onModuleInit();
  });
  afterEach(() => void jest.useRealTimers());

  /** @returns in which of the seconds a poll had to read its queue */
  const pollEverySecond = async (seconds: number, device = ARM) => {
    const reads: number[] = [];
    for (let second = 0; second < seconds; second += 1) {
      if (devices.mustRead(device)) reads.push(second);
      jest.advanceTimersByTime(1_000);
      await read();
    }
    return reads;
  };

  it('D-29 are read together: of a device without any only the first poll reads its queue', async () => {
    expect(await pollEverySecond(60)).toEqual([0]);
  });

  it('D-29 makes each poll read the queue while something is in it, or was just put there', async () => {
    open = [ARM.id];
    expect(await pollEverySecond(3)).toEqual([0, 1, 2]);
    open = [];
    expect(await pollEverySecond(3)).toEqual([0]);
    devices.queued(ARM);
    expect(devices.mustRead(ARM)).toBe(true);
    expect(devices.mustRead(LEG)).toBe(true);
  });

  it('D-29 relies on no reading that is older than three seconds', async () => {
    await pollEverySecond(2);
    jest.advanceTimersByTime(3_000);
    expect(devices.mustRead(ARM)).toBe(true);
  });

  it('notes every ten seconds that a device fetches commands, as long as it does', async () => {
    await pollEverySecond(25);
    for (let second = 0; second < 30; second += 1) {
      jest.advanceTimersByTime(1_000);
      await read();
    }
    const notedIn = readings.flatMap(({ noted }, at) => (noted.length > 0 ? [at + 1] : []));
    expect(notedIn).toEqual([11, 22, 33]);
    expect(readings.at(-1)?.of).toEqual([ARM.id]);
    expect(readings.length).toBeLessThan(48);
  });
});
