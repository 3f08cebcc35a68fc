import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const ORIGIN = /^\/\/ (node_modules\/.*)$/gm;
const PACKAGE = /^(?:.*node_modules\/)(?:@[^/]+\/)?[^/]+/;
/** Beside the bundle (tree.js). */
const COPIED = /^node_modules\/(@node-rs\/[^/]+|@zxcvbn-ts\/language-common|swagger-ui-dist)$/;

/**
 * Of the packages in the lock file, as npm lists them (CycloneDX), those that are really in the image: in the bundle, by
 * the comments that name where each part came from, in the pages' scripts, or copied beside them.
 */
export function makeSbom(bundle) {
  const inside = new Set(
    [
      ...bundle.flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(ORIGIN)].map(([, file]) => file),
      ),
      ...JSON.parse(readFileSync(at('dist/web/inputs.json'), 'utf8')),
    ].flatMap((file) => PACKAGE.exec(file)?.[0] ?? []),
  );
  const all = JSON.parse(
    execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      cwd: at('.'),
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
  const paths = Object.keys(packages).filter((path) => inside.has(path) || COPIED.test(path));
  const present = new Set(paths.map((path) => `${nameOf(path)}@${packages[path].version}`));
  const isPresent = (ref) => present.has(ref);
  const root = all.metadata.component['bom-ref'];
  return {
    ...all,
    components: all.components.filter((component) => isPresent(component['bom-ref'])),
    dependencies: all.dependencies
      .filter(({ ref }) => ref === root || isPresent(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(isPresent) })),
  };
}

const nameOf = (path) => path.replace(/^.*node_modules\//, '');
