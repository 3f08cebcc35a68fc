import type { Gatehouse } from '@gatehouse/client';
import { CliProblem } from '../terminal/cli-problem.js';
import { terminalSafe } from '../terminal/terminal-safe.js';

/** The key that a call carries, as the service knows it. */
export interface OwnKey {
  readonly id: string;
  readonly name: string;
  /** Null for the operator's first key. */
  readonly prefix: string | null;
  readonly scopes: readonly string[];
  readonly gymId: number | null;
  readonly expiresAt: string | null;
  /** The operator's key has none. */
  readonly partner: { readonly id: string; readonly name: string; readonly slug: string } | null;
}

/** @throws CliProblem when what answers is no Gatehouse */
export async function keyOf(gatehouse: Gatehouse): Promise<OwnKey> {
  const key = await gatehouse.get<Partial<OwnKey> | string>('/admin/v1/api-keys/current');
  if (typeof key === 'object' && Array.isArray(key.scopes)) return key as OwnKey;
  throw new CliProblem(`${gatehouse.baseUrl} answered, but not as a Gatehouse does.`, {
    code: 'not-gatehouse',
    next: 'Is that its address, and no page of a proxy in front of it?',
  });
}

/** For people: never more of the key than its prefix. */
export const keyLines = ({ partner, name, prefix, scopes, expiresAt }: OwnKey): string[] => [
  `partner  ${partner ? terminalSafe(`${partner.name} (${partner.slug}, ${partner.id})`) : 'none: the key of the operator'}`,
  `key      ${terminalSafe(prefix === null ? name : `${name} (${prefix}…)`)}`,
  `scopes   ${scopes.join(', ')}`,
  `expires  ${expiresAt ?? 'never'}`,
];
