import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { freePort, Server } from '../stage/servers.js';
import { sideOf } from '../stage/sides.js';

/** The version that is installed, or undefined: peers are measured where they are present. */
export function versionOf(name) {
  try {
    const [folder] = import.meta.resolve(name).split(new RegExp(`(?<=/node_modules/${name}/)`));
    return JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')).version;
  } catch {
    return undefined;
  }
}

/** A peer as a side of `runSeries`, with an empty database of its own. @param env what its server reads */
export async function startPeer(name, { databaseUrl, env, readyAt }) {
  const script = `bench/peers/${name}-server.js`;
  const port = String(await freePort());
  const server = new Server(name, script, {
    PORT: port,
    DATABASE_URL: databaseUrl,
    NODE_ENV: 'production',
    ...env,
  });
  return sideOf(await server.ready(readyAt), { role: 'other' });
}

export const randomSecret = () => randomBytes(32).toString('base64url');
