import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database, type Queries } from '../../platform/database/database.js';

/** A passkey as its person sees it in a list. */
export interface ListedPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** What a browser needs to find a passkey. */
export interface KnownCredential {
  readonly credentialId: Buffer;
  readonly transports: readonly string[];
}

/** The public half of a new passkey. */
export interface NewPasskey extends KnownCredential {
  readonly publicKey: Buffer;
  readonly counter: number;
}

export interface StoredPasskey extends NewPasskey {
  readonly id: string;
  readonly personId: string;
}

/** More are of no use. */
export const MOST_PASSKEYS = 20;

const LISTED = 'id, name, created_at as "createdAt", last_used_at as "lastUsedAt"';
const LIST = {
  name: 'passkeys.list',
  text: `select ${LISTED} from staff_passkeys
    where person_id = $1 order by id`,
};
const CREDENTIALS = {
  name: 'passkeys.credentials',
  text: `select credential_id as "credentialId", transports from staff_passkeys where person_id = $1 order by id`,
};
const FIND = {
  name: 'passkeys.find',
  text: `select id, person_id as "personId", credential_id as "credentialId", public_key as "publicKey",
      counter::float8 as counter, transports from staff_passkeys where credential_id = $1`,
};
/** The person's row is locked, so no other request counts. */
const INSERT = {
  name: 'passkeys.insert',
  text: `insert into staff_passkeys (id, person_id, credential_id, public_key, counter, transports, name)
    select $1, $2, $3, $4, $5, $6, $7
    where (select count(*) from staff_passkeys where person_id = $2) < ${MOST_PASSKEYS}
    on conflict (credential_id) do nothing returning id`,
};
/** Of two uses with one count the second changes nothing. */
const COUNT_USE = {
  name: 'passkeys.count-use',
  text: `update staff_passkeys set counter = $2, last_used_at = clock_timestamp()
    where id = $1 and (counter < $2 or counter = 0 and $2 = 0) returning id`,
};
const RENAME = {
  name: 'passkeys.rename',
  text: `update staff_passkeys set name = $3 where person_id = $1 and id = $2 returning ${LISTED}`,
};
const REMOVE = {
  name: 'passkeys.remove',
  text: 'delete from staff_passkeys where person_id = $1 and id = $2 returning id',
};

/** The rows of `staff_passkeys`. */
@Injectable()
export class PasskeysRepository {
  constructor(private readonly db: Database) {}

  list(personId: string): Promise<ListedPasskey[]> {
    return this.db.query<ListedPasskey & object>(LIST, [personId]);
  }

  credentials(personId: string): Promise<KnownCredential[]> {
    return this.db.query<KnownCredential & object>(CREDENTIALS, [personId]);
  }

  async find(credentialId: Buffer): Promise<StoredPasskey | undefined> {
    return (await this.db.query<StoredPasskey & object>(FIND, [credentialId]))[0];
  }

  /** @returns false when the credential is known, or there are too many */
  async insert(
    tx: Queries,
    personId: string,
    passkey: NewPasskey & { readonly name: string },
  ): Promise<boolean> {
    const { credentialId, publicKey, counter, transports, name } = passkey;
    const values = [uuidv7(), personId, credentialId, publicKey, counter, transports, name];
    return (await tx.query(INSERT, values)).length === 1;
  }

  /** @returns false when a use with this count or a later one came before, or it was removed */
  async countUse(id: string, counter: number): Promise<boolean> {
    return (await this.db.query(COUNT_USE, [id, counter])).length === 1;
  }

  async rename(personId: string, id: string, name: string): Promise<ListedPasskey | undefined> {
    return (await this.db.query<ListedPasskey & object>(RENAME, [personId, id, name]))[0];
  }

  async remove(tx: Queries, personId: string, id: string): Promise<boolean> {
    return (await tx.query(REMOVE, [personId, id])).length === 1;
  }
}
