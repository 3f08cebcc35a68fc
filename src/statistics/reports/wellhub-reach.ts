/** Whether Wellhub answers, as far as it is known. */
export const WELLHUB_REACH = ['OK', 'NOT_CONNECTED', 'CREDENTIALS_REFUSED', 'UNREACHABLE'] as const;
export type WellhubReach = (typeof WELLHUB_REACH)[number];
