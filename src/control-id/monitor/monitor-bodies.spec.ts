import { describe, expect, it } from '@jest/globals';
import { readDoor, readMode } from './monitor-bodies.js';

const mode = (more: object) => ({
  operation_mode: {
    mode: 0,
    mode_name: 'DEFAULT',
    time: 1490271121,
    last_offline: 1490261121,
    exception_mode: 'none',
    ...more,
  },
  device_id: 123456,
});

describe('what a device tells about itself', () => {
  it.each([
    ['DEFAULT', 'ONLINE'],
    ['CONTINGENCY', 'CONTINGENCY'],
    ['Online contingency', 'CONTINGENCY'],
  ])('D-22 the mode %s is %s', (name, expected) => {
    expect(readMode(mode({ mode_name: name }))).toEqual({
      mode: expected,
      modeName: name,
      exceptionMode: null,
      lastOffline: 1490261121,
    });
  });

  it.each([
    ['none', null],
    ['NONE', null],
    ['', null],
    [undefined, null],
    ['emergency', 'emergency'],
    ['lock\n\u0000down', 'lockdown'],
  ])('D-22 the exception mode %j is %j', (sent, expected) => {
    expect(readMode(mode({ exception_mode: sent }))?.exceptionMode).toBe(expected);
  });

  it.each([[{}], [{ operation_mode: [] }], [mode({ mode_name: 7.5e300, last_offline: 'x' })]])(
    'D-22 an odd mode fails nothing: %j',
    (body) => {
      expect(() => readMode(body)).not.toThrow();
      expect(readMode(mode({ last_offline: 'x' }))?.lastOffline).toBeNull();
    },
  );

  it.each([
    [{ door: { id: 1, open: true } }, { isOpen: true, door: '1' }],
    [{ door: { id: '2', open: 'false' } }, { isOpen: false, door: '2' }],
    [{ secbox: { id: 65793, open: 1 } }, { isOpen: true, door: '65793' }],
    [{ secbox: { open: 0 } }, { isOpen: false, door: null }],
    [{ door: { id: 1 } }, undefined],
    [{ door: 'open' }, undefined],
    [{}, undefined],
  ])('D-22 reads a door from %j', (body, expected) => {
    expect(readDoor(body)).toEqual(expected);
  });
});
