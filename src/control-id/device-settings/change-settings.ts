import type { ChosenSettings, ControlIdSettings } from './control-id-settings.js';

/** A merge patch: null chooses nothing any more. */
export type SettingsChange = {
  readonly [K in keyof ControlIdSettings]?: ControlIdSettings[K] | null | undefined;
};

/** What is chosen after a change; null takes back everything. */
export function changedSettings(
  chosen: ChosenSettings,
  change: SettingsChange | null | undefined,
): ChosenSettings {
  if (change === null) return {};
  const named = Object.entries(change ?? {}).filter(([, value]) => value !== undefined);
  const all = Object.entries({ ...chosen, ...Object.fromEntries(named) });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}
