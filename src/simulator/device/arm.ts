import type { ScanAnswer } from '../device-answers/scan-answer.js';
import { canDo, type DeviceAction, type DeviceModel } from '../device-wire/device-models.js';

export type ArmState =
  | { readonly state: 'locked' }
  | {
      /** The arm of a turnstile waits for a person, or a relay has opened a door. */
      readonly state: 'released' | 'open';
      readonly action: DeviceAction;
      readonly parameters: string;
      readonly since: Date;
    };

const CATRA = /^allow=(?:clockwise|anticlockwise|both)$/;

/** What moves: the arm of a turnstile, or the relay of a controller. */
export class Arm {
  private state: ArmState = { state: 'locked' };
  /** Of the last grant: what a report of its rotation refers to, also after it. */
  private granted: string | undefined;

  get(): ArmState {
    return this.state;
  }

  grantedUuid(): string | undefined {
    return this.granted;
  }

  /** @returns whether anything moves: an action of another kind of device does nothing here */
  act(model: DeviceModel, actions: ScanAnswer['actions'], uuid?: string): boolean {
    const possible = actions.find(
      ({ action, parameters }) =>
        canDo(model, action) && (action !== 'catra' || CATRA.test(parameters)),
    );
    if (possible === undefined) return false;
    const state = possible.action === 'catra' ? 'released' : 'open';
    this.state = { state, ...possible, since: new Date() };
    this.granted = uuid;
    return true;
  }

  /** The person is through, or gave up. */
  lock(): void {
    this.state = { state: 'locked' };
  }
}
