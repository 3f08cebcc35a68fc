export { html } from './http/html.js';
export { isLocalName } from './http/local-names.js';
export { createSimulator, type Simulator, type SimulatorOptions } from './server/simulator.js';
export type { SeenRequest } from './http/seen-request.js';
export type { AnswerName, PlannedAnswer } from './http/planned-answers.js';
export { SimulatedWellhub } from './wellhub/simulated-wellhub.js';
export type { WireRequest } from './device-wire/wire-request.js';
export { checkAnswer } from './device-answers/check-answer.js';
export { callServer } from './device-wire/device-call.js';
