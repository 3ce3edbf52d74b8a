export * from './diagnostic.js';
export * from './cells.js';
export * from './build.js';
export * from './exercise.js';
export * from './verify.js';
export * from './course.js';
export * from './task.js';
export * from './records.js';
