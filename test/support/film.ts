import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import encodeQR from 'qr';

const [WIDTH, HEIGHT] = [640, 480];
const MODULE = 10;
const [DARK, LIGHT, NO_COLOUR] = [16, 235, 128];

/** Flags of a browser whose camera sees a phone with this QR code, for ever. */
export function cameraThatSees(text: string): string[] {
  const path = join(mkdtempSync(join(tmpdir(), 'gatehouse-film-')), 'code.y4m');
  writeFileSync(path, filmOf(text));
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${path}`,
  ];
}

/** Two equal frames of YUV4MPEG2, which browsers play in a loop. */
function filmOf(text: string): Buffer {
  const modules = encodeQR(text, 'raw', { border: 4 });
  const light = Buffer.alloc(WIDTH * HEIGHT, LIGHT);
  const left = Math.floor((WIDTH - modules.length * MODULE) / 2);
  const top = Math.floor((HEIGHT - modules.length * MODULE) / 2);
  for (const [y, row] of modules.entries())
    for (const [x, isDark] of row.entries())
      for (let line = 0; line < MODULE; line += 1) {
        const start = (top + y * MODULE + line) * WIDTH + left + x * MODULE;
        light.fill(isDark ? DARK : LIGHT, start, start + MODULE);
      }
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, NO_COLOUR);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([header, frame, frame]);
}
