import { readNetwork, readRotate } from '../device-control/device-control-commands.js';
import type { SimulatedDevice } from '../device/simulated-device.js';
import type { PresentCommand } from '../device/scanner.js';
import {
  formField,
  presentTyped,
  readSettingsForm,
  readTyped,
  type TypedContent,
} from './device-page-input.js';

type Press = (body: unknown) => unknown;

/** What the buttons of the page do, and what was typed last. */
export class DeviceButtons {
  typed: TypedContent | undefined;
  private presented: PresentCommand | undefined;

  constructor(private readonly device: SimulatedDevice) {}

  /** @returns false for a button that the page does not have */
  async press(name: string, body: unknown): Promise<boolean> {
    const press = Object.hasOwn(this.buttons, name) ? this.buttons[name] : undefined;
    await press?.(body);
    return press !== undefined;
  }

  private readonly buttons: Readonly<Record<string, Press>> = {
    present: (body) => this.present(body),
    again: () => this.presented && this.device.present(this.presented),
    turn: (body) => {
      const lost = formField(body, 'lost') === 'on';
      return this.device.rotate(readRotate({ turn: formField(body, 'turn'), lost }));
    },
    network: (body) => this.setLine(body),
    tick: () => this.device.tick(),
    poll: () => this.device.poll(),
    settings: (body) => this.device.configure(readSettingsForm(body)),
    clear: () => this.device.clear(),
  };

  private async present(body: unknown): Promise<void> {
    this.typed = readTyped(body);
    const command = presentTyped(this.typed);
    const { uuid } = await this.device.present(command);
    this.presented = { ...command, uuid };
  }

  private setLine(body: unknown): void {
    const state = formField(body, 'state');
    const slowMs = Number(formField(body, 'slowMs') || 1_000);
    const { line } = readNetwork({ state, ...(state === 'slow' && { slowMs }) });
    if (line !== undefined) this.device.setLine(line);
  }
}
