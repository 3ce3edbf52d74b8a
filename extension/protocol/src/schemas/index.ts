export * from './diagnostic.js';
export * from './cells.js';
export * from './build.js';
export * from './generations.js';
export * from './exercise.js';
export * from './verify.js';
export * from './course.js';
<<<<<<< HEAD
export * from './source.js';
=======
export * from './predict.js';
>>>>>>> predict
export * from './task.js';
export * from './records.js';
