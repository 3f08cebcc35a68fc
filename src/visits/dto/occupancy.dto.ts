import { Answer } from '../../platform/http/answer-fields.js';
import type { Occupancy } from '../occupancy.repository.js';

export class OccupancyDto {
  @Answer.whole('People with an open visit')
  inside!: number;

  @Answer.whole('How many may be inside; null: as many as come', { nullable: true })
  capacity!: number | null;

  @Answer.instant()
  at!: Date;

  static from({ inside, capacity, at }: Occupancy): OccupancyDto {
    return { inside, capacity, at };
  }
}
