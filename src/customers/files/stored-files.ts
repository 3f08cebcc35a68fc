import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { ContractsRepository } from '../contracts/contracts.repository.js';
import { CustomerErrors, FileErrors } from '../people/customers.errors.js';
import { CustomersRepository } from '../people/customers.repository.js';
import { fileMediaType } from './file-content.js';
import {
  FilesRepository,
  type FileInfo,
  type FilePlace,
  type StoredFile,
} from './files.repository.js';

interface CheckedFile {
  readonly bytes: Buffer;
  /** Throws where the caller saw another one, or none. */
  readonly isExpected: (present: FileInfo | undefined) => void;
}

/** Photos and documents. The caller checks who may see which. */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly db: Database,
    private readonly rows: FilesRepository,
    private readonly customers: CustomersRepository,
    private readonly contracts: ContractsRepository,
  ) {}

  /** Undefined for an unknown id, also for another partner's. */
  async read(partnerId: string, fileId: number): Promise<StoredFile | undefined> {
    return this.rows.read(partnerId, fileId);
  }

  /** @throws file.not-found */
  async at(partnerId: string, place: FilePlace): Promise<StoredFile> {
    const file = await this.rows.at(partnerId, place);
    if (!file) throw new DomainError(FileErrors.notFound);
    return file;
  }

  /** Takes the place of the earlier file. @throws request.invalid, file.unsupported, customer.not-found, and what `isExpected` throws */
  async put(
    partnerId: string,
    place: FilePlace,
    { bytes, isExpected }: CheckedFile,
  ): Promise<FileInfo> {
    const mediaType = fileMediaType(place.kind, bytes);
    return this.change(partnerId, place, async (queries) => {
      isExpected(await this.rows.infoAt(queries, partnerId, place));
      await this.rows.remove(queries, partnerId, place);
      return this.rows.insert(queries, partnerId, place, { mediaType, bytes });
    });
  }

  /** @throws file.not-found, customer.not-found */
  async remove(partnerId: string, place: FilePlace): Promise<void> {
    await this.change(partnerId, place, async (queries) => {
      const removed = await this.rows.remove(queries, partnerId, place);
      if (!removed) throw new DomainError(FileErrors.notFound);
    });
  }

  /** The file is part of its owner, whose `timestamp` rises. One change of a customer's files at a time. */
  private async change<T>(
    partnerId: string,
    { customerId, contractId }: FilePlace,
    work: (queries: Queries) => Promise<T>,
  ): Promise<T> {
    return this.db.transaction(async (queries) => {
      const known = await this.customers.lock(queries, partnerId, [customerId]);
      if (known.length === 0) throw new DomainError(CustomerErrors.notFound);
      const result = await work(queries);
      if (contractId === null) await this.customers.touch(queries, partnerId, customerId);
      else await this.contracts.touch(queries, partnerId, contractId);
      return result;
    });
  }
}
