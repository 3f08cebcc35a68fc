/** Where Wellhub's access API lives. Both are fixed; only the simulator's address is configuration (W-54). */
export const WELLHUB_BASES = {
  production: 'https://api.partners.gympass.com',
  sandbox: 'https://apitesting.partners.gympass.com',
} as const;

/** How a partner reaches Wellhub; `simulator` takes its base from `WELLHUB_SIMULATOR_URL`. */
export type WellhubEnvironment = keyof typeof WELLHUB_BASES | 'simulator';

/** The base URL of an environment: a sandbox token can never meet the production host (W-54). */
export function wellhubBase(environment: WellhubEnvironment, simulatorUrl: string): string {
  return environment === 'simulator' ? simulatorUrl : WELLHUB_BASES[environment];
}
