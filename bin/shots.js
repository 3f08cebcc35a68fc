// Pictures of every page, to look at: npm run shots -- [--lang pt-BR] [--dark] [--only members]
import './supported-node.js';
import('./shots/main.js').then(({ main }) => main());
