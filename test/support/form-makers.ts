import type { StaffStage } from './staff-stage.js';

/** A form of the console, and what a person types in it. */
export interface FilledForm {
  /** Where the form stands. */
  readonly page: string;
  /** Where it is sent, when that is not its page. */
  readonly action?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Sets a state or ends something, by a button: twice is no harm, and each press is in the audit log. */
  readonly isState?: boolean;
  /** Of the operator's own. */
  readonly isOperator?: boolean;
  /** Ends the session in which it is sent. */
  readonly leaves?: boolean;
}
export type Maker = (stage: StaffStage) => FilledForm | Promise<FilledForm>;

let count = 0;
export const nextNumber = (): number => (count += 1);
export const fresh = (text: string): string => `${text} ${nextNumber()}`;

export async function made(stage: StaffStage, path: string, body: object): Promise<string> {
  const answer = await stage.world.admin.post(`/admin/v1/${path}`, body);
  if (answer.status !== 201) throw new Error(answer.text);
  return String(answer.body.id);
}

export const own = ({ world }: StaffStage, path: string) => `partners/${world.partnerId}/${path}`;
export const member = (stage: StaffStage) =>
  made(stage, own(stage, 'customers'), { firstName: fresh('Ana') });
export const door = (stage: StaffStage) =>
  made(stage, `gyms/${stage.world.gymId}/devices`, { name: fresh('Door'), direction: 'IN' });
export const gym = (stage: StaffStage) => made(stage, own(stage, 'gyms'), { name: fresh('Gym') });
