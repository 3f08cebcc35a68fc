import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { readText, ROOT } from './support/repository.js';

interface Service {
  readonly image: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly read_only?: boolean;
}

const text = readText('deploy/compose.yaml');
const { services } = load(text, { schema: CORE_SCHEMA.withTags(mergeTag) }) as {
  services: Record<string, Service>;
};
const all = Object.entries(services);
const nginx = readText('deploy/compose/nginx.conf');
/** The setting of a block of nginx, in seconds. */
const secondsOf = (block: string) => Number(/keepalive_timeout (\d+)s/.exec(block)?.[1]);

describe('deploy/compose.yaml', () => {
  it('K-5 names the version of every image', () => {
    const loose = all.filter(([, { image }]) => !/^[a-z/]+:v?\d+/.test(image));
    expect(loose).toEqual([]);
    const { version } = JSON.parse(readText('package.json')) as { version: string };
    expect(services['gatehouse-1']?.image).toBe(`gatehouse:${version}`);
  });

  it('K-6 holds no secret, and setup.sh makes them once', () => {
    const given = all.flatMap(([, { environment = {} }]) => Object.keys(environment));
    expect(given.filter((name) => /SECRET|PASSWORD|API_KEY|DATABASE_URL/.test(name))).toEqual([]);
    expect(text).not.toMatch(/:\/\/[^/\s]*:[^/\s]*@/);
    expect(readText('deploy/compose/setup.sh')).toContain('if [ -e secrets ]');
    expect(readText('.gitignore')).toContain('deploy/compose/secrets');
  });

  it('K-7 publishes the proxy, and to this machine only what shows mails and figures', () => {
    const published = all.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]));
    expect(published).toEqual([
      ['proxy', '8080:8080'],
      ['mailpit', '127.0.0.1:8025:8025'],
      ['grafana', '127.0.0.1:3001:3000'],
    ]);
    expect(nginx).toContain('location ~* ^/+(metrics|health)(/|$) {\n      return 404;');
  });

  it('K-8 keeps connections of the proxy to us shorter than ours, and those of Wellhub longer than its own', () => {
    const ours = Number(services['gatehouse-1']?.environment?.['KEEP_ALIVE_SECONDS']);
    const [upstream = '', rest = ''] = nginx.split('keepalive_time 1h');
    expect(secondsOf(upstream)).toBeLessThan(ours);
    expect(secondsOf(rest)).toBeGreaterThan(300);
  });

  it('K-9 mounts only files that are there, has the pooler that docs/database.md asks for, and replicas that cannot write', () => {
    const mounted = all
      .flatMap(([, { volumes = [] }]) => volumes)
      .filter((volume) => volume.startsWith('./'))
      .map((volume) => join('deploy', volume.split(':')[0] ?? ''));
    const made = mounted.filter((path) => !path.startsWith('deploy/compose/secrets'));
    expect(made.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const [, asked = ''] =
      /```ini\n\[pgbouncer\]\n(.*?)```/s.exec(readText('docs/database.md')) ?? [];
    expect(readText('deploy/compose/pgbouncer.ini')).toContain(asked);
    const replicas = all.filter(([name]) => /^(gatehouse-|migrate)/.test(name));
    expect(replicas.map(([, { read_only: isReadOnly }]) => isReadOnly)).toEqual([true, true, true]);
  });
});
