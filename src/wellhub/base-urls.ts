/** The addresses of Wellhub's access API. Both are fixed; only the simulator's address is configuration (W-54). */
export const WELLHUB_BASE_URLS = {
  production: 'https://api.partners.gympass.com',
  sandbox: 'https://apitesting.partners.gympass.com',
} as const;

/** How a partner reaches Wellhub; `simulator` takes its base from `WELLHUB_SIMULATOR_URL`. */
export const WELLHUB_ENVIRONMENTS = ['production', 'sandbox', 'simulator'] as const;
export type WellhubEnvironment = (typeof WELLHUB_ENVIRONMENTS)[number];

/** The base URL of an environment: a sandbox token can never meet the production host (W-54). */
export function wellhubBase<T extends string | undefined>(
  environment: WellhubEnvironment,
  simulatorUrl: T,
): string | T {
  return environment === 'simulator' ? simulatorUrl : WELLHUB_BASE_URLS[environment];
}

/** Whose base this is; any other address can only be the simulator's. */
export const environmentOf = (baseUrl: string): WellhubEnvironment =>
  baseUrl === WELLHUB_BASE_URLS.production
    ? 'production'
    : baseUrl === WELLHUB_BASE_URLS.sandbox
      ? 'sandbox'
      : 'simulator';

/** The address of the Integration Setup API; it has no sandbox (section 8). */
const SETUP_BASE = 'https://api.partners-integrations.gympass.com';

/** Undefined where there is no such API. */
export const setupBase = (
  environment: WellhubEnvironment,
  simulatorUrl: string | undefined,
): string | undefined =>
  ({ production: SETUP_BASE, sandbox: undefined, simulator: simulatorUrl })[environment];
