import { Get, Post } from '@nestjs/common';
import { noGymScreen } from '../check-ins/check-ins-screen.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { gymIn } from '../frame/gym-field.js';
import { namesOfPeople } from '../frame/people.js';
import type { Problem } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import { monthIn, shownMonth } from '../money/money-report.js';
import type { Form } from '../../pages/index.js';
import { Takes } from '../../platform/http/body-kinds.js';
import { RequiresSession } from '../../platform/http/declarations.js';
import { readSentForm } from './carried-report.js';
import { LIST_NAMES, type ReportComparison, type PreviewedReport } from './comparison.js';
import { previewScreen } from './preview-screen.js';
import { resultScreen, SHOWN_ROWS } from './result-screen.js';
import { reconciliationStart } from './start-screen.js';

interface Sent {
  readonly form: Form;
  readonly file: Buffer;
  readonly gym: ListedGym;
}

/** A report of Wellhub's portal: sent, looked at, compared. Nothing of it is stored between the steps. */
@Screens('console/reconciliation')
export class ReconciliationScreensController {
  @Get()
  @RequiresSession('CHECKIN_READ')
  async start(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.gyms();
    const gym = gymIn(page, gyms) ?? gyms[0];
    if (!gym) return page.show(noGymScreen(page, page.words.sections.reconciliation));
    return page.show(reconciliationStart(page, { gyms, gym, month: shownMonth(page, [gym]) }));
  }

  /** What we validated. */
  @Get('validated')
  @RequiresSession('CHECKIN_READ')
  async validated(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.gyms();
    const gym = gymIn(page, gyms) ?? gyms[0];
    if (!gym) return page.show(noGymScreen(page, page.words.sections.reconciliation));
    const month = shownMonth(page, [gym]);
    const csv = await page.csv(`gyms/${gym.id}/reconciliation`, { month });
    return page.file(`validated-${gym.id}-${month}.csv`, csv);
  }

  @Post('preview')
  @Takes('upload')
  @RequiresSession('REPORTS')
  async preview(@OnPage() page: ConsolePage): Promise<string> {
    const sent = await this.sent(page);
    return typeof sent === 'string' ? sent : this.showPreview(page, sent);
  }

  @Post('compare')
  @Takes('upload')
  @RequiresSession('REPORTS')
  async compare(@OnPage() page: ConsolePage): Promise<string> {
    const sent = await this.sent(page);
    if (typeof sent === 'string') return sent;
    const { form, file, gym } = sent;
    const month = form.text('month');
    const query = columnsIn(form);
    const path = `gyms/${gym.id}/reconciliation`;
    const answer = await page.upload<ReportComparison>(path, file, { query: { ...query, month } });
    if (!answer.ok) return this.showPreview(page, sent, answer.problem);
    const found = answer.body;
    const shown = [found.onlyOurs, found.onlyWellhub, found.both].flatMap((rows) =>
      rows.slice(0, SHOWN_ROWS).flatMap(({ customerId }) => customerId ?? []),
    );
    const names = await namesOfPeople(page, shown);
    return page.show(resultScreen(page, { gym, month, file, query, found, names }));
  }

  /** One of the lists. */
  @Post('csv')
  @Takes('upload')
  @RequiresSession('REPORTS')
  async csv(@OnPage() page: ConsolePage): Promise<string> {
    const sent = await this.sent(page);
    if (typeof sent === 'string') return sent;
    const { form, file, gym } = sent;
    const month = form.text('month');
    const list = LIST_NAMES.find((name) => name === form.text('list'));
    const query = { ...columnsIn(form), month, list };
    const wanted = { query, accept: 'text/csv' };
    const answer = await page.upload<string>(`gyms/${gym.id}/reconciliation`, file, wanted);
    if (!answer.ok) return this.showPreview(page, sent, answer.problem);
    return page.file(`${list ?? 'reconciliation'}-${gym.id}-${month}.csv`, answer.body);
  }

  /** The form with its file and gym, or the start with what is wrong. */
  private async sent(page: ConsolePage): Promise<Sent | string> {
    const { form, file } = await readSentForm(page.request);
    const gyms = await page.gyms();
    const gym = gyms.find(({ id }) => String(id) === form.text('gymId')) ?? gyms[0];
    if (!gym) return page.show(noGymScreen(page, page.words.sections.reconciliation));
    if (file.length > 0) return { form, file, gym };
    const view = { gyms, gym, month: shownMonth(page, [gym]), problem: 'no-file' } as const;
    return page.show(reconciliationStart(page, view), 'form-refused');
  }

  /** @param refused why it could not be compared */
  private async showPreview(page: ConsolePage, sent: Sent, refused?: Problem): Promise<string> {
    const { form, file, gym } = sent;
    const path = `gyms/${gym.id}/reconciliation/preview`;
    const answer = await page.upload<PreviewedReport>(path, file, { query: columnsIn(form) });
    if (!answer.ok) {
      const month = shownMonth(page, [gym]);
      const view = { gyms: await page.gyms(), gym, month, problem: answer.problem };
      return page.show(reconciliationStart(page, view), 'form-refused');
    }
    const preview = answer.body;
    const month =
      monthIn(form.text('month')) ??
      preview.readable?.lastDay?.slice(0, 7) ??
      shownMonth(page, [gym]);
    const view = { gym, file, preview, month, ...(refused && { problem: refused }) };
    return page.show(previewScreen(page, view), refused ? 'form-refused' : 'ok');
  }
}

/** As the API calls them; what was not chosen is guessed there. */
const columnsIn = (form: Form): Record<string, string> =>
  Object.fromEntries(
    ['gympassIdColumn', 'dateColumn', 'dateOrder']
      .map((name) => [name, form.text(name)] as const)
      .filter(([, value]) => value !== ''),
  );
