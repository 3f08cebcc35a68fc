import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import { usingDataDir } from './platform/config/data-dir.js';
import type { Settings } from './platform/config/settings.js';
import type { Scrape } from './platform/http/operations-port.js';
import { listenProblem } from './platform/http/port-check.js';
import { Metrics } from './platform/metrics/metrics.js';
import { Sandbox } from './sandbox/index.js';
import { welcome } from './welcome.js';

/** Connections that wait to be accepted; beyond them a client should retry, or try another replica. */
const BACKLOG = 128;

export type Stop = () => Promise<void>;

/**
 * One process of the service: makes it and listens.
 * @param onMade called before it listens, so that a signal finds something to stop
 * @returns what the terminal shows of a sandbox
 */
export async function serve(
  settings: Settings,
  onMade: (stop: Stop, scrape: Scrape, metrics: Metrics) => void,
): Promise<string | undefined> {
  const app = await createApp(settings);
  const metrics = app.get(Metrics);
  onMade(
    () => app.close(),
    () => metrics.text(),
    metrics,
  );
  const sandbox =
    settings.sandbox && settings.role !== 'worker'
      ? await usingDataDir(settings.dataDir, () =>
          app.get(Sandbox).start(`http://127.0.0.1:${settings.port}`),
        )
      : undefined;
  await listen(app, settings);
  return sandbox && welcome(settings, sandbox);
}

async function listen(app: NestFastifyApplication, settings: Settings): Promise<void> {
  await app
    .listen({ port: settings.port, host: settings.host, backlog: BACKLOG })
    .catch((error: unknown) => {
      throw listenProblem(error, settings);
    });
}
