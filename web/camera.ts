import decodeQR from 'qr/decode.js';

const SCAN_EVERY_MS = 120;
/** A code that stays in front of the camera is one scan, also when a hand covers it for a moment. */
const SAME_WITHIN_MS = 3_000;
/** Enough to read a phone at arm's length, and quick to search. */
const WIDEST = 640;

interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}
declare global {
  interface Window {
    BarcodeDetector?: DetectorClass;
  }
}

/** Reads QR codes from the camera: with the browser's own detector if there is one, else with ours. */
export class Camera {
  private stream: MediaStream | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = { value: '', at: -Infinity };
  private detector: Detector | undefined;
  private readonly canvas = document.createElement('canvas');

  /** @param onValue returns whether it accepted the value; one that it did not accept is passed again */
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly onValue: (value: string) => boolean,
  ) {}

  /** Browsers offer cameras to pages over https and on localhost only. */
  static isOffered(): boolean {
    return typeof navigator.mediaDevices?.getUserMedia === 'function';
  }

  get isOn(): boolean {
    return this.stream !== undefined;
  }

  /** @throws when there is no camera or its use is denied */
  async start(): Promise<void> {
    const video = { facingMode: 'user', width: { ideal: 1280 } };
    this.stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
    this.video.srcObject = this.stream;
    this.video.hidden = false;
    this.detector = await ownDetector();
    await this.video.play();
    void this.scan();
  }

  stop(): void {
    clearTimeout(this.timer);
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = undefined;
    this.video.srcObject = null;
    this.video.hidden = true;
  }

  private async scan(): Promise<void> {
    const value = document.hidden ? undefined : await this.read().catch(() => undefined);
    if (!this.isOn) return;
    const now = performance.now();
    if (value !== undefined) {
      const isSame = value === this.last.value && now - this.last.at < SAME_WITHIN_MS;
      if (isSame || this.onValue(value)) this.last = { value, at: now };
    }
    this.timer = setTimeout(() => void this.scan(), SCAN_EVERY_MS);
  }

  private async read(): Promise<string | undefined> {
    const { video, canvas } = this;
    if (video.videoWidth === 0) return undefined;
    if (this.detector) return (await this.detector.detect(video))[0]?.rawValue;
    const scale = Math.min(1, WIDEST / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context?.drawImage(video, 0, 0, canvas.width, canvas.height);
    const image = context?.getImageData(0, 0, canvas.width, canvas.height);
    return image && decodeQR(image);
  }
}

async function ownDetector(): Promise<Detector | undefined> {
  const { BarcodeDetector: Own } = window;
  if (!Own) return undefined;
  const formats = await Own.getSupportedFormats().catch((): string[] => []);
  return formats.includes('qr_code') ? new Own({ formats: ['qr_code'] }) : undefined;
}
