import { Answer } from '../../platform/http/answer-fields.js';
import { FILE_KINDS, type FileKind } from './file-content.js';
import type { FileInfo } from './files.repository.js';

export class FileDto {
  @Answer.id()
  id!: number;

  @Answer.oneOf(FILE_KINDS)
  kind!: FileKind;

  @Answer.id()
  customerId!: number;

  @Answer.id('Of a contract’s document', { nullable: true })
  contractId!: number | null;

  @Answer.text('Found in its bytes', { example: 'image/jpeg' })
  mediaType!: string;

  @Answer.whole('Bytes')
  size!: number;

  @Answer.instant()
  createdAt!: Date;

  static from(row: FileInfo): FileDto {
    const { id, kind, customerId, contractId, mediaType, size, createdAt } = row;
    return { id, kind, customerId, contractId, mediaType, size, createdAt };
  }
}
