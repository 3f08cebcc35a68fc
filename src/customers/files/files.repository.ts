import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import type { FileKind } from './file-content.js';

/** Where a file belongs: to a customer, or to one contract of a customer. There is one of a kind. */
export interface FilePlace {
  readonly kind: FileKind;
  readonly customerId: number;
  /** Of a contract's document; null otherwise. */
  readonly contractId: number | null;
}

export interface FileInfo {
  readonly id: number;
  readonly kind: FileKind;
  readonly customerId: number;
  readonly contractId: number | null;
  readonly mediaType: string;
  readonly size: number;
  readonly createdAt: Date;
}

/** A file with its bytes; `mediaType` was found in them. */
export interface StoredFile extends FileInfo {
  readonly bytes: Buffer;
}

const INFO = `id, kind, customer_id as "customerId", contract_id as "contractId", media_type as "mediaType",
  octet_length(bytes) as size, created_at as "createdAt"`;
const AT_PLACE = `partner_id = $1 and customer_id = $2 and kind = $3 and coalesce(contract_id, 0) = coalesce($4::bigint, 0)`;

const READ = {
  name: 'files.read',
  text: `select ${INFO}, bytes from files where partner_id = $1 and id = $2`,
};
const AT = { name: 'files.at', text: `select ${INFO}, bytes from files where ${AT_PLACE}` };
const INFO_AT = { name: 'files.info-at', text: `select ${INFO} from files where ${AT_PLACE}` };
const OF = {
  name: 'files.of',
  text: `select ${INFO} from files where partner_id = $1 and customer_id = $2 order by id`,
};
const INSERT = {
  name: 'files.insert',
  text: `insert into files (partner_id, customer_id, kind, contract_id, media_type, bytes)
    values ($1, $2, $3, $4, $5, $6) returning ${INFO}`,
};
const REMOVE = { name: 'files.remove', text: `delete from files where ${AT_PLACE} returning id` };
// The survivor's own photo stays; contracts come with their documents.
const MOVE = {
  name: 'files.move',
  text: `update files f set customer_id = $3 where f.partner_id = $1 and f.customer_id = $2
      and not exists (select from files o where o.partner_id = $1 and o.customer_id = $3 and o.kind = f.kind
        and o.contract_id is null and f.contract_id is null)`,
};
const ERASE = {
  name: 'files.erase',
  text: 'delete from files where partner_id = $1 and customer_id = $2',
};

/** The table `files`. A file never changes: another one has another id, so what was shown under an id stays true. */
@Injectable()
export class FilesRepository {
  constructor(private readonly db: Database) {}

  async read(partnerId: string, id: number): Promise<StoredFile | undefined> {
    return (await this.db.query<StoredFile & object>(READ, [partnerId, id]))[0];
  }

  async at(partnerId: string, place: FilePlace): Promise<StoredFile | undefined> {
    return (await this.db.query<StoredFile & object>(AT, [partnerId, ...valuesOf(place)]))[0];
  }

  async infoAt(
    queries: Queries,
    partnerId: string,
    place: FilePlace,
  ): Promise<FileInfo | undefined> {
    return (await queries.query<FileInfo & object>(INFO_AT, [partnerId, ...valuesOf(place)]))[0];
  }

  async of(queries: Queries, partnerId: string, customerId: number): Promise<FileInfo[]> {
    return queries.query<FileInfo & object>(OF, [partnerId, customerId]);
  }

  async insert(queries: Queries, partnerId: string, place: FilePlace, file: NewFile) {
    const values = [partnerId, ...valuesOf(place), file.mediaType, file.bytes];
    const [row] = await queries.query<FileInfo & object>(INSERT, values);
    if (!row) throw new Error('the new file was not returned');
    return row;
  }

  /** False when there was none. */
  async remove(queries: Queries, partnerId: string, place: FilePlace): Promise<boolean> {
    return (await queries.query(REMOVE, [partnerId, ...valuesOf(place)])).length > 0;
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await queries.query(MOVE, [partnerId, fromId, intoId]);
    await this.erase(queries, partnerId, fromId);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await queries.query(ERASE, [partnerId, customerId]);
  }
}

interface NewFile {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const valuesOf = ({ customerId, kind, contractId }: FilePlace) => [customerId, kind, contractId];
