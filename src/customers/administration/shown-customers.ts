import { Injectable } from '@nestjs/common';
import { CustomerFactsSql } from '../people/customer-facts.sql.js';
import type { Customer } from '../people/customer.js';
import { CustomerDto } from './shown-customer.dto.js';
import { FileAddresses } from '../people/file-addresses.js';

/** Customers as the administration shows them. */
@Injectable()
export class ShownCustomers {
  constructor(
    private readonly facts: CustomerFactsSql,
    private readonly addresses: FileAddresses,
  ) {}

  async one(row: Customer): Promise<CustomerDto> {
    const [shown] = await this.all(row.partnerId, [row]);
    if (!shown) throw new Error('the customer is not shown');
    return shown;
  }

  /** What an ETag stands for: what others do with a customer changes no form. */
  tagged(row: Customer): object {
    const { timestamp: _, ...values } = CustomerDto.from(row, undefined, this.addresses);
    return values;
  }

  async all(partnerId: string, rows: readonly Customer[]): Promise<CustomerDto[]> {
    if (rows.length === 0) return [];
    const known = await this.facts.read(
      partnerId,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => CustomerDto.from(row, known.get(row.id), this.addresses));
  }
}
