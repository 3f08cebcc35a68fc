import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import type { StaffPlace } from '../members/staff-members.repository.js';

/** What a group of the provider may do here. */
export interface GroupPlace extends StaffPlace {
  readonly group: string;
}

/** What a partner says of its provider, its secret aside. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** The claim that holds the groups; with dots, a path. */
  readonly groupsClaim: string;
  /** The first group that a person is in decides. */
  readonly groups: readonly GroupPlace[];
  /** Only an OWNER may log in with a password. */
  readonly required: boolean;
  /** Every log-in there has a second factor. */
  readonly provesSecondFactor: boolean;
}

export interface IdentityProvider extends ProviderSettings {
  readonly partnerId: string;
  readonly sealedSecret: Buffer;
  readonly clientSecretSetAt: Date;
  readonly version: number;
}

const FIND = {
  name: 'identity-providers.find',
  text: `select partner_id as "partnerId", issuer, client_id as "clientId", client_secret as "sealedSecret",
      client_secret_set_at as "clientSecretSetAt", scopes, groups_claim as "groupsClaim", groups, required,
      proves_second_factor as "provesSecondFactor", version
    from staff_identity_providers where partner_id = $1`,
};
/** Without a secret the stored one stays. */
const PUT = {
  name: 'identity-providers.put',
  text: `insert into staff_identity_providers as d
      (partner_id, issuer, client_id, client_secret, scopes, groups_claim, groups, required, proves_second_factor)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (partner_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
      client_secret = excluded.client_secret, scopes = excluded.scopes, groups_claim = excluded.groups_claim,
      groups = excluded.groups, required = excluded.required, proves_second_factor = excluded.proves_second_factor,
      client_secret_set_at = case when d.client_secret = excluded.client_secret
        then d.client_secret_set_at else clock_timestamp() end,
      version = d.version + 1`,
};
const REMOVE = {
  name: 'identity-providers.remove',
  text: 'delete from staff_identity_providers where partner_id = $1',
};

/** The rows of `staff_identity_providers`: one for a partner at most. */
@Injectable()
export class IdentityProvidersRepository {
  constructor(private readonly db: Database) {}

  async find(partnerId: string, queries: Queries = this.db): Promise<IdentityProvider | undefined> {
    return (await queries.query<IdentityProvider & object>(FIND, [partnerId]))[0];
  }

  async put(
    tx: Queries,
    partnerId: string,
    { sealedSecret, ...settings }: ProviderSettings & Pick<IdentityProvider, 'sealedSecret'>,
  ): Promise<void> {
    const { issuer, clientId, scopes, groupsClaim, groups, required } = settings;
    await tx.query(PUT, [
      partnerId,
      issuer,
      clientId,
      sealedSecret,
      scopes,
      groupsClaim,
      JSON.stringify(groups),
      required,
      settings.provesSecondFactor,
    ]);
  }

  async remove(tx: Queries, partnerId: string): Promise<void> {
    await tx.query(REMOVE, [partnerId]);
  }
}
