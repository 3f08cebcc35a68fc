import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fromRoot } from '../../platform/config/from-root.js';
import type { VersionedFile } from './versioned.js';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
};

export interface Asset extends VersionedFile {
  readonly body: Buffer;
}

/** What `web/build.js` made: a handful of small files, kept in memory. */
export class Assets {
  private constructor(private readonly files: ReadonlyMap<string, Asset>) {}

  static read(folder = fromRoot('dist/web')): Assets {
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => typeOf(name)) : [];
    return new Assets(new Map(names.map((name) => [name, readAsset(join(folder, name))])));
  }

  find(name: string): Asset | undefined {
    return this.files.get(name);
  }

  /** The address that a page names; it changes when the file does. */
  url(name: string): string {
    const asset = this.files.get(name);
    return asset ? `/assets/${name}?v=${asset.version}` : `/assets/${name}`;
  }
}

const typeOf = (name: string) => TYPES[extname(name)];

function readAsset(path: string): Asset {
  const body = readFileSync(path);
  const version = createHash('sha256').update(body).digest('base64url').slice(0, 16);
  return { body, version, type: typeOf(basename(path)) ?? 'application/octet-stream' };
}

export const assets = Assets.read();
