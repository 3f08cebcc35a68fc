import { bind } from './bind.js';
import { Connection } from './connection.js';
import type { Methods } from './generated/methods.js';
import { TABLE } from './generated/table.js';
import type { GatehouseOptions } from './options.js';

/** A client of one Gatehouse: requests by path, and a method for each operation of the document. */
export type Gatehouse = Connection & Methods;

/**
 * `new Gatehouse({ baseUrl, apiKey })`. It keeps no connection and no state, so one serves a whole program.
 * The methods are made of a table; `Connection` alone is smaller, and sends by paths only.
 */
export const Gatehouse = class Gatehouse extends Connection {
  constructor(options: GatehouseOptions) {
    super(options);
    Object.assign(this, bind(this, TABLE));
  }
} as unknown as new (options: GatehouseOptions) => Gatehouse;
