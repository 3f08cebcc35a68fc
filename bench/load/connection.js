import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const LENGTH = /\r\ncontent-length: *(\d+)/i;
const SILENT_MS = 10_000;

/**
 * One keep-alive HTTP/1.1 connection with one request on it at a time. It reads only what the measured servers send
 * (a status line and Content-Length), because every microsecond spent here is taken from them.
 */
export class Connection {
  #socket;
  #received = [];
  #waiting;

  /** Resolves when the connection stands. */
  static async open(port) {
    const connection = new Connection();
    await connection.#open(port);
    return connection;
  }

  /** @param request the bytes of a whole request @returns {Promise<{ status: number, body: Buffer }>} */
  send(request) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close() {
    this.#socket.destroy();
  }

  #open(port) {
    return new Promise((resolve, reject) => {
      this.#socket = connect({ port, host: '127.0.0.1', noDelay: true }, resolve);
      this.#socket.setTimeout(SILENT_MS, () =>
        this.#socket.destroy(new Error('no answer in 10 s')),
      );
      this.#socket.on('data', (chunk) => this.#read(chunk));
      this.#socket.on('close', () => this.#fail(new Error('the server closed the connection')));
      this.#socket.on('error', (error) => {
        this.#fail(error);
        reject(error);
      });
    });
  }

  #read(chunk) {
    this.#received.push(chunk);
    const bytes = this.#received.length === 1 ? chunk : Buffer.concat(this.#received);
    const headEnd = bytes.indexOf(HEAD_END);
    if (headEnd === -1) return;
    const head = bytes.latin1Slice(0, headEnd);
    const length = LENGTH.exec(head)?.[1];
    if (length === undefined) return this.#fail(new Error(`no Content-Length in: ${head}`));
    const bodyStart = headEnd + HEAD_END.length;
    if (bytes.length < bodyStart + Number(length)) return;
    this.#received = [];
    const { resolve } = this.#waiting;
    this.#waiting = undefined;
    resolve({ status: Number(head.slice(9, 12)), body: bytes.subarray(bodyStart) });
  }

  #fail(error) {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.reject(error);
  }
}
