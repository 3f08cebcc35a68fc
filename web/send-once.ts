/** A form that is on its way is not sent again by a second press, unless each press brings another file (`data-again`). */
export function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.dataset['again'] !== undefined) return;
    if (form.dataset['sent'] === 'yes') return event.preventDefault();
    form.dataset['sent'] = 'yes';
  });
  // The browser's way back shows the page as it was left.
  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset['sent'];
  });
}
