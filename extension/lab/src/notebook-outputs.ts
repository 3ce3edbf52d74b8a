import type { INotebookModel } from '@jupyterlab/notebook';

/** Whether a cell of the notebook has an output of this MIME type. */
export function showsOutput(model: INotebookModel, mime: string): boolean {
  return model.sharedModel.cells.some(
    cell =>
      'getOutputs' in cell &&
      cell.getOutputs().some(output => {
        // A notebook file may hold anything there.
        const data: unknown = 'data' in output ? output.data : null;
        return typeof data === 'object' && data !== null && mime in data;
      })
  );
}
