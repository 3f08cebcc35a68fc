import type { ControlIdSettings } from '../device-settings/control-id-settings.js';

const HALF = 2n ** 32n;
const WHOLE = 2n ** 64n;

/** The card that a device names by a number, in the form in which cards are stored (`control-id.md` 4.3). */
export function cardNumberOf(value: string, format: ControlIdSettings['cardFormat']): string {
  const printed = BigInt(value);
  const number = printed < 0n ? printed + WHOLE : printed;
  return READ[format](number, number / HALF, number % HALF).toString();
}

type Read = (value: bigint, area: bigint, code: bigint) => bigint;

const READ: Readonly<Record<ControlIdSettings['cardFormat'], Read>> = {
  RAW: (value) => value,
  WIEGAND_26: (value, area, code) =>
    area <= 255n && code <= 65_535n ? area * 65_536n + code : value,
  FACILITY_CODE: (value, area, code) =>
    area > 0n && code <= 99_999n ? area * 100_000n + code : value,
  CODE_ONLY: (_, __, code) => code,
};
