import { Answer } from '../../platform/http/answer-fields.js';
import type { Partner } from './partner.js';

/** The test environment of a partner: a tenant with an id, a slug, keys, gyms and people of its own. */
export class TestEnvironmentDto {
  @Answer.uuid('Its own id: what paths take in place of the partner’s')
  partnerId!: string;

  @Answer.uuid('The partner whose test environment it is', { nullable: true })
  livePartnerId!: string | null;

  @Answer.text()
  name!: string;

  @Answer.text('In the addresses of its hosted pages')
  slug!: string;

  @Answer.instant()
  createdAt!: Date;

  @Answer.instant('Since when a wipe is in progress', { nullable: true })
  wipeRequestedAt!: Date | null;

  @Answer.instant('When the last wipe was over', { nullable: true })
  wipedAt!: Date | null;

  static from(row: Partner): TestEnvironmentDto {
    const { id, livePartnerId, name, slug, createdAt, wipeRequestedAt, wipedAt } = row;
    return { partnerId: id, livePartnerId, name, slug, createdAt, wipeRequestedAt, wipedAt };
  }
}
