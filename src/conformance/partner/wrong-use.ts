/** A mistake in the options; the message says what to do. */
export class WrongUse extends Error {
  override name = 'WrongUse';
}
