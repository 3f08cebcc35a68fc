import { Answer } from '../../platform/http/answer-fields.js';

/** What Wellhub gets for a registration: exactly this field. */
export class RedirectLinkDto {
  @Answer.text('The page to open: it signs the person up or logs them in', { format: 'uri' })
  redirect_link!: string;
}
