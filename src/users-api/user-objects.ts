import { Injectable } from '@nestjs/common';
import { Accounts } from '../accounts/index.js';
import { UserProfilesRepository } from '../customers/index.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { PresenceRepository } from '../visits/index.js';
import { FileLinks, UserObjectDto, type UserObject } from './dto/user-object.dto.js';

/** People as this surface shows them (`users-api.md` 4). */
@Injectable()
export class UserObjects {
  private readonly links: FileLinks;

  constructor(
    private readonly db: Database,
    private readonly profiles: UserProfilesRepository,
    private readonly accounts: Accounts,
    private readonly presence: PresenceRepository,
    settings: Settings,
  ) {
    this.links = new FileLinks(settings.publicUrl);
  }

  /** A customer that one of the calls just named. */
  async read(partnerId: string, customerId: number): Promise<UserObject> {
    const [profile, account, isInside] = await Promise.all([
      this.profiles.read(this.db, partnerId, customerId),
      this.accounts.facts(this.db, partnerId, customerId),
      this.presence.isInside(this.db, partnerId, customerId),
    ]);
    if (!profile) throw new Error('the customer of an account is missing');
    return UserObjectDto.from({ profile, account, isInside }, this.links);
  }

  /** Also true for one who was merged or erased: such rows stay listed as deleted. */
  async exists(partnerId: string, customerId: number): Promise<boolean> {
    return (await this.profiles.read(this.db, partnerId, customerId)) !== undefined;
  }
}
