import type { Settings } from '../config/settings.js';
import type { MetricSnapshot } from './merged-metrics.js';

/** The argument that makes the program a process of a group; `cluster.isWorker` is also true below other process managers. */
export const MEMBER = '--group-member';

export type SettingValues = Parameters<typeof Settings.of>[0];

/** What a process of the group sends to the primary. */
export type FromMember =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'serving'; readonly welcome?: string | undefined }
  | { readonly kind: 'alive' }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'snapshot'; readonly scrape: number; readonly metrics: MetricSnapshot }
  | { readonly kind: 'scrape'; readonly id: number };

/** What the primary sends to a process of the group. */
export type FromPrimary =
  | { readonly kind: 'settings'; readonly values: SettingValues }
  | { readonly kind: 'snapshot-wanted'; readonly scrape: number }
  | { readonly kind: 'scraped'; readonly id: number; readonly text: string };
