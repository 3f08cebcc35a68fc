import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { after, type MaybePromise } from '../../platform/deadline/maybe-promise.js';
import { setRequestPartner } from '../../platform/deadline/request-context.js';
import { EarlyProofs } from '../../platform/http/early-proofs.js';
import { DeviceFinder } from '../address/device-finder.js';
import type { ControlIdDevice } from '../device-settings/control-id-device.js';
import type { DeviceRoute } from './device-route.js';
import { DeviceRoutes, type FoundPath } from './device-routes.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once a call was admitted by its address. */
    ofDevice?: AdmittedCall;
  }
}

interface AdmittedCall {
  readonly device: ControlIdDevice;
  readonly route: DeviceRoute;
  readonly topic: string;
  /** As it was sent. */
  readonly contentType: string;
}

export const DEVICE_ADDRESS = 'cid/:secret';
const BEFORE_SECRET = '/cid/';

/** What can be decided about a call before its body is read, in the order of `control-id.md` 3. */
@Injectable()
export class DeviceAdmission implements OnModuleInit {
  constructor(
    private readonly proofs: EarlyProofs,
    private readonly routes: DeviceRoutes,
    private readonly finder: DeviceFinder,
  ) {}

  onModuleInit(): void {
    this.proofs.register(`/${DEVICE_ADDRESS}/*`, (request) => this.admit(request));
  }

  /** @throws request.not-found, request.method-not-allowed, request.too-large */
  private admit(request: FastifyRequest): MaybePromise<void> {
    const { secret, path } = partsOf(request.url);
    const found = this.routes.find(path);
    request.servedRoute = `/cid/***/${found?.path ?? '*'}`;
    const { clientAddress: address, served } = request;
    return after(this.finder.find({ secret, address, served }, found !== undefined), (device) => {
      if (!device || !found) throw new DomainError(RequestErrors.notFound);
      setRequestPartner(device.partnerId);
      const route = routeFor(request, found);
      checkSize(request, route);
      request.ofDevice = { device, route, topic: found.topic, contentType: takeType(request) };
    });
  }
}

/** Of a path that is written exactly so: nothing of it is unescaped. */
function partsOf(url: string): { readonly secret: string; readonly path: string } {
  const query = url.indexOf('?');
  const written = query < 0 ? url : url.slice(0, query);
  const end = written.indexOf('/', BEFORE_SECRET.length);
  if (end < 0 || !written.startsWith(BEFORE_SECRET)) return { secret: '', path: '' };
  return { secret: written.slice(BEFORE_SECRET.length, end), path: written.slice(end + 1) };
}

function routeFor({ method }: FastifyRequest, { routes }: FoundPath): DeviceRoute {
  const route = routes.find(({ verb }) => verb === method);
  if (route) return route;
  const allow = routes.map(({ verb }) => verb);
  throw new DomainError(RequestErrors.methodNotAllowed, { allow });
}

/** A body without a length is measured once it is there. */
function checkSize({ headers }: FastifyRequest, { mostBytes }: DeviceRoute): void {
  if (Number(headers['content-length'] ?? 0) > mostBytes)
    throw new DomainError(RequestErrors.tooLarge);
}

/** Firmware writes odd content types, and the server refuses those that it cannot parse: it sees one that it can. */
function takeType({ raw: { headers } }: FastifyRequest): string {
  const sent = headers['content-type'] ?? '';
  headers['content-type'] = 'application/octet-stream';
  return sent;
}
