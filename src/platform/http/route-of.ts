import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a route that serves several addresses: which of them it was, without what is secret in it. */
    servedRoute?: string;
  }
}

/** The address of a request as logs, traces and metrics show it: as it is declared, never the one that was sent. */
export const routeOf = ({ servedRoute, routeOptions }: FastifyRequest): string | undefined =>
  servedRoute ?? routeOptions?.url;
