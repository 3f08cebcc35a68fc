export { html } from './html.js';
export { isLocalName } from './local-names.js';
export { createSimulator, type Simulator, type SimulatorOptions } from './simulator.js';
