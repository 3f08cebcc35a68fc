export { GPW_ID, OPAQUE_ID, WELLHUB_ID } from './ids.js';
export { signBody, verifySignature } from './signature.js';
