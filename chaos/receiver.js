import { once } from 'node:events';
import { createServer } from 'node:http';

/** The partner's own system: takes every event and tells the ledger. It can be slow, and it can dislike an event. */
export async function startReceiver(ledger) {
  let held;
  const receiver = { dislikes: () => false };
  const server = createServer((incoming, answer) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (piece) => (body += piece));
    incoming.on('end', () => {
      const uuid = incoming.headers['webhook-id'];
      if (receiver.dislikes(uuid)) {
        answer.writeHead(500).end();
        return;
      }
      ledger.delivered(uuid, body);
      const take = () => answer.writeHead(204).end();
      if (held) held.push(take);
      else take();
    });
  });
  /** Takes events and leaves their senders without an answer, until `release`. */
  receiver.hold = () => (held = []);
  receiver.release = () => {
    const waiting = held ?? [];
    held = undefined;
    for (const take of waiting) take();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${server.address().port}/events`;
  receiver.stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return receiver;
}
