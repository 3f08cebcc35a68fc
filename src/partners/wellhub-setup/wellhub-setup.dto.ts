import { Flag, Id } from '../../platform/http/fields.js';

export class RegisterSetupDto {
  @Flag({
    description:
      'Must be true: Wellhub may take a live gym off its app while its webhooks are changed',
  })
  confirm!: boolean;

  @Id({ optional: true, description: 'Only this gym; without it all gyms of the partner' })
  gymId?: number;
}
