import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { CheckField, ChoiceField, TextField } from '../frame/fields.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import { isRefused, type FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { choicesOf } from '../settings/setting-fields.js';
import { gymRules, RIGHTS, WEEK_DAYS, type ListedRule, type NamedRecord } from './access-rule.js';
import { ACCESS_WORDS } from './access-words.js';
import { BOXES, MESSAGES, NO_DOOR } from './rule-form.js';
import type { RuleNames } from './rule-summary.js';

export interface RuleView {
  readonly gym: ListedGym;
  readonly names: RuleNames;
  readonly state: FormState;
  /** Absent: a new one. */
  readonly rule?: ListedRule;
}

interface RuleProps {
  readonly page: ConsolePage;
  readonly view: RuleView;
}

export function ruleScreen(page: ConsolePage, view: RuleView): VNode {
  const words = page.textsOf(ACCESS_WORDS);
  const { gym, rule, state } = view;
  const home = gymRules(gym.id);
  const path = `${home}/${rule?.id ?? 'new'}`;
  const submit = rule ? page.words.save : words.rules.add;
  return (
    <Frame
      page={page}
      title={rule?.name ?? words.rules.addTitle}
      back={{ href: home, label: `${words.title}, ${gym.name}` }}
    >
      <ConsoleForm
        page={page}
        action={path}
        state={state}
        problems={words.problems}
        {...(page.may('STUDIO_WRITE') && { submit })}
      >
        <WhatPart page={page} view={view} />
        <WhenPart page={page} view={view} />
        <WhoPart page={page} view={view} />
        <DoorsPart page={page} view={view} />
        <MessagePart page={page} view={view} />
      </ConsoleForm>
      {rule && page.may('STUDIO_WRITE') && (
        <ConfirmedAction
          page={page}
          action={`${path}/remove`}
          state={{ values: {}, stored: state.stored }}
          {...words.rules.removal}
        />
      )}
    </Frame>
  );
}

function WhatPart({ page, view: { state } }: RuleProps): VNode {
  const { rules: words } = page.textsOf(ACCESS_WORDS);
  const shared = { page, state };
  return (
    <fieldset class="part">
      <legend>{words.what}</legend>
      <TextField
        {...shared}
        name="name"
        label={words.name}
        hint={words.nameHint}
        input={{ type: 'text', maxLength: 60, autocomplete: 'off' }}
        required
      />
      <ChoiceField
        {...shared}
        name="effect"
        label={words.effect}
        choices={choicesOf(words.effects)}
      />
      <CheckField {...shared} name="active" label={words.active} hint={words.activeHint} />
    </fieldset>
  );
}

function WhenPart({ page, view: { state } }: RuleProps): VNode {
  const { rules: words, longDays } = page.textsOf(ACCESS_WORDS);
  const shared = { page, state };
  const time = { type: 'text', maxLength: 5, placeholder: '09:00', autocomplete: 'off' } as const;
  return (
    <fieldset class="part">
      <legend>{words.when}</legend>
      <p class="hint">{words.whenHint}</p>
      <Boxes
        {...shared}
        box={BOXES.day}
        label={words.days}
        choices={WEEK_DAYS.map((day) => [day, longDays[day]])}
      />
      <div class="pair">
        <TextField {...shared} name="when/from" label={words.from} input={time} />
        <TextField {...shared} name="when/to" label={words.to} hint={words.toHint} input={time} />
      </div>
      <div class="pair">
        <TextField
          {...shared}
          name="when/dateFrom"
          label={words.dateFrom}
          input={{ type: 'date' }}
        />
        <TextField {...shared} name="when/dateTo" label={words.dateTo} input={{ type: 'date' }} />
      </div>
    </fieldset>
  );
}

function WhoPart({ page, view: { state, names, rule } }: RuleProps): VNode {
  const { rules: words, rights } = page.textsOf(ACCESS_WORDS);
  const shared = { page, state };
  const list = { type: 'text', maxLength: 400, autocomplete: 'off' } as const;
  const memberships = idChoices(names.memberships, rule?.who?.membershipIds);
  const age = { type: 'text', inputMode: 'numeric', maxLength: 3 } as const;
  return (
    <fieldset class="part">
      <legend>{words.who}</legend>
      <p class="hint">{words.whoHint}</p>
      <Boxes
        {...shared}
        box={BOXES.right}
        label={words.rights}
        choices={RIGHTS.map((right) => [right, rights[right].label, rights[right].hint])}
      />
      {memberships.length > 0 && (
        <Boxes {...shared} box={BOXES.membership} label={words.memberships} choices={memberships} />
      )}
      <TextField
        {...shared}
        name="who/wellhubPlans"
        label={words.planIds}
        hint={words.planIdsHint}
        input={list}
      />
      <TextField
        {...shared}
        name="who/wellhubProducts"
        label={words.productIds}
        hint={words.productIdsHint}
        input={list}
      />
      <div class="pair">
        <TextField {...shared} name="who/minAge" label={words.minAge} input={age} />
        <TextField {...shared} name="who/maxAge" label={words.maxAge} input={age} />
      </div>
    </fieldset>
  );
}

function DoorsPart({ page, view: { state, names, rule } }: RuleProps): VNode | null {
  const { rules: words } = page.textsOf(ACCESS_WORDS);
  const doors = idChoices(names.doors, rule?.deviceIds);
  const choices =
    rule?.deviceIds?.length === 0
      ? [[NO_DOOR, words.noDoor, words.noDoorHint] as const, ...doors]
      : doors;
  if (choices.length === 0) return null;
  return (
    <fieldset class="part">
      <legend>{words.doors}</legend>
      <Boxes page={page} state={state} box={BOXES.door} label={words.doorsHint} choices={choices} />
    </fieldset>
  );
}

/** What may be chosen, and what the rule names besides: unseen, it would be lost. */
function idChoices(named: readonly NamedRecord[], ids: readonly number[] | null = []) {
  const unseen = (ids ?? []).filter((id) => !named.some((one) => one.id === id));
  return [
    ...named.map(({ id, name }) => [String(id), name || String(id)] as const),
    ...unseen.map((id) => [String(id), `#${id}`] as const),
  ];
}

function MessagePart({ page, view: { state } }: RuleProps): VNode {
  const { rules: words, languages } = page.textsOf(ACCESS_WORDS);
  return (
    <fieldset class="part">
      <legend>{words.message}</legend>
      <p class="hint">{words.messageHint}</p>
      {MESSAGES.map((language) => (
        <TextField
          key={language}
          page={page}
          state={state}
          name={`message/${language}`}
          label={languages[language]}
          input={{ type: 'text', maxLength: 80, autocomplete: 'off' }}
        />
      ))}
    </fieldset>
  );
}

interface BoxesProps {
  readonly page: ConsolePage;
  readonly state: FormState;
  readonly box: string;
  readonly label: string;
  /** Value, label, hint. */
  readonly choices: readonly (readonly [string, string, string?])[];
}

/** Several of a few. */
function Boxes({ page, state, box, label, choices }: BoxesProps): VNode {
  const isWrong = isRefused(state, box.slice(0, -1));
  return (
    <fieldset class={isWrong ? 'choices has-problem' : 'choices'}>
      <legend>{label}</legend>
      {isWrong && <p class="problem">{page.words.fieldInvalid}</p>}
      <div class="boxes">
        {choices.map(([value, text, hint]) => (
          <CheckField
            key={value}
            page={page}
            state={state}
            name={box + value}
            label={text}
            {...(hint && { hint })}
          />
        ))}
      </div>
    </fieldset>
  );
}
