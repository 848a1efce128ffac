/** The way to travel where the network lets no WebSocket through. */
export { XHR as Polling } from 'engine.io-client';
