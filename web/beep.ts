/** A rising tone for open, a low one for refused; off by default. */
export class Beep {
  isOn = false;
  private audio: AudioContext | undefined;

  /** Browsers allow sound only after the first touch; until then it stays silent. */
  play(isGood: boolean): void {
    if (!this.isOn || typeof AudioContext !== 'function') return;
    this.audio ??= new AudioContext();
    const { audio } = this;
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.setValueAtTime(isGood ? 660 : 220, audio.currentTime);
    if (isGood) tone.frequency.setValueAtTime(880, audio.currentTime + 0.12);
    volume.gain.value = 0.2;
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + (isGood ? 0.25 : 0.5));
    void audio.resume().catch(() => undefined);
  }
}
