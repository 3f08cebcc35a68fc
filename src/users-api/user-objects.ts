import { Injectable } from '@nestjs/common';
import { Accounts } from '../accounts/index.js';
import { UserProfilesRepository } from '../customers/index.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { PresenceRepository } from '../visits/index.js';
import { FileLinks } from './dto/file-links.js';
import { UserObjectDto } from './dto/user-object.dto.js';

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
  async read(partnerId: string, customerId: number): Promise<UserObjectDto> {
    const user = await this.find(partnerId, customerId);
    if (!user) throw new Error('the customer of an account is missing');
    return user;
  }

  /** Also one who was merged or erased: such rows stay, as deleted. */
  async find(partnerId: string, customerId: number): Promise<UserObjectDto | undefined> {
    return (await this.list(partnerId, [customerId]))[0];
  }

  /** Ascending by id, without the unknown ones. */
  async list(partnerId: string, customerIds: readonly number[]): Promise<UserObjectDto[]> {
    if (customerIds.length === 0) return [];
    const [profiles, accounts, inside] = await Promise.all([
      this.profiles.list(this.db, partnerId, customerIds),
      this.accounts.facts(this.db, partnerId, customerIds),
      this.presence.inside(this.db, partnerId, customerIds),
    ]);
    return profiles.flatMap((profile) => {
      const account = accounts.get(profile.id);
      const facts = account && { profile, account, isInside: inside.has(profile.id) };
      return facts ? [UserObjectDto.from(facts, this.links)] : [];
    });
  }

  async exists(partnerId: string, customerId: number): Promise<boolean> {
    return (await this.profiles.read(this.db, partnerId, customerId)) !== undefined;
  }
}
