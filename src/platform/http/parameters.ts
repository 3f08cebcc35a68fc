import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { DomainError, type ErrorSpec } from '../errors/domain-error.js';
import { invalid } from '../errors/request-errors.js';
import { isUuid } from '../crypto/uuid.js';

const DIGITS = /^[1-9]\d{0,15}$/;

/** An int64 id of a path, 1 to 2^53 - 1, or undefined. */
export function readId(text: unknown): number | undefined {
  const id = typeof text === 'string' && DIGITS.test(text) ? Number(text) : undefined;
  return id !== undefined && Number.isSafeInteger(id) ? id : undefined;
}

/** @throws request.invalid naming the parameter that cannot be an id */
export function requireId(text: unknown, path: string): number {
  const id = readId(text);
  if (id === undefined)
    throw invalid({ path, detail: 'must be a whole number from 1 to 9007199254740991' });
  return id;
}

/** On the Open API an id that cannot be one is bad input (O-5). @throws request.invalid */
@Injectable()
export class OpenApiIdPipe implements PipeTransform<string, number> {
  transform(text: string, { data = 'id' }: ArgumentMetadata): number {
    return requireId(text, data);
  }
}

/** A path parameter that cannot be an id of ours is answered like an unknown one: nothing has that id. */
@Injectable()
export class IdPipe implements PipeTransform<string, number> {
  constructor(private readonly missing: ErrorSpec) {}

  transform(text: string): number {
    const id = readId(text);
    if (id === undefined) throw new DomainError(this.missing);
    return id;
  }
}

@Injectable()
export class UuidPipe implements PipeTransform<string, string> {
  constructor(private readonly missing: ErrorSpec) {}

  transform(text: string): string {
    if (!isUuid(text)) throw new DomainError(this.missing);
    return text.toLowerCase();
  }
}
