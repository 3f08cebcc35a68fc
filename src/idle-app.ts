import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Settings } from './platform/config/settings.js';
import type { Keyring } from './platform/crypto/keyring.js';

/**
 * Every room constructed and nothing started, for commands beside serving replicas: no worker runs and no port is open.
 * Loading all of them takes a second.
 */
export async function makeIdleApp(settings: Settings, keyring: Keyring): Promise<INestApplication> {
  const options = { logger: false, abortOnError: false } as const;
  return NestFactory.create(AppModule.with(settings, keyring), new FastifyAdapter(), options);
}
