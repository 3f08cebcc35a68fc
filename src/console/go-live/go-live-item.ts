/** The checklist as the administration API shows it. */
export type ChecklistKey =
  | 'SECRETS'
  | 'CONNECTION'
  | 'URLS'
  | 'WEBHOOKS'
  | 'FIRST_CHECK_IN'
  | 'DOORS'
  | 'MAIL'
  | 'SECOND_FACTOR'
  | 'BACKUPS';
export type ChecklistState = 'DONE' | 'MISSING' | 'UNKNOWN';

export interface ChecklistItem {
  readonly key: ChecklistKey;
  readonly state: ChecklistState;
  readonly at: string | null;
  readonly by: string | null;
  readonly missing: number | null;
  readonly gyms: readonly {
    readonly gymId: number;
    readonly name: string;
    readonly state: ChecklistState;
    readonly result: string | null;
    readonly at: string | null;
  }[];
}

export interface Checklist {
  readonly items: readonly ChecklistItem[];
}
