import { createSecretKey, randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { hmacSha256 } from '../platform/crypto/hashing.js';
import { Snapshot, type KnownDevice, type KnownGym, type KnownPerson } from './snapshot.js';
import { PAGE, SnapshotRepository, type GymRow, type HolderRow } from './snapshot.repository.js';

/** Cards that are read: of one gym, and of all together. */
const MOST_CARDS_OF_GYM = 20_000;
const MOST_CARDS = 50_000;

interface Reading {
  readonly devices: Map<string, KnownDevice>;
  readonly gyms: KnownGym[];
  cardsLeft: number;
  isCut: boolean;
}

/** Reads who may enter where, a page at a time, so that nothing else waits for it. */
@Injectable()
export class SnapshotReader {
  /** Never leaves this process: what is kept cannot be compared with anything else. */
  private readonly key = createSecretKey(randomBytes(32));

  constructor(private readonly rows: SnapshotRepository) {}

  /** Names a card number or the hash of a token in a snapshot. */
  hash(value: string | Buffer): string {
    return hmacSha256(this.key, value).toString('base64');
  }

  async read(): Promise<Snapshot> {
    const readAt = performance.now();
    const rows = await this.rows.gyms();
    const clockOffset = (rows[0]?.clockMs ?? 0) - performance.now();
    const reading: Reading = { devices: new Map(), gyms: [], cardsLeft: MOST_CARDS, isCut: false };
    for (const row of rows) await this.readGym(row, readAt, reading);
    const { devices, gyms, isCut } = reading;
    return new Snapshot(readAt, clockOffset, devices, gyms, isCut);
  }

  private async readGym(row: GymRow, readAt: number, reading: Reading): Promise<void> {
    const { partnerId, gymId, dayLeftMs } = row;
    const people = await this.readPeople(row, reading);
    const gym: KnownGym = { partnerId, gymId, dayEndsAt: readAt + dayLeftMs, people };
    reading.gyms.push(gym);
    for (const { tokenHash, ...device } of await this.rows.devices(row))
      reading.devices.set(this.hash(tokenHash), { gym, ...device });
  }

  private async readPeople(row: GymRow, reading: Reading): Promise<Map<string, KnownPerson>> {
    const people = new Map<string, KnownPerson>();
    let after = '';
    for (let left = MOST_CARDS_OF_GYM; ; left -= PAGE) {
      if (left <= 0 || reading.cardsLeft <= 0) {
        reading.isCut = true;
        return people;
      }
      const holders = await this.rows.cardHolders(row, after);
      for (const holder of holders) this.addTo(people, holder);
      reading.cardsLeft -= holders.length;
      after = holders.at(-1)?.card ?? after;
      if (holders.length < PAGE) return people;
    }
  }

  private addTo(people: Map<string, KnownPerson>, holder: HolderRow): void {
    const { customerId, card, mayEnter, isInside } = holder;
    if (mayEnter) people.set(this.hash(card), { customerId, isInside });
  }
}
