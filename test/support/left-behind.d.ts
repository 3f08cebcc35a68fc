export interface LeftProcess {
  readonly pid: number;
  readonly command: string;
}
export function entriesOf(folder: string): string[];
export function processesOf(folder: string): LeftProcess[];
export function killForgotten(folder: string, patienceMs?: number): Promise<LeftProcess[]>;
