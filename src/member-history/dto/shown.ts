import { ApiProperty } from '@nestjs/swagger';

/** What the OpenAPI document says of a field that may be null. */
export const MayBeNull = (type: typeof String | typeof Number | typeof Date) =>
  ApiProperty({ type, nullable: true });

export const Uuid = () => ApiProperty({ format: 'uuid' });
