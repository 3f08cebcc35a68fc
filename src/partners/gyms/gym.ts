import type { GymEntity, OutagePolicy, ValidationMode } from './gym.entity.js';
import type { GymProfile } from './gym-profile.js';

export type { OutagePolicy, ValidationMode };

/** A location as other rooms see it; read-only, because changing the object would not change the row. */
export type Gym = Readonly<GymEntity>;

type Fixed =
  'partnerId' | 'id' | 'hookProduction' | 'hookTest' | 'changeNo' | 'createdAt' | 'deletedAt';

export type GymChange = Partial<Omit<GymEntity, Fixed | 'profile'>> & {
  readonly profile?: Partial<GymProfile>;
};

export type NewGym = GymChange &
  Pick<GymEntity, 'partnerId' | 'name' | 'hookProduction' | 'hookTest'>;
