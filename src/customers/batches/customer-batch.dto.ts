import { Answer } from '../../platform/http/answer-fields.js';
import { Flag, UncheckedList } from '../../platform/http/fields.js';
import type { DomainError } from '../../platform/errors/domain-error.js';
import { CustomerBodyDto } from '../administration/customer.dto.js';
import { BATCH_RESULTS, type BatchResult, type JudgedItem } from './batch-item.js';

export const MOST_BATCH_ITEMS = 500;

/** Each item is judged by itself: one that is wrong makes no other one fail. */
export class CustomerBatchBody {
  @UncheckedList(() => CustomerBodyDto, { max: MOST_BATCH_ITEMS })
  items!: Record<string, unknown>[];

  @Flag({ optional: true, description: 'Judge everything and change nothing' })
  dryRun?: boolean;
}

class BatchFaultDto {
  @Answer.text('A JSON pointer into the item', { example: '/email' })
  pointer!: string;

  @Answer.text()
  detail!: string;
}

class BatchErrorDto {
  @Answer.text('Of the catalogue of errors', { example: 'customer.number-taken' })
  code!: string;

  @Answer.text()
  title!: string;

  @Answer.text()
  detail!: string;

  @Answer.list(() => BatchFaultDto, 'The fields to blame')
  errors!: readonly BatchFaultDto[];

  static from({ spec, facts, message }: DomainError): BatchErrorDto {
    return {
      code: spec.code,
      title: spec.title,
      detail: message,
      errors: (facts.violations ?? []).map(({ path, detail }) => ({
        pointer: path === '' ? '' : `/${path.replaceAll('.', '/')}`,
        detail,
      })),
    };
  }
}

class BatchItemDto {
  @Answer.whole('Its place in `items`, from 0')
  index!: number;

  @Answer.oneOf(BATCH_RESULTS)
  result!: BatchResult;

  @Answer.id('Null for one that failed, and in a dry run for one that would be made', {
    nullable: true,
  })
  customerId!: number | null;

  @Answer.object(() => BatchErrorDto, 'Why it failed', { nullable: true })
  error!: BatchErrorDto | null;

  static from({ result, id, error }: JudgedItem, index: number): BatchItemDto {
    return {
      index,
      result,
      customerId: id ?? null,
      error: error === undefined ? null : BatchErrorDto.from(error),
    };
  }
}

/** What became of each item, in their order. */
export class CustomerBatchDto {
  @Answer.flag()
  dryRun!: boolean;

  @Answer.whole()
  created!: number;

  @Answer.whole()
  updated!: number;

  @Answer.whole('They were as the item wants them')
  unchanged!: number;

  @Answer.whole()
  failed!: number;

  @Answer.list(() => BatchItemDto)
  items!: readonly BatchItemDto[];

  static from(judged: readonly JudgedItem[], dryRun: boolean): CustomerBatchDto {
    const count = (result: BatchResult) => judged.filter((item) => item.result === result).length;
    return {
      dryRun,
      created: count('CREATED'),
      updated: count('UPDATED'),
      unchanged: count('UNCHANGED'),
      failed: count('FAILED'),
      items: judged.map((item, index) => BatchItemDto.from(item, index)),
    };
  }
}
