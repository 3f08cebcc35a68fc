import type { OpenAPIObject } from '@nestjs/swagger';
import { surfaceOf, type Surface } from '../platform/http/surfaces.js';
import { withoutUnused } from './used-parts.js';

interface AudiencePart {
  readonly title: string;
  readonly surfaces: readonly Surface[];
  /** Whether it gets the events. */
  readonly hasWebhooks?: boolean;
}

/** Who reads a document of their own, by its file name. */
export const AUDIENCES = {
  admin: {
    title: 'Gatehouse: administration',
    surfaces: ['admin', 'system'],
    hasWebhooks: true,
  },
  'open-api': { title: 'Gatehouse: Open API', surfaces: ['open-api'], hasWebhooks: true },
  'users-api': { title: 'Gatehouse: Users API', surfaces: ['users-api'] },
  wellhub: {
    title: 'Gatehouse: what Wellhub calls',
    surfaces: ['wellhub', 'wellhub-registration'],
  },
} as const satisfies Record<string, AudiencePart>;

export type Audience = keyof typeof AUDIENCES;

export const isAudience = (name: string): name is Audience => Object.hasOwn(AUDIENCES, name);

/** The part of the document that one audience needs. */
export function documentFor(whole: OpenAPIObject, name: Audience): OpenAPIObject {
  const { title, surfaces, hasWebhooks }: AudiencePart = AUDIENCES[name];
  const paths = Object.fromEntries(
    Object.entries(whole.paths).filter(([path]) => surfaces.includes(surfaceOf(path).surface)),
  );
  const { webhooks, ...rest } = whole;
  return withoutUnused({
    ...rest,
    info: { ...whole.info, title },
    paths,
    ...(hasWebhooks && webhooks && { webhooks }),
  });
}
