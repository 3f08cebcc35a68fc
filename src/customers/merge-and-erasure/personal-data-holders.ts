import { Injectable } from '@nestjs/common';
import type { PersonalDataHolder } from './personal-data-holder.js';

type Holder = Omit<PersonalDataHolder, 'onModuleInit'>;

/** Every room that keeps rows with a customer id takes part in merge, erasure and export. */
@Injectable()
export class PersonalDataHolders {
  private readonly holders: Holder[] = [];

  register(holder: Holder): void {
    if (this.holders.some(({ name }) => name === holder.name))
      throw new Error(`personal data holder ${holder.name} is registered twice`);
    this.holders.push(holder);
  }

  /** In the order of registration. */
  all(): readonly Holder[] {
    return this.holders;
  }
}
