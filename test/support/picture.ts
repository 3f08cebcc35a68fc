import type { Browser, Locator } from 'playwright-core';
import decodeQR from 'qr/decode.js';

/** Reads QR pictures as a scanner does: from the pixels on the screen, knowing nothing of the page. */
export class Scanner {
  constructor(private readonly browser: Browser) {}

  /** The content of the picture, or undefined when there is none to read. */
  async read(place: Locator): Promise<string | undefined> {
    const image = await this.pixels((await place.screenshot()).toString('base64'));
    try {
      return decodeQR(image);
    } catch {
      return undefined;
    }
  }

  private async pixels(png: string): Promise<{ width: number; height: number; data: Uint8Array }> {
    const page = await this.browser.newPage();
    try {
      const { width, height, base64 } = await page.evaluate(toPixels, png);
      return { width, height, data: new Uint8Array(Buffer.from(base64, 'base64')) };
    } finally {
      await page.close();
    }
  }
}

/** Runs in the browser, which is the only one here that can decode a PNG. */
async function toPixels(png: string) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  const data = context?.getImageData(0, 0, width, height).data ?? [];
  let text = '';
  for (const byte of data) text += String.fromCharCode(byte);
  return { width, height, base64: btoa(text) };
}
