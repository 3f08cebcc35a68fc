import { bothHelms } from './both-helms.js';
import { everySetting } from './every-setting.js';
import { keys } from './keys.js';
import { kustomize } from './kustomize.js';
import { refusals } from './refusals.js';
import { releases } from './releases.js';

/** What holds between renderings, or for those that are refused. */
export const SCENARIOS = [
  ...bothHelms,
  ...refusals,
  ...everySetting,
  ...keys,
  ...releases,
  ...kustomize,
];
