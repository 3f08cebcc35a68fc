// Makes dist/web: what browsers load. Every file is small and served from memory (src/pages/layout/assets.ts).
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: [
    here('brand.ts'),
    here('bookings.ts'),
    here('code-screen.ts'),
    here('console.ts'),
    here('door-feed.ts'),
    here('front-desk.ts'),
    here('kiosk.ts'),
    here('today.ts'),
    here('passkey.ts'),
    here('gatehouse.css'),
    here('console.css'),
    here('front-desk.css'),
    here('kiosk.css'),
    here('icon.svg'),
    here('favicon.ico'),
  ],
  outdir: here('../dist/web'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2020', 'safari14', 'chrome87', 'firefox90'],
  // Safari 14's fault with destructuring concerns a form that this code does not use; there is no way to compile it
  // away.
  supported: { destructuring: true },
  loader: { '.svg': 'copy', '.ico': 'copy' },
  legalComments: 'none',
  logLevel: 'warning',
});
