import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/actor.js';
import { deskPersonColumns, type DeskPerson } from '../people/desk-person.sql.js';
import { RankedSearchRepository } from './ranked-search.repository.js';
import { searchTerms } from './search-terms.js';

export interface FoundCustomer extends DeskPerson {
  readonly number: string;
  readonly wellhubId: string | null;
  readonly gpwId: string | null;
}

const COLUMNS = `${deskPersonColumns('c')}, c.number, c.wellhub_id as "wellhubId", c.gpw_id as "gpwId"`;

/** Finds people for the front desk, the likeliest first. */
@Injectable()
export class CustomerSearch {
  constructor(private readonly people: RankedSearchRepository) {}

  async find(actor: Actor, text: string, limit: number): Promise<FoundCustomer[]> {
    const terms = searchTerms(text);
    if (!terms) return [];
    const request = { name: 'desk', columns: COLUMNS, conditions: [], values: [], limit };
    return this.people.find<FoundCustomer>(actor, terms, request);
  }
}
