import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { CheckField, ChoiceField, TextField } from '../frame/fields.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import { isRefused, type FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { choicesOf } from '../settings/setting-fields.js';
import { GYM_BOX } from './pass-form.js';
import { passesOf, type Pass } from './pass.js';
import { PASSES_WORDS } from './passes-words.js';

export interface PassView {
  readonly customerId: number;
  /** The person's name. */
  readonly member: string;
  readonly gyms: readonly ListedGym[];
  readonly state: FormState;
  /** Absent: a new one. */
  readonly pass?: Pass;
}

interface PassProps {
  readonly page: ConsolePage;
  readonly view: PassView;
}

export function passScreen(page: ConsolePage, view: PassView): VNode {
  const words = page.textsOf(PASSES_WORDS);
  const { customerId, member, state, pass } = view;
  const path = `${passesOf(customerId)}/${pass?.id ?? 'new'}`;
  return (
    <Frame
      page={page}
      title={pass ? words.types[pass.type].label : words.addTitle}
      back={{ href: `/console/members/${customerId}`, label: member }}
    >
      <ConsoleForm
        page={page}
        action={path}
        state={state}
        {...(pass && { hidden: { type: pass.type } })}
        submit={pass ? page.words.save : words.add}
      >
        <PassFields page={page} view={view} />
      </ConsoleForm>
      {pass && (
        <ConfirmedAction
          page={page}
          action={`${path}/remove`}
          state={{ values: {}, stored: state.stored }}
          {...words.removal}
        />
      )}
    </Frame>
  );
}

function PassFields({ page, view }: PassProps): VNode {
  const words = page.textsOf(PASSES_WORDS);
  const { state, pass } = view;
  const shared = { page, state };
  const entries = { type: 'text', inputMode: 'numeric', maxLength: 4 } as const;
  return (
    <>
      {!pass && (
        <ChoiceField {...shared} name="type" label={words.type} choices={choicesOf(words.types)} />
      )}
      <div class="pair">
        <TextField
          {...shared}
          name="validFrom"
          label={words.validFrom}
          input={{ type: 'date' }}
          required
        />
        <TextField
          {...shared}
          name="validUntil"
          label={words.validUntil}
          hint={words.validUntilHint}
          input={{ type: 'date' }}
        />
      </div>
      {pass?.type !== 'STAFF' && (
        <TextField
          {...shared}
          name="entries"
          label={words.entries}
          hint={words.entriesHint}
          input={entries}
        />
      )}
      <GymBoxes page={page} view={view} />
      <TextField
        {...shared}
        name="note"
        label={words.note}
        hint={words.noteHint}
        input={{ type: 'text', maxLength: 200, autocomplete: 'off' }}
      />
    </>
  );
}

/** With one gym there is nothing to choose. */
function GymBoxes({ page, view: { gyms, state } }: PassProps): VNode | null {
  const words = page.textsOf(PASSES_WORDS);
  if (gyms.length < 2) return null;
  const isWrong = isRefused(state, 'gymIds');
  return (
    <fieldset class={isWrong ? 'choices has-problem' : 'choices'}>
      <legend>{words.gyms}</legend>
      <p class={isWrong ? 'problem' : 'hint'}>{words.gymsHint}</p>
      <div class="boxes">
        {gyms.map(({ id, name }) => (
          <CheckField key={id} page={page} state={state} name={`${GYM_BOX}${id}`} label={name} />
        ))}
      </div>
    </fieldset>
  );
}
