import { Connection } from './connection.js';

/**
 * A client of one Gatehouse: `new Gatehouse({ baseUrl, apiKey })`. It keeps no connection and no state, so one
 * serves a whole program.
 */
export class Gatehouse extends Connection {}
