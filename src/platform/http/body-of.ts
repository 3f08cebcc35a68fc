import { Body, type Type } from '@nestjs/common';

const TYPES = 'design:paramtypes';

/** `@Body()` of a type that is known at run time only: checks and the reference read it from the parameter's type. */
export const BodyOf =
  (type: Type): ParameterDecorator =>
  (target, method, index) => {
    if (method === undefined) throw new Error('a body belongs to a method');
    const types: unknown[] = Reflect.getMetadata(TYPES, target, method) ?? [];
    Reflect.defineMetadata(TYPES, types.with(index, type), target, method);
    Body()(target, method, index);
  };
