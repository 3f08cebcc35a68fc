import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isStorable } from '../../platform/values/storable-text.js';

/** The longest field of our forms: a token. */
const LONGEST = 2_048;

/** The text fields of a form or a query. A field that is missing or cannot be stored is empty. */
export class Form {
  constructor(private readonly fields: unknown) {}

  text(name: string): string {
    const value = this.raw(name).trim();
    return value.length > LONGEST ? '' : value;
  }

  /** Of a checkbox. */
  isChecked(name: string): boolean {
    return this.raw(name) !== '';
  }

  /** Of checkboxes with a shared beginning: `scope.CUSTOMER_READ` gives `CUSTOMER_READ`. */
  checkedOf(prefix: string): string[] {
    if (typeof this.fields !== 'object' || this.fields === null) return [];
    const names = Object.keys(this.fields).filter((name) => name.startsWith(prefix));
    return names.filter((name) => this.isChecked(name)).map((name) => name.slice(prefix.length));
  }

  /** Spaces at the ends of a password belong to it. */
  raw(name: string): string {
    if (typeof this.fields !== 'object' || this.fields === null) return '';
    const value: unknown = Object.getOwnPropertyDescriptor(this.fields, name)?.value;
    return typeof value === 'string' && isStorable(value) ? value : '';
  }
}

export const FormBody = createParamDecorator((_: unknown, context: ExecutionContext): Form => {
  return new Form(context.switchToHttp().getRequest<FastifyRequest>().body);
});

/** The token in the address of a page. */
export const QueryToken = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  return new Form(context.switchToHttp().getRequest<FastifyRequest>().query).text('token');
});
