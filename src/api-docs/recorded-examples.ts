import { readFile } from 'node:fs/promises';
import type { OpenAPIObject } from '@nestjs/swagger';
import { fromRoot } from '../platform/config/from-root.js';

interface Recorded {
  readonly status: number;
  readonly body: unknown;
}

type Examples = Readonly<Record<string, Recorded>>;

interface Media {
  examples?: Record<string, { value: unknown }>;
}

interface Exchange {
  readonly operationId?: string;
  readonly requestBody?: { readonly content?: Record<string, Media> };
  readonly responses?: Record<string, { readonly content?: Record<string, Media> }>;
}

/** Answers that a test recorded from a running service, by operation; copied by `web/build.js`. */
const FILE = fromRoot('dist/web/api-examples.json');

export async function addExamples({ paths, webhooks = {} }: OpenAPIObject): Promise<void> {
  const examples = JSON.parse(await readFile(FILE, 'utf8')) as Examples;
  for (const item of [...Object.values(paths), ...Object.values(webhooks)])
    for (const operation of Object.values(item as object) as Exchange[])
      addTo(operation, examples[operation.operationId ?? '']);
}

function addTo({ requestBody, responses }: Exchange, example: Recorded | undefined): void {
  if (!example) return;
  const content = responses?.[example.status]?.content ?? requestBody?.content;
  const media = content?.['application/json'];
  if (media) media.examples = { recorded: { value: example.body } };
}
