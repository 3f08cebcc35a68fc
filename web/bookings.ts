/** How often the requests are read again. */
const READ_EVERY_MS = 20_000;

const clocks = () => [...document.querySelectorAll<HTMLElement>('[data-until]')];

/** `4:07`; nothing is left after zero. */
function remaining(until: string): string {
  const seconds = Math.max(0, Math.floor((Date.parse(until) - Date.now()) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function countDown(): void {
  for (const clock of clocks()) clock.textContent = remaining(clock.dataset['until'] ?? '');
}

/** Nobody loses what they are typing, or the place at which they read. */
const isBusy = () =>
  document.hidden ||
  scrollY > 0 ||
  document.querySelector('main details[open]') !== null ||
  document.activeElement?.closest('main form') != null;

countDown();
setInterval(countDown, 1_000);
if (new URLSearchParams(location.search).get('cursor') === null)
  setInterval(() => {
    if (!isBusy()) location.reload();
  }, READ_EVERY_MS);
