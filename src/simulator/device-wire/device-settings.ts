import { defaultIdentification, type DeviceModel, type Identification } from './device-models.js';

export const QR_MODES = ['NUMERIC', 'ALPHANUMERIC'] as const;
export const BODY_FORMS = ['form', 'json'] as const;

/** What the simulated device is, and whom it calls. The set-up over its own API changes the same. */
export interface DeviceSettings {
  /** The device address, with its secret; undefined: it has no server yet. */
  readonly address: string | undefined;
  /** Where monitor and push were pointed by a set-up; undefined: to the device address. */
  readonly monitorAddress: string | undefined;
  readonly pushAddress: string | undefined;
  readonly deviceId: string;
  readonly model: DeviceModel;
  /** Undefined: as the model does by itself. */
  readonly identification: Identification | undefined;
  readonly qrMode: (typeof QR_MODES)[number];
  readonly bodyForm: (typeof BODY_FORMS)[number];
  readonly maxRequestAttempts: number;
  readonly requestTimeoutMs: number;
  readonly contingency: boolean;
  /** Card numbers that open without a server. */
  readonly localCards: readonly string[];
  readonly clockSkewSeconds: number;
  readonly aliveEverySeconds: number;
  /** 0: it fetches commands only when commanded to. */
  readonly pushEverySeconds: number;
}

export const FIRST_SETTINGS: DeviceSettings = {
  address: undefined,
  monitorAddress: undefined,
  pushAddress: undefined,
  deviceId: '478435',
  model: 'IDBLOCK',
  identification: undefined,
  qrMode: 'NUMERIC',
  bodyForm: 'form',
  maxRequestAttempts: 3,
  requestTimeoutMs: 3_000,
  contingency: true,
  localCards: [],
  clockSkewSeconds: 0,
  aliveEverySeconds: 60,
  pushEverySeconds: 5,
};

export const identificationOf = ({ identification, model }: DeviceSettings): Identification =>
  identification ?? defaultIdentification(model);

/** What may be shown: the last part of an address is a secret. */
export const maskedAddress = (address: string | undefined): string | undefined =>
  address?.replace(/\/cid\/[^/]+/, '/cid/***');
