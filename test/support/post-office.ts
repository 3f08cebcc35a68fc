import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: string[];
  readonly raw: Buffer;
}

/** A mail server that keeps what it is given, and refuses when told to. */
export class PostOffice {
  readonly received: ReceivedMail[] = [];
  /** Every mail whose words it was told, also those that it did not take. */
  readonly offered: ReceivedMail[] = [];
  refuseRecipient: Error | undefined;
  refuseData: Error | undefined;
  /** Takes the words and never says what it makes of them. */
  silent = false;
  tries = 0;
  private readonly server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) => {
      this.tries += 1;
      done(this.refuseRecipient ?? null);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts);
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        const mail = { from, to: rcptTo.map(({ address }) => address), raw };
        this.offered.push(mail);
        if (this.silent) return;
        if (this.refuseData) return done(this.refuseData);
        this.received.push(mail);
        done();
      });
    },
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.server.address();
    return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  close = () => new Promise<void>((resolve) => this.server.close(resolve));
}

export const refusal = (responseCode: number) =>
  Object.assign(new Error('no such user here'), { responseCode });
