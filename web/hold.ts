const HELD_MS = 2_000;

/**
 * A button that acts when it is held, with a finger, a mouse or a key; a tap only shows a hint. A press without either comes
 * from a screen reader or a switch, which cannot hold anything.
 */
export function onHold(button: HTMLElement, held: () => void, tapped: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPressed = false;
  const press = () => {
    if (isPressed) return;
    isPressed = true;
    button.classList.add('is-held');
    timer = setTimeout(() => {
      release();
      held();
    }, HELD_MS);
  };
  const release = () => {
    clearTimeout(timer);
    button.classList.remove('is-held');
  };
  const isPressKey = ({ key }: KeyboardEvent) => key === 'Enter' || key === ' ';
  button.addEventListener('pointerdown', press);
  button.addEventListener('keydown', (event) => {
    if (isPressKey(event)) press();
  });
  for (const end of ['pointerup', 'pointercancel', 'pointerleave', 'keyup', 'blur'])
    button.addEventListener(end, () => {
      release();
      // The click of this press comes after the release.
      setTimeout(() => {
        isPressed = false;
      }, 0);
    });
  button.addEventListener('contextmenu', (event) => event.preventDefault());
  button.addEventListener('click', () => (isPressed ? tapped() : held()));
}
