import { Injectable } from '@nestjs/common';
import type { DeviceRoute } from './device-route.js';

/** A path behind the device address, with all the verbs that it knows. */
export interface FoundPath {
  readonly path: string;
  readonly topic: string;
  readonly routes: readonly DeviceRoute[];
}

const TOPIC = ':topic';

/** Every path behind the device address: one table, which the parts of this room fill when they start. */
@Injectable()
export class DeviceRoutes {
  private readonly paths = new Map<string, DeviceRoute[]>();

  add(...routes: readonly DeviceRoute[]): void {
    for (const route of routes) {
      const known = this.paths.get(route.path) ?? [];
      if (known.some(({ verb }) => verb === route.verb))
        throw new Error(`${route.verb} ${route.path} is served twice`);
      this.paths.set(route.path, [...known, route]);
    }
  }

  /** @param path as it was sent, behind the secret; a slash at its end makes it another path */
  find(path: string): FoundPath | undefined {
    const routes = this.paths.get(path);
    if (routes) return { path, topic: '', routes };
    const at = path.lastIndexOf('/') + 1;
    const general = path.slice(0, at) + TOPIC;
    const byTopic = at < path.length ? this.paths.get(general) : undefined;
    return byTopic && { path: general, topic: path.slice(at), routes: byTopic };
  }
}
