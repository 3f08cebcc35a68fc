import type { Command } from 'commander';
import type { BuildCommand, CommandCall } from '../frame/command-call.js';
import { action, examples } from '../frame/run-command.js';
import { keepPerson, lastPerson, newPerson, type SandboxPerson } from '../sandbox/person.js';
import {
  playBooking,
  playCheckIn,
  playEndOfCheckIns,
  playRegistration,
  playScan,
  playUserStatus,
  type Played,
} from '../sandbox/plays.js';
import { stageOf, type SandboxStage } from '../sandbox/stage.js';
import { wrongUse } from '../terminal/cli-problem.js';
import type { ExitCode } from '../terminal/exit-codes.js';

interface PersonOptions {
  readonly new?: boolean;
  readonly wellhubId?: string;
  readonly gpwId?: string;
  readonly email?: string;
}

type Play = (stage: SandboxStage) => Promise<Played>;

const PLAYS: Readonly<Record<string, { readonly does: string; readonly play: Play }>> = {
  register: { does: 'the person chooses the gym in the Wellhub app', play: playRegistration },
  checkin: { does: 'the person checks in; waits until it is paid', play: playCheckIn },
  scan: { does: 'the person shows the code to the door', play: playScan },
  book: { does: 'the person books a class', play: playBooking('requested') },
  'cancel-booking': { does: 'the person cancels the booking', play: playBooking('canceled') },
  'late-cancel-booking': { does: '… too late', play: playBooking('late-canceled') },
  cancel: { does: 'the person ends the Wellhub plan', play: playUserStatus('cancel') },
  change: { does: 'the person changes the plan, or comes back', play: playUserStatus('change') },
  'cancel-checkin': {
    does: 'Wellhub cancels the open check-ins',
    play: playEndOfCheckIns('cancel'),
  },
  'expire-checkin': {
    does: 'the open check-ins expire at Wellhub',
    play: playEndOfCheckIns('expire'),
  },
};

export const trigger: BuildCommand = (command) => {
  command.description(
    'in a sandbox: play Wellhub and the door (gatehouse login --sandbox).\nThe person stays the same from one call to the next.',
  );
  for (const [name, { does, play }] of Object.entries(PLAYS))
    buildPlay(command.command(name).description(does), play);
  command.addHelpText(
    'after',
    examples('trigger register', 'trigger checkin', 'trigger scan', 'trigger checkin --new'),
  );
};

function buildPlay(command: Command, play: Play): void {
  command
    .option('--new', 'as another person')
    .option('--wellhub-id <digits>', 'the person’s id at check-ins')
    .option('--gpw-id <id>', 'the person’s id at the registration')
    .option('--email <address>', 'the person’s address')
    .addHelpText('after', examples(`trigger ${command.name()}`))
    .action(action<PersonOptions>((call) => act(call, play)));
}

async function act(call: CommandCall<PersonOptions>, play: Play): Promise<ExitCode | void> {
  const person = personOf(call.options);
  const stage = await stageOf(call, person);
  keepPerson(person);
  const { value, lines, next, exitCode } = await play(stage);
  call.output.result(value, lines);
  for (const step of next) call.output.progress(`Next: ${step}`);
  return exitCode;
}

function personOf({ new: isNew, wellhubId, gpwId, email }: PersonOptions): SandboxPerson {
  const person = (isNew ? undefined : lastPerson()) ?? newPerson();
  if (wellhubId !== undefined && !/^\d{1,20}$/.test(wellhubId))
    throw wrongUse(`"${wellhubId}" is no Wellhub id.`, 'It has 1 to 20 digits.');
  if (gpwId !== undefined && !/^gpw-[\w-]{1,96}$/.test(gpwId))
    throw wrongUse(`"${gpwId}" is no id of a registration.`, 'It begins with "gpw-".');
  return {
    ...person,
    ...(wellhubId !== undefined && { wellhubId }),
    ...(gpwId !== undefined && { gpwId }),
    ...(email !== undefined && { email }),
  };
}
