import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { fromRoot } from '../platform/config/from-root.js';

/** Made by `web/build.js`. */
const FOLDER = fromRoot('dist/web/swagger-ui');

const TYPES = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
]);

export interface SwaggerFile {
  readonly body: Buffer;
  readonly type: string;
}

/** The two files of Swagger UI that its page needs. */
@Injectable()
export class SwaggerFiles {
  /** Part of their address, so that a browser may keep them for ever. */
  readonly version = versionOf(readFileSync(join(FOLDER, 'package.json'), 'utf8'));

  async read(name: string): Promise<SwaggerFile | undefined> {
    const type = TYPES.get(name);
    return type === undefined ? undefined : { type, body: await readFile(join(FOLDER, name)) };
  }
}

const versionOf = (json: string) => (JSON.parse(json) as { version: string }).version;
