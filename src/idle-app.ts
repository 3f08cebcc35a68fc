import type { INestApplication } from '@nestjs/common';
import type { Settings } from './platform/config/settings.js';
import type { Keyring } from './platform/crypto/keyring.js';

/**
 * Every room constructed and nothing started, for commands beside serving replicas: no worker runs and no port is open.
 * Loading all of them takes a second.
 */
export async function makeIdleApp(settings: Settings, keyring: Keyring): Promise<INestApplication> {
  const [{ NestFactory }, { FastifyAdapter }, { AppModule }] = await Promise.all([
    import('@nestjs/core'),
    import('@nestjs/platform-fastify'),
    import('./app.module.js'),
  ]);
  const options = { logger: false, abortOnError: false } as const;
  return NestFactory.create(AppModule.with(settings, keyring), new FastifyAdapter(), options);
}
