import { spawnSync } from 'node:child_process';

/** Builds the real image with the builder that `BUILDER` names (`docker`, `buildah`, `podman`); without one it says so. */
export function buildImage({ version, revision }) {
  const builder = process.env.BUILDER;
  if (!builder)
    return console.log(
      'not built: no base image is fetched unless BUILDER names who builds (docker, buildah, podman)',
    );
  const args = ['build', '--tag', `gatehouse:${version}`];
  const built = { VERSION: version, REVISION: revision };
  for (const [name, value] of Object.entries(built)) args.push('--build-arg', `${name}=${value}`);
  const { status, error } = spawnSync(builder, [...args, '.'], { stdio: 'inherit' });
  if (status === 0) return console.log(`built gatehouse:${version}`);
  console.log(`FAILED  ${builder} ${error?.message ?? `ended with ${status}`}`);
  process.exitCode = 1;
}
