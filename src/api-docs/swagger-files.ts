import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';

const TYPES = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
]);

export interface SwaggerFile {
  readonly body: Buffer;
  readonly type: string;
}

/** The two files of Swagger UI that its page needs; the package comes with @nestjs/swagger. */
@Injectable()
export class SwaggerFiles {
  private readonly folder: string;
  /** Part of their address, so that a browser may keep them for ever. */
  readonly version: string;

  constructor() {
    const swagger = createRequire(import.meta.url).resolve('@nestjs/swagger/package.json');
    const dist = createRequire(swagger).resolve('swagger-ui-dist/package.json');
    this.folder = dirname(dist);
    this.version = (createRequire(swagger)(dist) as { version: string }).version;
  }

  async read(name: string): Promise<SwaggerFile | undefined> {
    const type = TYPES.get(name);
    return type === undefined ? undefined : { type, body: await readFile(join(this.folder, name)) };
  }
}
