import type { ComponentChildren, VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import type { SectionName } from '../frame/frame-words.js';
import { sectionsOf } from '../frame/navigation.js';
import type { DayNumbers, TodayAnswer } from './today-numbers.js';
import { TODAY_WORDS, type TodayWords } from './today-words.js';

interface TilesProps {
  readonly page: ConsolePage;
  readonly numbers: TodayAnswer;
}

/** The day in numbers, each beside the same hour of yesterday and of a week ago. */
export function TodayTiles({ page, numbers }: TilesProps): VNode {
  const words = page.textsOf(TODAY_WORDS);
  const { checkIns, alerts, deliveries } = numbers;
  const tile = { page, numbers };
  const compared = (name: ComparedTile) => (
    <Tile {...tile} id={name} name={words[name]} {...COMPARED[name]} />
  );
  return (
    <ul class="tiles">
      {compared('inside')}
      {compared('paid')}
      <Tile
        {...tile}
        id="waiting"
        name={words.waiting}
        now={checkIns.waiting + checkIns.atRisk}
        section="checkIns"
      >
        <Waiting {...tile} />
      </Tile>
      {compared('lost')}
      {compared('refused')}
      {alerts && (
        <Tile {...tile} id="alerts" name={words.alerts} now={alerts.open} section="alerts" isBad />
      )}
      {deliveries && (
        <Tile
          {...tile}
          id="deliveries"
          name={words.deliveries}
          now={deliveries.retrying + deliveries.failed}
          section="developers"
          isBad
        >
          {failuresText(page, words, deliveries)}
        </Tile>
      )}
    </ul>
  );
}

/** Those that stand beside the numbers of earlier days. */
const COMPARED = {
  inside: { read: ({ inside }) => inside, section: 'inside' },
  paid: { read: (day) => day.checkIns.paid, section: 'checkIns' },
  lost: { read: (day) => day.checkIns.lost, section: 'checkIns', isBad: true },
  refused: { read: (day) => day.scans.refused, section: 'doors' },
} as const satisfies Record<string, Pick<TileProps, 'read' | 'section' | 'isBad'>>;

type ComparedTile = keyof typeof COMPARED;

interface TileProps extends TilesProps {
  readonly id: string;
  readonly name: string;
  /** What earlier days have as well. */
  readonly read?: (day: DayNumbers) => number;
  readonly now?: number;
  /** Where there is more about it. */
  readonly section?: SectionName;
  /** More than none needs a person. */
  readonly isBad?: boolean;
  readonly children?: ComponentChildren;
}

function Tile(props: TileProps): VNode {
  const { page, numbers, id, name, read, now, section, isBad = false, children } = props;
  const words = page.textsOf(TODAY_WORDS);
  const count = now ?? read?.(numbers) ?? 0;
  const path = sectionsOf(page).find((one) => one.name === section)?.path;
  const { formats } = page;
  return (
    <li class={isBad && count > 0 ? 'tile is-bad' : 'tile'}>
      <span class="name">{path ? <Link id={id} path={path} name={name} /> : name}</span>
      <span class="figure">{formats.number(count)}</span>
      {read && (
        <span class="before">
          {`${words.yesterday} ${formats.number(read(numbers.yesterday))}`}
          <br />
          {`${words.lastWeek} ${formats.number(read(numbers.lastWeek))}`}
        </span>
      )}
      {children && <span class="before">{children}</span>}
    </li>
  );
}

/** It has an id, so that it keeps the focus when the tiles are drawn again. */
function Link({ id, path, name }: { id: string; path: string; name: string }): VNode {
  return (
    <a id={`today-${id}`} href={path}>
      {name}
    </a>
  );
}

function Waiting({ page, numbers }: TilesProps): VNode | null {
  const words = page.textsOf(TODAY_WORDS);
  const { checkIns, soonestDeadlineAt, at } = numbers;
  if (soonestDeadlineAt === null) return null;
  const [before, after] = words.timeLeft.split('{time}');
  return (
    <>
      {before}
      <time class="countdown" role="timer" datetime={soonestDeadlineAt}>
        {clockOf(Date.parse(soonestDeadlineAt) - Date.parse(at))}
      </time>
      {after}
      {checkIns.atRisk > 0 && (
        <strong class="at-risk">
          {words.atRisk.replace('{count}', page.formats.number(checkIns.atRisk))}
        </strong>
      )}
    </>
  );
}

/** `19:04`, `1:02:11`; `web/today.ts` goes on from there. */
function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const start = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${start}:${two(seconds % 60)}`;
}

function failuresText(
  { formats }: ConsolePage,
  words: TodayWords,
  deliveries: NonNullable<TodayAnswer['deliveries']>,
): string {
  const { retrying, failed, disabledSubscriptions } = deliveries;
  return [
    [words.retrying, retrying] as const,
    [words.failed, failed] as const,
    [words.disabled, disabledSubscriptions] as const,
  ]
    .filter(([, count]) => count > 0)
    .map(([text, count]) => text.replace('{count}', formats.number(count)))
    .join(' · ');
}
