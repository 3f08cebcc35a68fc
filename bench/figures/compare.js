import { PATHS } from '../paths.js';
import { table } from '../report/table.js';
import { measurePath } from '../measure/series.js';
import { Stage } from '../stage/stage.js';

/** Ours beside the same work by hand, path by path. */
export const compare = {
  name: 'compare',
  paths: PATHS.map(({ name }) => name),
  run: async (run) => {
    const stage = await Stage.open(run);
    const scene = await stage.forSeries([await stage.ours(), await stage.raw()]);
    const paths = [];
    for (const path of PATHS.filter(({ name }) => run.options.paths.includes(name)))
      paths.push(await measurePath(path, scene, run));
    const postgres = await stage.postgres.facts();
    return { text: table({ postgres, options: run.options, paths }), postgres, paths };
  },
};
