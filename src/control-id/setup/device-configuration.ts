import type { ControlIdSettings, Model } from '../device-settings/control-id-settings.js';

/** What `set_configuration` is called with: modules, each with its values as texts. */
export type Configuration = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Configured {
  readonly settings: ControlIdSettings;
  /** Of the device, with its secret. */
  readonly address: string;
}

/** By this name the device knows our record, which says where it scans. */
const SERVER = 'Gatehouse';

export const serverRecord = (address: string) => ({
  object: 'devices',
  values: [{ name: SERVER, ip: address, public_key: '' }],
});

/** Where it is known to be there: every record of ours gets the address. */
export const movedServer = (address: string) => ({
  object: 'devices',
  values: { ip: address },
  where: { devices: { name: SERVER } },
});

/** Records that earlier runs of the set-up made. */
export const otherServers = (serverId: string) => ({
  object: 'devices',
  where: { devices: { name: SERVER, id: { '!=': serverId } } },
});

/** Models whose camera is a module of its own. */
const WITH_CAMERA: ReadonlySet<Model> = new Set(['IDFACE', 'IDFACE_MAX']);

export const hasCamera = ({ model }: ControlIdSettings): boolean => WITH_CAMERA.has(model);

/** `server_id` is known only to who made the server's record on the device. */
export function onlineClient(settings: ControlIdSettings, serverId?: string): Configuration {
  return {
    online_client: {
      ...(serverId !== undefined && { server_id: serverId }),
      extract_template: '0',
      max_request_attempts: '3',
      request_timeout: String(settings.requestTimeoutMs),
      contingency_enabled: settings.contingency ? '1' : '0',
    },
  };
}

export function qrReading(settings: ControlIdSettings): Configuration {
  const values = { qrcode_legacy_mode_enabled: settings.qrMode === 'NUMERIC' ? '1' : '0' };
  return hasCamera(settings) ? { face_id: values } : { barras: values };
}

export function monitorTo(address: string): Configuration {
  const { protocol, hostname, port, pathname } = new URL(address);
  const usual = protocol === 'https:' ? '443' : '80';
  return {
    monitor: {
      hostname,
      port: port === '' ? usual : port,
      path: `${pathname.slice(1)}/api/notifications`,
      request_timeout: '5000',
    },
  };
}

export const pushFrom = (address: string): Configuration => ({
  push_server: {
    push_remote_address: address,
    push_request_timeout: '4000',
    push_request_period: '5',
  },
});

export const onlineMode = ({ identification }: ControlIdSettings): Configuration => ({
  general: { online: '1', local_identification: identification === 'PRO' ? '1' : '0' },
});

/** What needs no log-in at the device, so that it can be sent as commands: steps 4 to 7 of `control-id.md` 11. */
export const remoteConfigurations = ({ settings, address }: Configured): Configuration[] => [
  onlineClient(settings),
  qrReading(settings),
  monitorTo(address),
  pushFrom(address),
];
