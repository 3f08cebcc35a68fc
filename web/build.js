// Makes dist/web: what browsers load. Every file is small and served from memory (src/pages/layout/assets.ts), but for Swagger's page.
import { cpSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const { metafile } = await build({
  entryPoints: [
    here('brand.ts'),
    here('bookings.ts'),
    here('code-screen.ts'),
    here('console.ts'),
    here('door-feed.ts'),
    here('front-desk.ts'),
    here('kiosk.ts'),
    here('send-file.ts'),
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
  metafile: true,
  logLevel: 'warning',
});

// For the list of what an image is made of (bin/image/sbom.js).
writeFileSync(here('../dist/web/inputs.json'), JSON.stringify(Object.keys(metafile.inputs)));

cpSync(here('api-examples.json'), here('../dist/web/api-examples.json'));

// The package comes with @nestjs/swagger.
const swagger = createRequire(import.meta.url).resolve('@nestjs/swagger/package.json');
const swaggerUi = dirname(createRequire(swagger).resolve('swagger-ui-dist/package.json'));
for (const file of ['package.json', 'LICENSE', 'NOTICE', 'swagger-ui.css', 'swagger-ui-bundle.js'])
  cpSync(join(swaggerUi, file), here(`../dist/web/swagger-ui/${file}`));
