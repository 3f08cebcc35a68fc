import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { WEEK_DAYS, type Policy, type ListedRule } from './access-rule.js';
import { ACCESS_WORDS } from './access-words.js';
import { weekSpans, type DaySpan } from './week-spans.js';

interface WeekProps {
  readonly page: ConsolePage;
  readonly policy: Policy;
  readonly rules: readonly ListedRule[];
}

const LANE = 14;
const HOURS = [0, 6, 12, 18, 24];
const percent = (minute: number): string => `${Math.round((minute / 1_440) * 1e4) / 100}%`;

/** One lane for each active rule, the first rule on top, over what holds where no rule fits. */
export function WeekPicture({ page, policy, rules }: WeekProps): VNode {
  const words = page.textsOf(ACCESS_WORDS);
  const active = rules.filter((rule) => rule.active);
  const lanes = active.map((rule, lane) => ({ rule, lane, spans: weekSpans(rule.when) }));
  return (
    <table class="week" aria-label={words.week.title}>
      <thead>
        <tr>
          <td />
          <td class="week-hours" aria-hidden="true">
            {HOURS.map((hour) => (
              <span key={hour}>{hour}</span>
            ))}
          </td>
        </tr>
      </thead>
      <tbody>
        {WEEK_DAYS.map((name, day) => (
          <tr key={name}>
            <th scope="row">{words.days[name]}</th>
            <td>
              <svg
                class={`week-day week-${policy.outsideRules.toLowerCase()}`}
                width="100%"
                height={Math.max(1, active.length) * LANE}
                role="img"
                aria-label={dayText(page, lanes, day)}
              >
                {[6, 12, 18].map((hour) => (
                  <line
                    key={hour}
                    class="chart-line"
                    x1={percent(hour * 60)}
                    x2={percent(hour * 60)}
                    y1="0"
                    y2="100%"
                  />
                ))}
                {lanes.flatMap((lane) =>
                  lane.spans.flatMap((span) =>
                    span.day === day ? [<Bar key={lane.rule.id} lane={lane} span={span} />] : [],
                  ),
                )}
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Lane {
  readonly rule: ListedRule;
  readonly lane: number;
  readonly spans: readonly DaySpan[];
}

function Bar({ lane: { rule, lane }, span }: { lane: Lane; span: DaySpan }): VNode {
  const y = lane * LANE;
  return (
    <g class={`week-bar week-bar-${rule.effect.toLowerCase()}`}>
      <title>{rule.name}</title>
      <rect
        x={percent(span.from)}
        width={percent(span.to - span.from)}
        y={y + 1}
        height={LANE - 2}
        rx="3"
      />
      <text x={percent(span.from)} dx="4" y={y + LANE - 3.5}>
        {rule.position}
      </text>
    </g>
  );
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The day in words, for people who do not see the picture. */
function dayText(page: ConsolePage, lanes: readonly Lane[], day: number): string {
  const { effects, week } = page.textsOf(ACCESS_WORDS);
  const parts = lanes.flatMap(({ rule, spans }) =>
    spans
      .filter((span) => span.day === day)
      .map((s) => `${effects[rule.effect]}: ${rule.name}, ${clock(s.from)}–${clock(s.to)}`),
  );
  return parts.join('; ') || week.empty;
}
