import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What each tool is asked whether an image is on this machine. */
const HAS_IMAGE = {
  docker: ['image', 'inspect'],
  podman: ['image', 'inspect'],
  buildah: ['inspect', '--type', 'image'],
};

/** Their usual format has no place for HEALTHCHECK. */
const OWN_FORMAT = { podman: ['--format', 'docker'], buildah: ['--format', 'docker'] };

/**
 * Builds the real image: with the builder that `BUILDER` names, else with one that has the base image already. Nothing is
 * fetched unasked; without a builder it says so.
 */
export function buildImage({ version, revision }) {
  const base = baseImage();
  const builder = process.env.BUILDER ?? builderWith(base);
  if (!builder)
    return console.log(
      `not built: ${Object.keys(HAS_IMAGE).join(', ')} are not here, or have no ${base}; BUILDER names one that may fetch it`,
    );
  const args = ['build', '--tag', `gatehouse:${version}`, ...(OWN_FORMAT[builder] ?? [])];
  const built = { VERSION: version, REVISION: revision };
  for (const [name, value] of Object.entries(built)) args.push('--build-arg', `${name}=${value}`);
  const { status, error } = spawnSync(builder, [...args, '.'], { stdio: 'inherit' });
  if (status === 0) return console.log(`built gatehouse:${version} with ${builder}`);
  console.log(`FAILED  ${builder} ${error?.message ?? `ended with ${status}`}`);
  process.exitCode = 1;
}

const builderWith = (base) =>
  Object.entries(HAS_IMAGE).find(
    ([builder, inspect]) =>
      spawnSync(builder, [...inspect, base], { stdio: 'ignore', timeout: 10_000 }).status === 0,
  )?.[0];

function baseImage() {
  const dockerfile = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');
  return `node:${/^ARG NODE=(\S+)$/m.exec(dockerfile)?.[1]}`;
}
