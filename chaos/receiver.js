import { once } from 'node:events';
import { createServer } from 'node:http';

/** The partner's own system: takes every event and tells the ledger; it can fall silent. */
export async function startReceiver(ledger) {
  const receiver = { silent: false };
  const server = createServer((incoming, answer) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (piece) => (body += piece));
    incoming.on('end', () => {
      if (receiver.silent) return;
      ledger.delivered(JSON.parse(body).uuid, body);
      answer.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${server.address().port}/events`;
  receiver.stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return receiver;
}
