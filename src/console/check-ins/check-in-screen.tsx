import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { DataTable, Facts, Panel } from '../frame/list.js';
import { doorWarningText } from '../reasons/door-warnings.js';
import { CHECK_INS_PATH, personOnScreen, ResultBadge } from './check-ins-screen.js';
import { CHECK_INS_WORDS, type CheckInsWords } from './check-ins-words.js';
import { resultOf, type CheckInDetail, type TrailStep } from './listed-check-in.js';

interface CheckInView {
  readonly checkIn: CheckInDetail;
  readonly gym: ListedGym | undefined;
  readonly names: ReadonlyMap<number, string>;
}

interface PartProps {
  readonly page: ConsolePage;
  readonly view: CheckInView;
}

/** One check-in: what became of it, why, and each step on the way. */
export function checkInScreen(page: ConsolePage, view: CheckInView): VNode {
  const { checkIn, names } = view;
  const words = page.textsOf(CHECK_INS_WORDS);
  const back = `${CHECK_INS_PATH}?gymId=${checkIn.gymId}&day=${checkIn.day}`;
  const warning = doorWarningText(page.language, page.query);
  return (
    <Frame
      page={page}
      title={words.title(personOnScreen(page, checkIn, names))}
      back={{ href: back, label: page.words.sections.checkIns }}
      done={words.done}
      failed={{ lost: words.done.lost }}
      actions={<ResultBadge page={page} checkIn={checkIn} />}
    >
      {warning && <p>{warning}</p>}
      <KnownAbout page={page} view={view} />
      <Panel title={words.why}>
        <Explained words={words} checkIn={checkIn} />
        {checkIn.isValidatable && page.may('CHECKIN_WRITE') && (
          <ConsoleForm
            page={page}
            action={`${CHECK_INS_PATH}/${checkIn.id}/validate`}
            submit={words.validate}
          >
            <p class="hint">{words.validateHint}</p>
          </ConsoleForm>
        )}
      </Panel>
      <Panel title={words.trail}>
        <Trail page={page} view={view} />
      </Panel>
      {page.may('CUSTOMER_READ') && names.has(checkIn.customerId) && (
        <p>
          <a href={`/console/members/${checkIn.customerId}`}>{words.member}</a>
        </p>
      )}
    </Frame>
  );
}

function Explained({ words, checkIn }: { words: CheckInsWords; checkIn: CheckInDetail }): VNode {
  const { lostBecause, alreadyValidated } = checkIn;
  if (lostBecause) {
    const { why, todo } = words.losses[lostBecause];
    return (
      <>
        <p>{why}</p>
        <p>{todo}</p>
      </>
    );
  }
  const texts = {
    PAID: alreadyValidated ? words.twiceHint : words.paidHint,
    WAITING: words.waitingHint,
    OVERDUE: words.overdueHint,
    LOST: '',
  };
  return <p>{texts[resultOf(checkIn)]}</p>;
}

function KnownAbout({ page, view }: PartProps): VNode {
  const { facts } = page.textsOf(CHECK_INS_WORDS);
  const { checkIn, gym } = view;
  const at = (moment: string | null) => moment && page.formats.exactTime(moment, gym?.timeZone);
  const known: readonly (readonly [string, string | null])[] = [
    [page.words.gym, gym?.name ?? null],
    [facts.came, at(checkIn.occurredAt)],
    [facts.until, checkIn.validatedAt === null ? at(checkIn.expiresAt) : null],
    [facts.paidAt, at(checkIn.validatedAt)],
    [facts.product, checkIn.productDescription],
    [facts.gympassId, /^\d+$/.test(checkIn.gympassId) ? checkIn.gympassId : null],
    [facts.booking, checkIn.bookingNumber],
    [facts.calls, page.formats.number(checkIn.attempts)],
    [facts.answer, checkIn.attempts > 0 ? answerText(page, checkIn) : null],
  ];
  return <Facts facts={known.filter(([, value]) => value !== null && value !== '')} />;
}

function Trail({ page, view }: PartProps): VNode {
  const words = page.textsOf(CHECK_INS_WORDS);
  const { trailColumns: columns } = words;
  const steps = view.checkIn.trail.map((step, no) => ({ ...step, no }));
  return (
    <DataTable
      caption={words.trail}
      rows={steps}
      keyOf={({ no }) => no}
      columns={[
        { title: columns.at, cell: ({ at }) => page.formats.exactTime(at, view.gym?.timeZone) },
        { title: columns.became, cell: ({ to }) => words.states[to] },
        { title: columns.by, cell: ({ cause }) => words.causes[cause] },
        { title: columns.calls, cell: ({ attempts }) => attempts, isNumber: true },
        {
          title: columns.answer,
          cell: (step) => (step.attempts > 0 ? answerText(page, stepAnswer(step)) : ''),
        },
      ]}
    />
  );
}

const stepAnswer = ({ wellhubStatus, wellhubKey }: TrailStep) => ({
  lastStatus: wellhubStatus,
  lastKey: wellhubKey,
});

/** As Wellhub's support knows it. */
function answerText(
  page: ConsolePage,
  { lastStatus, lastKey }: Pick<CheckInDetail, 'lastStatus' | 'lastKey'>,
): string {
  const answer = [lastStatus, lastKey].filter((part) => part !== null).join(' ');
  return answer || page.textsOf(CHECK_INS_WORDS).noAnswer;
}
