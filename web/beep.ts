/** One rising tone for open, one low for shut; silent until somebody wants it. */
export class Beep {
  isOn = false;
  private audio: AudioContext | undefined;

  /** Browsers let a page sound only after somebody touched it; until then nothing is heard. */
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
