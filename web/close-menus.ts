/** Escape closes the menu, or the folded part, in which the keyboard is, and leads back to what opened it. */
export function closeMenus(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const open = document.activeElement?.closest<HTMLDetailsElement>('details[open]');
    if (!open) return;
    open.open = false;
    open.querySelector('summary')?.focus();
  });
}
