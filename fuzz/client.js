import { Agent, request } from 'node:http';

/** Longer than every deadline of ours; the front desk alone may wait for Wellhub for 10.5 s. */
export const HANG_MS = 15_000;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends one request. @returns its answer, or `{ fault }` when there was none */
export function send(port, { method, path, headers, body }) {
  return new Promise((resolve) => {
    const started = performance.now();
    const done = (answer) => resolve({ ...answer, ms: performance.now() - started });
    let call;
    try {
      const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
      call = request({
        port,
        host: '127.0.0.1',
        agent,
        method,
        path,
        headers: { ...length, ...headers },
      });
    } catch (error) {
      // Node itself refuses to send it: no server will ever see such a request.
      done({ unsendable: error.message });
      return;
    }
    call.setTimeout(HANG_MS, () => call.destroy(new Error(`no answer within ${HANG_MS} ms`)));
    call.once('error', (error) => done({ fault: error.message }));
    call.once('response', (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.once('error', (error) => done({ fault: error.message }));
      const answered = () => {
        const text = Buffer.concat(chunks).toString('utf8');
        done({ status: response.statusCode, headers: response.headers, text });
      };
      response.once('end', answered);
      // A stream of events goes on for ever: its beginning is its answer.
      if (!response.headers['content-type']?.startsWith('text/event-stream')) return;
      response.once('data', () => {
        answered();
        call.destroy();
      });
    });
    call.end(body);
  });
}
