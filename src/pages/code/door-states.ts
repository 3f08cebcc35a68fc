import { Injectable } from '@nestjs/common';
import type { PageSession } from '../../accounts/index.js';
import type { Words } from '../words/words.js';
import { DoorStateRepository, type DoorState } from './door-state.repository.js';
import { EntryForecasts } from './entry-forecasts.js';
import { forecastText } from './forecast-text.js';

/** What the browser code receives beside the code. */
export interface ShownDoorState extends Omit<DoorState, 'ruledGymIds'> {
  /** A line in the person's language, in the place of `advice`: the rules of every gym say so. */
  readonly adviceText?: string;
}

@Injectable()
export class DoorStates {
  constructor(
    private readonly rows: DoorStateRepository,
    private readonly forecasts: EntryForecasts,
  ) {}

  async find(session: PageSession, words: Words): Promise<ShownDoorState> {
    const { ruledGymIds, ...state } = await this.rows.find(session);
    const forecast = ruledGymIds && (await this.forecasts.of(session, ruledGymIds));
    return forecast ? { ...state, adviceText: forecastText(words, forecast) } : state;
  }
}
