#!/usr/bin/env node
// Node is looked at first (see start.js).
import './supported-node.js';
import('./launch.js').then(({ launch }) => launch('gatehouse.js'));
