import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** Some mail servers think a while before they say yes: the moment in which a sender that dies leaves a doubt. */
const THINKS_MS = 100;

/** A real mail server on loopback; `taken` has every mail that it said yes to. */
export async function openPostOffice() {
  const taken = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, { envelope }, done) => {
      let text = '';
      // A sender that is killed in the middle of it has sent nothing.
      stream.on('error', () => undefined).on('data', (piece) => (text += piece));
      stream.once('end', async () => {
        const at = performance.now();
        const [, messageId] = /^Message-ID: (\S+)/im.exec(text);
        await sleep(THINKS_MS);
        taken.push({ to: envelope.rcptTo[0].address, messageId, at });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    taken,
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
