/** Notes in Hz, one after the other, and how long each sounds. */
const TUNES = {
  opened: { notes: [660, 880], seconds: 0.125 },
  refused: { notes: [220], seconds: 0.5 },
  arrived: { notes: [784, 988, 1175], seconds: 0.16 },
} as const;
export type Tune = keyof typeof TUNES;

/** Short tones; off by default. */
export class Beep {
  isOn = false;
  private audio: AudioContext | undefined;

  play(tune: Tune): void {
    if (!this.isOn) return;
    this.wake();
    const { audio } = this;
    if (!audio) return;
    const { notes, seconds } = TUNES[tune];
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    for (const [at, note] of notes.entries())
      tone.frequency.setValueAtTime(note, audio.currentTime + at * seconds);
    volume.gain.value = 0.2;
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + notes.length * seconds);
  }

  /** Browsers allow sound only after the first touch; until then it stays silent. */
  wake(): void {
    if (typeof AudioContext !== 'function') return;
    this.audio ??= new AudioContext();
    if (this.audio.state !== 'running') void this.audio.resume().catch(() => undefined);
  }

  /** Calls back now and whenever the browser allows or blocks sound. */
  watch(change: (isBlocked: boolean) => void): void {
    this.wake();
    const { audio } = this;
    if (!audio) return;
    const tell = () => change(audio.state !== 'running');
    audio.addEventListener('statechange', tell);
    tell();
  }
}
