import { Injectable } from '@nestjs/common';
import { textRule } from '../../platform/http/field-rules.js';
import { FactorChanges, type AddedFactor, type RemovedFactor } from './factor-changes.js';
import { PasskeyCeremonies, type PasskeySession } from './passkey-ceremonies.js';
import { MOST_PASSKEYS, PasskeysRepository, type ListedPasskey } from './passkeys.repository.js';

/** A new passkey as the browser returned it, and what to call it. */
export interface PasskeyAddition {
  readonly response: string;
  readonly name: string;
  /** When no name was typed. */
  readonly otherwise: string;
}

const nameRule = textRule({ min: 1, max: 60 });

/** The passkeys of a person, as a second factor. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly rows: PasskeysRepository,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly changes: FactorChanges,
  ) {}

  /** False where browsers make none. */
  get isPossible(): boolean {
    return this.ceremonies.isPossible;
  }

  list(personId: string): Promise<ListedPasskey[]> {
    return this.rows.list(personId);
  }

  async hasRoom(personId: string): Promise<boolean> {
    return (await this.rows.credentials(personId)).length < MOST_PASSKEYS;
  }

  /** @returns undefined when it was not made for this session, is known already, or there are too many */
  async add(session: PasskeySession, form: PasskeyAddition): Promise<AddedFactor | undefined> {
    const { id, personId } = session;
    const made = await this.ceremonies.made(id, form.response);
    if (!made) return undefined;
    const name = nameRule(form.name) === undefined ? form.name : form.otherwise;
    return this.changes.add(personId, (tx) => this.rows.insert(tx, personId, { ...made, name }));
  }

  /** True once, for a passkey of this person. */
  async prove({ id, personId }: PasskeySession, response: string): Promise<boolean> {
    const use = await this.ceremonies.used(response, { purpose: 'PROVE', sessionId: id });
    return use?.isRight === true && use.passkey.personId === personId;
  }

  /** @returns undefined where the person has no such passkey */
  rename(personId: string, id: string, name: string): Promise<ListedPasskey | undefined> {
    return this.rows.rename(personId, id, name);
  }

  /** @param mayEnd whether the person may be without a second factor */
  remove(personId: string, id: string, mayEnd: boolean): Promise<RemovedFactor> {
    return this.changes.remove(personId, mayEnd, (tx) => this.rows.remove(tx, personId, id));
  }
}
