import type { OpenAPIObject } from '@nestjs/swagger';
import { chaptersOf } from './tags.js';

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g;

/** The document with the schemas, ways to prove oneself and chapters that it uses. */
export function withoutUnused(document: OpenAPIObject): OpenAPIObject {
  const { schemas = {}, securitySchemes = {}, ...others } = document.components ?? {};
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part ?? null).matchAll(REFERENCE))
      if (!used.has(name)) {
        used.add(name);
        follow(schemas[name]);
      }
  };
  follow([document.paths, document.webhooks]);
  const security = JSON.stringify(document.paths);
  return {
    ...document,
    tags: chaptersOf(document),
    components: {
      ...others,
      schemas: only(schemas, (name) => used.has(name)),
      securitySchemes: only(securitySchemes, (name) => security.includes(`{"${name}":[]}`)),
    },
  };
}

const only = <T>(parts: Record<string, T>, isUsed: (name: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(parts).filter(([name]) => isUsed(name)));
