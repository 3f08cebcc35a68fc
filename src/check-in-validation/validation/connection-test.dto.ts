import { Answer } from '../../platform/http/answer-fields.js';
import { CONNECTION_RESULTS, type ConnectionResult } from './connection-test.js';

export class ConnectionTestDto {
  @Answer.oneOf(CONNECTION_RESULTS)
  result!: ConnectionResult['result'];

  @Answer.text('What is wrong, where that is known', { optional: true })
  detail?: string;
}
