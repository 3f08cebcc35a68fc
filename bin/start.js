// Node is looked at first, by what every Node can read (supported-node.js); only then comes what needs a new one.
import './supported-node.js';
import('./launch.js').then(({ launch }) => launch('gatehouse.js'));
