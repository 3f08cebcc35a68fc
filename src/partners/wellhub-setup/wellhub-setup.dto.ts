import { Flag, Id } from '../../platform/http/fields.js';
import { Answer } from '../../platform/http/answer-fields.js';
import {
  SETUP_PROBLEMS,
  SETUP_WEBHOOK_STATES,
  type SetupProblem,
  type WebhookReport,
} from './setup-report.js';

export class RegisterSetupDto {
  @Flag({
    description:
      'Must be true: Wellhub may take a live gym off its app while its webhooks are changed',
  })
  confirm!: boolean;

  @Id({ optional: true, description: 'Only this gym; without it all gyms of the partner' })
  gymId?: number;
}

class SetupWebhookDto {
  @Answer.text('The event that Wellhub sends there')
  event!: string;

  @Answer.oneOf(SETUP_WEBHOOK_STATES)
  state!: WebhookReport['state'];

  @Answer.text('What Wellhub has', { nullable: true })
  url!: string | null;

  @Answer.text('What a registration would set', { format: 'uri' })
  expectedUrl!: string;
}

class GymSetupDto {
  @Answer.id()
  gymId!: number;

  @Answer.text()
  name!: string;

  @Answer.text()
  wellhubGymId!: string;

  @Answer.flag('Whether users of Wellhub see the gym; null where Wellhub does not know it', {
    nullable: true,
  })
  enabled!: boolean | null;

  @Answer.oneOf(SETUP_PROBLEMS, 'Why nothing is known of its webhooks', { nullable: true })
  problem!: SetupProblem | null;

  @Answer.list(() => SetupWebhookDto)
  webhooks!: readonly SetupWebhookDto[];
}

class GymAtWellhubDto {
  @Answer.text()
  wellhubGymId!: string;

  @Answer.flag('Whether users of Wellhub see it')
  enabled!: boolean;
}

class NamedGymDto {
  @Answer.id()
  gymId!: number;

  @Answer.text()
  name!: string;
}

/** What Wellhub knows of the gyms and their webhooks. */
export class WellhubSetupDto {
  @Answer.text('production, or simulator')
  environment!: string;

  @Answer.list(() => GymSetupDto)
  gyms!: readonly GymSetupDto[];

  @Answer.list(() => GymAtWellhubDto, 'They chose us at Wellhub, and no gym here has their id')
  unknownGyms!: readonly GymAtWellhubDto[];

  @Answer.list(() => NamedGymDto, 'Wellhub can send nothing about them')
  gymsWithoutWellhubGymId!: readonly NamedGymDto[];
}

class RegisteredGymDto {
  @Answer.id()
  gymId!: number;

  @Answer.texts('The events whose address was set')
  events!: readonly string[];

  @Answer.oneOf(SETUP_PROBLEMS, 'Why it failed', { nullable: true })
  problem!: SetupProblem | null;
}

/** What was registered, and how everything stands afterwards. */
export class RegisteredSetupDto extends WellhubSetupDto {
  @Answer.list(() => RegisteredGymDto)
  registered!: readonly RegisteredGymDto[];
}
