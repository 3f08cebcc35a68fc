import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import {
  PasskeyChallengesRepository,
  type PasskeyChallenge,
  type PasskeyPurpose,
} from './passkey-challenges.repository.js';
import { readPasskeyResponse } from './passkey-response.js';
import { PasskeysRepository, type NewPasskey, type StoredPasskey } from './passkeys.repository.js';
import { RelyingParty, type PasskeyOwner } from './relying-party.js';

/** The session in which a person adds or uses a passkey. */
export interface PasskeySession extends PasskeyOwner {
  readonly id: string;
}

/** A passkey that answered a challenge of ours. */
export interface PasskeyUse {
  readonly passkey: StoredPasskey;
  /** Signed with it, and not counted before. */
  readonly isRight: boolean;
}

/** What a browser asks a device for, and what came back: each challenge counts once, for five minutes, in its session. */
@Injectable()
export class PasskeyCeremonies {
  private readonly party: RelyingParty;

  constructor(
    { publicUrl }: Settings,
    private readonly rows: PasskeysRepository,
    private readonly challenges: PasskeyChallengesRepository,
  ) {
    this.party = new RelyingParty(publicUrl);
  }

  /** False where browsers make no passkeys. */
  get isPossible(): boolean {
    return this.party.isPossible;
  }

  /** Names the passkeys that the person has, so that none is made twice. */
  async optionsToAdd(session: PasskeySession) {
    const known = await this.rows.credentials(session.personId);
    return this.issued(await this.party.creationOptions(session, known), 'ADD', session.id);
  }

  async optionsToProve({ id, personId }: PasskeySession) {
    const known = await this.rows.credentials(personId);
    return this.issued(await this.party.requestOptions(known), 'PROVE', id);
  }

  /** The same for every caller: whose it is the passkey tells. */
  async optionsToLogIn() {
    return this.issued(await this.party.requestOptions(), 'LOG_IN', null);
  }

  /** @returns undefined when it was not made for this session */
  async made(sessionId: string, text: string): Promise<NewPasskey | undefined> {
    const response = readPasskeyResponse(text);
    if (!response) return undefined;
    const { challenge } = response;
    const isAsked = await this.challenges.use({ challenge, purpose: 'ADD', sessionId });
    return isAsked ? this.party.verifyCreation(response) : undefined;
  }

  /** @returns undefined for an answer to no challenge of ours, and of an unknown passkey */
  async used(
    text: string,
    asked: Omit<PasskeyChallenge, 'challenge'>,
  ): Promise<PasskeyUse | undefined> {
    const response = readPasskeyResponse(text);
    if (!response) return undefined;
    const { challenge, credentialId } = response;
    if (!(await this.challenges.use({ ...asked, challenge }))) return undefined;
    const passkey = await this.rows.find(credentialId);
    if (!passkey) return undefined;
    const mustBeUnlocked = asked.purpose === 'LOG_IN';
    const count = await this.party.verifyUse(response, passkey, mustBeUnlocked);
    const isRight = count !== undefined && (await this.rows.countUse(passkey.id, count));
    return { passkey, isRight };
  }

  private async issued<T extends { readonly challenge: string }>(
    options: T,
    purpose: PasskeyPurpose,
    sessionId: string | null,
  ): Promise<T> {
    await this.challenges.insert({ challenge: options.challenge, purpose, sessionId });
    return options;
  }
}
