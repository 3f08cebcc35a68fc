import type { Type } from '@nestjs/common';

/** A request of ours to partners, as the OpenAPI document shows it under `webhooks`. */
export interface DescribedWebhook {
  readonly name: string;
  readonly summary: string;
  readonly body: Record<string, unknown>;
  readonly models: readonly Type[];
}

const described: DescribedWebhook[] = [];

/** Rooms add theirs at import: the document is made in a room below them. */
export const describeWebhooks = (...webhooks: readonly DescribedWebhook[]): unknown =>
  described.push(...webhooks);

export const describedWebhooks = (): readonly DescribedWebhook[] => described;
