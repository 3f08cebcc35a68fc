import { parseUrl } from '../../platform/values/parse-url.js';

/** What `gatehouse login` keeps: a service, and the key it accepted. */
export interface CliProfile {
  readonly url: string;
  readonly apiKey: string;
  /** The partner of the key; the operator's has none. */
  readonly partnerId?: string | undefined;
  /** Made by `login --sandbox`: where its sandbox is. */
  readonly sandbox?: SandboxProfile | undefined;
}

export interface SandboxProfile {
  readonly simulatorUrl: string;
  readonly deviceToken: string;
  readonly gymId: string;
}

const NAME = /^[\w.-]{1,64}$/;
/** What a header carries without being encoded. */
const KEY = /^[\x21-\x7e]{8,512}$/;

export const isProfileName = (name: string): boolean => NAME.test(name);

/** The origin of a service, without a path at its end; undefined: that is none. */
export function serviceUrl(text: string): string | undefined {
  const url = parseUrl(text);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWeb || url.username || url.password || url.search || url.hash) return undefined;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

export const isKeyShaped = (text: string): boolean => KEY.test(text);

const isText = (value: unknown): value is string => typeof value === 'string';

const isSandbox = (value: unknown): value is SandboxProfile | undefined => {
  if (value === undefined) return true;
  const { simulatorUrl, deviceToken, gymId } = (value ?? {}) as Record<string, unknown>;
  return (
    isText(simulatorUrl) &&
    serviceUrl(simulatorUrl) !== undefined &&
    isText(deviceToken) &&
    isText(gymId)
  );
};

/** False for what `login` cannot have written. */
export function isProfile(value: unknown): value is CliProfile {
  const { url, apiKey, partnerId, sandbox } = (value ?? {}) as Record<string, unknown>;
  return (
    isText(url) &&
    serviceUrl(url) === url &&
    isText(apiKey) &&
    isKeyShaped(apiKey) &&
    (partnerId === undefined || isText(partnerId)) &&
    isSandbox(sandbox)
  );
}
