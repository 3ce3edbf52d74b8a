export * from './build/diagnostic.js';
export * from './build/event.js';
export * from './build/outcome.js';
export * from './build/payload.js';
export * from './build/request.js';
export * from './rpc/methods.js';
