const LOOK_EVERY_MS = 50;

/**
 * Resolves when nothing is held down. A press begins and ends on the same button, or it is none: so nothing is drawn anew
 * meanwhile, and what the press does comes first.
 */
export async function untilReleased(): Promise<void> {
  while (document.documentElement.matches(':active'))
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
}
