import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import type { FormState } from '../frame/form-state.js';
import { problemText } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { EmptyState, Facts, Panel } from '../frame/list.js';
import {
  RULES,
  type TriedEntry,
  type PeopleInside,
  type Policy,
  type ListedRule,
} from './access-rule.js';
import { ACCESS_WORDS } from './access-words.js';
import { CheckPanel } from './check-panel.js';
import { PolicyPanel } from './policy-panel.js';
import type { RuleNames } from './rule-summary.js';
import { RulesPanel } from './rules-panel.js';
import { WeekPicture } from './week-picture.js';

export interface RulesView {
  readonly gym: ListedGym;
  readonly gyms: readonly ListedGym[];
  readonly policy: Policy;
  readonly tag: string;
  readonly rules: readonly ListedRule[];
  readonly names: RuleNames;
  readonly occupancy: PeopleInside | undefined;
  readonly state: FormState;
  /** Of moving and removing. */
  readonly changeState?: FormState;
  readonly checkState?: FormState;
  readonly checked?: TriedEntry;
}

export function rulesScreen(page: ConsolePage, view: RulesView): VNode {
  const words = page.textsOf(ACCESS_WORDS);
  const { gym, gyms, rules, policy, checkState, changeState } = view;
  const isChecked = checkState !== undefined;
  const check = page.may('CUSTOMER_READ') && (
    <CheckPanel
      page={page}
      gym={gym}
      doors={view.names.doors}
      state={checkState ?? { values: {} }}
      checked={view.checked}
    />
  );
  return (
    <Frame
      page={page}
      title={gyms.length > 1 ? `${words.title}, ${gym.name}` : words.title}
      lead={words.lead}
      back={{ href: '/console/doors', label: page.words.sections.doors }}
      done={{ added: words.rules.added, moved: words.rules.moved }}
    >
      {gyms.length > 1 && <GymChoice page={page} gyms={gyms} gymId={gym.id} />}
      {changeState?.problem && (
        <p class="alert" role="alert">
          {problemText(page.words, changeState.problem, words.problems)}
        </p>
      )}
      <Warnings page={page} policy={policy} />
      <Now page={page} view={view} />
      {isChecked && check}
      <RulesPanel page={page} gymId={gym.id} {...view} />
      {rules.some(({ active }) => active) && (
        <Panel title={words.week.title}>
          <p>{words.week.lead}</p>
          <WeekPicture page={page} policy={policy} rules={rules} />
        </Panel>
      )}
      {!isChecked && check}
      <PolicyPanel page={page} gymId={gym.id} policy={policy} state={view.state} />
    </Frame>
  );
}

interface ViewProps {
  readonly page: ConsolePage;
  readonly view: RulesView;
}

function Warnings({ page, policy }: { page: ConsolePage; policy: Policy }): VNode | null {
  const { warnings: words } = page.textsOf(ACCESS_WORDS);
  if (policy.warnings.length === 0) return null;
  return (
    <ul class="alert">
      {policy.warnings.map((code) => (
        <li key={code}>{words[code] ?? code}</li>
      ))}
    </ul>
  );
}

function Now({ page, view: { occupancy, policy } }: ViewProps): VNode {
  const { now, policy: words } = page.textsOf(ACCESS_WORDS);
  const outside = [words.outside, words.outsides[policy.outsideRules].label] as const;
  if (!occupancy) return <Facts facts={[outside]} />;
  const { inside, capacity } = occupancy;
  const shown = page.formats.number(inside);
  const places = capacity === null ? shown : now.of(shown, page.formats.number(capacity));
  return <Facts facts={[[now.inside, places], outside]} />;
}

interface GymChoiceProps {
  readonly page: ConsolePage;
  readonly gyms: readonly ListedGym[];
  readonly gymId?: number;
}

function GymChoice({ page, gyms, gymId }: GymChoiceProps): VNode {
  return (
    <form method="get" action={RULES} class="filters">
      <SelectField
        page={page}
        state={{ values: { gym: String(gymId ?? '') } }}
        name="gym"
        label={page.words.gym}
        choices={gyms.map(({ id, name }) => ({ value: String(id), label: name }))}
        required
      />
      <button>{page.words.filter}</button>
    </form>
  );
}

/** At a partner without a gym. */
export function noRulesScreen(page: ConsolePage): VNode {
  const words = page.textsOf(ACCESS_WORDS);
  const back = { href: '/console/doors', label: page.words.sections.doors };
  return (
    <Frame page={page} title={words.title} back={back}>
      <EmptyState title={words.noGym} />
    </Frame>
  );
}
