import Type from 'typebox';
import { nullable } from './notation.js';

export const UsedGeneration = Type.Object(
  {
    module: Type.String({ description: 'The name that Python imports.' }),
    used: Type.Integer({ description: 'The generation that the cell ran with.' }),
    inUse: Type.Integer({ description: 'The generation that is loaded now.' })
  },
  { description: 'A module that a cell used, and that has been built again since.' }
);

export const StaleCell = Type.Object(
  {
    id: Type.String({ description: "The cell's id in the notebook." }),
    count: nullable(Type.Integer({ description: 'The number in its prompt: 3 in `[3]`.' })),
    modules: Type.Array(UsedGeneration)
  },
  { description: 'A cell whose results came from another generation than the one in use.' }
);

/** What the kernel says over the comm `STALE_CELLS_TARGET`: each message replaces the one before. */
export const StaleCells = Type.Object(
  { cells: Type.Array(StaleCell) },
  { description: 'All cells whose results came from another generation than the one in use.' }
);
