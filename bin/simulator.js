// Node is looked at first (see start.js).
import './supported-node.js';
import('./launch.js').then(({ launch }) => launch('simulator/server/main.js'));
