import { Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';
import {
  ACCESS,
  NEEDS_PROOF,
  OWN_ACCOUNT,
  PUBLIC,
  STREAMS,
  WHOLE_PARTNER,
  type Access,
} from './declarations.js';
import { SHOWN_ONCE } from './shown-once.js';
import { handlersIn, type RouteHandler } from './handlers.js';

/** A route of the running router, with its handler and who may call it. */
export interface DeclaredRoute extends RouteHandler {
  readonly access: Access | 'public';
  /** A key narrowed to one gym is refused. */
  readonly isWholePartner: boolean;
  /** About the person who calls. */
  readonly isOwnAccount: boolean;
  /** Staff must have proved recently who they are. */
  readonly needsProof: boolean;
  /** The answer goes on until one side ends it. */
  readonly isStream: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route declares, for every hook: `request.routeOptions.config.declared`. */
    declared?: DeclaredRoute;
  }
}

/** Attaches to every route what its handler declares; one that declares nothing fails the start. */
@Injectable()
export class DeclaredRoutes {
  private readonly routes: DeclaredRoute[] = [];

  constructor(private readonly modules: ModulesContainer) {}

  /** As the router serves them. */
  get all(): readonly DeclaredRoute[] {
    return this.routes;
  }

  /** Must run before routes are added. */
  watch(fastify: FastifyInstance): void {
    const handlers = new Map<string, RouteHandler>();
    for (const handler of handlersIn(this.modules)) handlers.set(handler.address, handler);
    fastify.addHook('onRoute', (route) => {
      for (const verb of [route.method].flat()) {
        const address = `${verb} ${route.url}`;
        const handler = handlers.get(address) ?? handlers.get(`ALL ${route.url}`);
        const declared = declaredBy(address, handler && { ...handler, address });
        this.routes.push(declared);
        Object.assign((route.config ??= {} as FastifyContextConfig), { declared });
      }
    });
  }
}

function declaredBy(address: string, handler: RouteHandler | undefined): DeclaredRoute {
  const access = handler && accessTo(handler);
  if (!access) throw new Error(`${address} declares neither @Requires nor @Public`);
  const isSet = (key: string) => metadataOf(handler, key) !== undefined;
  // What is shown once is a secret.
  const needsProof = [NEEDS_PROOF, SHOWN_ONCE].some(isSet);
  return {
    ...handler,
    access,
    isWholePartner: isSet(WHOLE_PARTNER),
    isOwnAccount: isSet(OWN_ACCOUNT),
    needsProof,
    isStream: isSet(STREAMS),
  };
}

const accessTo = (handler: RouteHandler): Access | 'public' | undefined =>
  metadataOf(handler, PUBLIC) ? 'public' : (metadataOf(handler, ACCESS) as Access | undefined);

const metadataOf = ({ method, controller }: RouteHandler, key: string): unknown =>
  Reflect.getMetadata(key, method) ?? Reflect.getMetadata(key, controller);
