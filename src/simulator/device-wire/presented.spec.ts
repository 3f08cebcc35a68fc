import { describe, expect, it } from '@jest/globals';
import { controlIdSample } from '../../../test/support/control-id-samples.js';
import { FIRST_SETTINGS, type DeviceSettings } from './device-settings.js';
import { readPresented, scanRequest, type Presented } from './presented.js';

const CODE = '0049267681211943991';

const sent = (shown: Presented, change: Partial<DeviceSettings> = {}, uuid?: string) => {
  const settings = { ...FIRST_SETTINGS, ...change };
  const reading = readPresented(shown, settings);
  return reading && scanRequest(reading, { uuid, time: 1_532_977_090 }, settings);
};

describe('what a device sends for what it read', () => {
  it('sends a card as golden sample G2 has it, byte for byte', () => {
    const { name: _, ...sample } = controlIdSample('g2');
    const uuid = '7a2b1c9e-58d3-4f0a-9a66-0d1f5b3c2e44';
    expect(sent({ card: '528280977448' }, {}, uuid)).toEqual(sample);
  });

  it('D-8 takes a picture of digits for a card number and drops its zeros in numeric mode', () => {
    expect(sent({ qr: CODE })).toMatchObject({
      path: '/new_card.fcgi',
      body: expect.stringContaining('&card_value=49267681211943991&'),
    });
    expect(sent({ qr: '00000' })?.body).toContain('&card_value=0&');
  });

  it('reads no letters and nothing above 64 bits in numeric mode', () => {
    expect(sent({ qr: 'ABC' })).toBeUndefined();
    expect(sent({ qr: String(2n ** 64n) })).toBeUndefined();
    expect(sent({ qr: String(2n ** 64n - 1n) })?.body).toContain('18446744073709551615');
  });

  it('sends the whole content in alphanumeric mode, as JSON all in text', () => {
    const request = sent({ qr: CODE }, { qrMode: 'ALPHANUMERIC', bodyForm: 'json' });
    expect(request?.path).toBe('/new_qrcode.fcgi');
    expect(request?.contentType).toBe('application/json');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      device_id: '478435',
      qrcode_value: CODE,
      portal_id: '1',
      identifier_id: '0',
      time: '1532977090',
    });
  });

  it('reports everything as a user where the device identifies by itself', () => {
    const pro = { identification: 'PRO' } as const;
    expect(sent({ qr: CODE }, pro)).toMatchObject({
      path: '/new_user_identified.fcgi',
      body: expect.stringMatching(/&user_id=0&.*&card_value=49267681211943991&/),
    });
    expect(sent({ qr: CODE }, { model: 'IDFACE' })?.path).toBe('/new_user_identified.fcgi');
    expect(sent({ uhf: '045EA19C2F6680' }, pro)?.body).toContain('&uhf_tag=045EA19C2F6680&');
  });

  it('sends a tag, a recognised user, a PIN and a user with a PIN on their own paths', () => {
    expect(sent({ uhf: '045EA19C2F6680' })?.path).toBe('/new_uhf_tag.fcgi');
    expect(sent({ userId: '12' })).toMatchObject({
      path: '/new_user_identified.fcgi',
      body: expect.stringContaining('&user_id=12&'),
    });
    expect(sent({ pin: '4321' })?.body).toContain('&pin_value=4321&');
    expect(sent({ userId: '12', pin: '4321' })).toMatchObject({
      path: '/new_user_id_and_password.fcgi',
      body: expect.stringContaining('user_id=12&password=4321'),
    });
  });
});
