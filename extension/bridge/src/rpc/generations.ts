import { GENERATIONS, isGenerationsRequest } from '@jupyterlab-maturin/protocol';
import type { GenerationsRequest } from '@jupyterlab-maturin/protocol';
import { findGenerations } from '../build/generation/history.js';
import { onValidRequest } from './requests.js';
import type { AddMethods } from './serve.js';

/** Registers the question which builds of a crate there are. */
export const addGenerationMethods: AddMethods = (connection, running) => {
  onValidRequest<GenerationsRequest>(connection, GENERATIONS, isGenerationsRequest, request =>
    running.track(findGenerations(request, running.signal))
  );
};
