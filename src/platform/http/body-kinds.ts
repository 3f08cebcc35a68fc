import { SetMetadata } from '@nestjs/common';
import type { RouteHandler } from './handlers.js';
import { surfaceOf, type Surface } from './surfaces.js';

/**
 * What a route takes as its body. `json`: JSON; `form`: a form of a page, or JSON; `raw`: bytes of any type that the
 * handler reads after its proof (webhooks, registration, the token endpoint); `device`: the same up to 1 MiB; `file`: bytes up to 5 MiB; `batch`: JSON
 * up to 1 MiB; `table`: a table as spreadsheets write it; `upload`: a form of a page that brings such a table, as a file or as a field.
 */
export type BodyKind = 'json' | 'batch' | 'form' | 'raw' | 'device' | 'file' | 'table' | 'upload';

const TAKES = 'gatehouse:takes';

/** The route takes another body than is usual on its surface. */
export const Takes = (kind: BodyKind) => SetMetadata(TAKES, kind);

export const BODY_LIMIT = 64 * 1024;
/** Nothing but these exceeds 64 KiB: photos and documents, many customers, and a month of Wellhub's portal (`admin-api.md`). */
const LARGER: Partial<Record<BodyKind, number>> = {
  file: 5 * 1024 * 1024,
  device: 1024 * 1024,
  batch: 1024 * 1024,
  table: 1024 * 1024,
  // As a field it is a third longer.
  upload: 1.5 * 1024 * 1024,
};

/** Its bytes reach the handler as they came. */
export const isRaw = (kind: BodyKind): boolean => kind === 'raw' || kind === 'device';

export const limitOf = (kind: BodyKind): number => LARGER[kind] ?? BODY_LIMIT;

const USUAL: Partial<Record<Surface, BodyKind>> = {
  wellhub: 'raw',
  'wellhub-registration': 'raw',
  pages: 'form',
  devices: 'device',
};

export function kindOfBody(url: string, handler: RouteHandler): BodyKind {
  const declared = Reflect.getMetadata(TAKES, handler.method) as BodyKind | undefined;
  return declared ?? USUAL[surfaceOf(url).surface] ?? 'json';
}
