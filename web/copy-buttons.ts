/** Shows the buttons that copy a value; without a clipboard they stay hidden, and the value can be selected. */
export function copyButtons(): void {
  if (!navigator.clipboard) return;
  const copied = document.querySelector('main')?.dataset['copied'] ?? '';
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const text = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
      button.textContent = copied;
      setTimeout(() => (button.textContent = text), 2_000);
    });
  }
}
