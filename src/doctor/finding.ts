/** What one check found. A `problem` must be resolved by a person; a `warning` does not prevent a start. */
export interface Finding {
  readonly kind: 'ok' | 'warning' | 'problem' | 'skipped';
  readonly text: string;
  /** What to do about it. */
  readonly fix?: string;
}

export const ok = (text: string): Finding => ({ kind: 'ok', text });
export const skipped = (text: string): Finding => ({ kind: 'skipped', text });
export const warning = (text: string, fix?: string): Finding => finding('warning', text, fix);
export const problem = (text: string, fix?: string): Finding => finding('problem', text, fix);

const finding = (kind: Finding['kind'], text: string, fix?: string): Finding =>
  fix === undefined ? { kind, text } : { kind, text, fix };
