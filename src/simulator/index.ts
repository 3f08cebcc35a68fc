export { html } from './html.js';
export { isLocalName } from './local-names.js';
export { createSimulator, type Simulator, type SimulatorOptions } from './simulator.js';
export type { SeenRequest } from './seen-request.js';
export type { AnswerName, PlannedAnswer } from './planned-answers.js';
export { SimulatedWellhub } from './simulated-wellhub.js';
