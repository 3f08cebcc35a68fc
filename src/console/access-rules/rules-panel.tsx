import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import { Badge, EmptyState, Panel } from '../frame/list.js';
import { gymRules, type ListedRule } from './access-rule.js';
import { ACCESS_WORDS } from './access-words.js';
import { ruleSummary, type RuleNames } from './rule-summary.js';

interface RulesProps {
  readonly page: ConsolePage;
  readonly gymId: number;
  readonly rules: readonly ListedRule[];
  readonly names: RuleNames;
  /** The tag of the policy: the order belongs to it. */
  readonly tag: string;
}

/** The rules in the order in which a door reads them. */
export function RulesPanel({ page, gymId, rules, names, tag }: RulesProps): VNode {
  const { rules: words } = page.textsOf(ACCESS_WORDS);
  const mayChange = page.may('STUDIO_WRITE');
  const add = mayChange && (
    <a class="button" href={`${gymRules(gymId)}/new`}>
      {words.add}
    </a>
  );
  return (
    <Panel title={words.title} actions={add}>
      <p>{words.lead}</p>
      {rules.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <ol class="access-rules">
          {rules.map((rule, at) => (
            <li key={rule.id}>
              <RuleLine page={page} rule={rule} names={names} />
              {mayChange && rules.length > 1 && (
                <MoveButtons page={page} at={at} rules={rules} tag={tag} />
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function RuleLine({
  page,
  rule,
  names,
}: Pick<RulesProps, 'page' | 'names'> & { rule: ListedRule }) {
  const { effects, rules: words } = page.textsOf(ACCESS_WORDS);
  return (
    <div>
      <p>
        <Badge tone={rule.effect === 'ALLOW' ? 'good' : 'bad'}>{effects[rule.effect]}</Badge>{' '}
        <a href={`${gymRules(rule.gymId)}/${rule.id}`}>{rule.name}</a>{' '}
        {!rule.active && <Badge tone="off">{words.inactive}</Badge>}
      </p>
      <p class="quiet">{ruleSummary(page, rule, names)}</p>
    </div>
  );
}

interface MoveProps {
  readonly page: ConsolePage;
  readonly at: number;
  readonly rules: readonly ListedRule[];
  readonly tag: string;
}

function MoveButtons({ page, at, rules, tag }: MoveProps): VNode {
  const { rules: words } = page.textsOf(ACCESS_WORDS);
  const [rule] = rules.slice(at);
  const steps = [
    { by: -1, sign: '↑', text: words.up(rule?.name ?? '') },
    { by: 1, sign: '↓', text: words.down(rule?.name ?? '') },
  ].filter(({ by }) => rules[at + by] !== undefined);
  return (
    <div class="move-buttons">
      {steps.map(({ by, sign, text }) => (
        <ConsoleForm
          key={by}
          page={page}
          action={`${gymRules(rule?.gymId ?? 0)}/order`}
          state={{ values: {}, stored: { values: {}, tag } }}
          hidden={{ ids: moved(rules, at, by).join(',') }}
        >
          <button class="second" title={text}>
            <span aria-hidden="true">{sign}</span>
            <span class="unseen">{text}</span>
          </button>
        </ConsoleForm>
      ))}
    </div>
  );
}

/** The ids in the order that they have after this rule changed places with its neighbour. */
function moved(rules: readonly ListedRule[], at: number, by: number): number[] {
  const ids = rules.map(({ id }) => id);
  const [id = 0] = ids.splice(at, 1);
  return ids.toSpliced(at + by, 0, id);
}
