import type { SpoolStatus } from './spool.js';

/** A file of a spool that a person must decide about. */
export interface KeptFile {
  readonly name: string;
  /** Why it is kept. */
  readonly detail: string;
}

type Kept = Pick<SpoolStatus, 'aside' | 'foreign' | 'unreadable'>;

export const filesForPeople = ({ aside, foreign, unreadable }: Kept): KeptFile[] => [
  ...aside.map((name) => ({ name, detail: 'It is damaged, or holds what could not be stored' })),
  ...foreign.map(({ name, keyId }) => ({
    name,
    detail: `It is encrypted with the key ${keyId}, which SECRETS_KEY does not hold`,
  })),
  ...unreadable.map(({ name, problem }) => ({ name, detail: `It cannot be read: ${problem}` })),
];

/** Reports every such file once per process. */
export class KeptFiles {
  private readonly reported = new Set<string>();

  constructor(private readonly report: (file: KeptFile) => Promise<void>) {}

  /** Rejects when a report does; the next call makes up for it. */
  async check(status: SpoolStatus | { readonly state: 'off' }): Promise<void> {
    if (status.state === 'off') return;
    for (const file of filesForPeople(status)) {
      if (this.reported.has(file.name)) continue;
      await this.report(file);
      this.reported.add(file.name);
    }
  }
}
