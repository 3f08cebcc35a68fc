export const DEVICE_MODELS = [
  'IDBLOCK',
  'IDBLOCK_NEXT',
  'IDACCESS',
  'IDFIT',
  'IDBOX',
  'IDUHF',
  'IDFLEX',
  'IDACCESS_PRO',
  'IDACCESS_NANO',
  'IDFACE',
  'IDFACE_MAX',
  'OTHER',
] as const;
export type DeviceModel = (typeof DEVICE_MODELS)[number];

export const IDENTIFICATIONS = ['ENTERPRISE', 'PRO'] as const;
/** Who recognises a person: the server, or the device itself. */
export type Identification = (typeof IDENTIFICATIONS)[number];

export const DEVICE_ACTIONS = ['catra', 'door', 'sec_box'] as const;
export type DeviceAction = (typeof DEVICE_ACTIONS)[number];

const RECOGNISES_ITSELF: readonly DeviceModel[] = ['IDBLOCK_NEXT', 'IDFACE', 'IDFACE_MAX'];

export const isTurnstile = (model: DeviceModel): boolean => model.startsWith('IDBLOCK');

export const defaultIdentification = (model: DeviceModel): Identification =>
  RECOGNISES_ITSELF.includes(model) ? 'PRO' : 'ENTERPRISE';

/** A turnstile has an arm and no relay; a controller has relays and no arm. */
export const canDo = (model: DeviceModel, action: DeviceAction): boolean =>
  model === 'OTHER' || (action === 'catra') === isTurnstile(model);
