import {
  BUILD,
  VERIFY,
  isBuildRequest,
  isVerifyRequest,
  type BuildEvent,
  type BuildOutcome,
  type BuildRequest,
  type VerifyEvent,
  type VerifyOutcome,
  type VerifyRequest
} from '@jupyterlab-maturin/protocol';
import { runBuild } from '../build/runBuild.js';
import { verify } from '../course/verify/verify.js';
import type { Task } from './task.js';

export const buildTask: Task<BuildRequest, BuildEvent, BuildOutcome> = {
  method: BUILD,
  isRequest: isBuildRequest,
  run: runBuild
};

export const verifyTask: Task<VerifyRequest, VerifyEvent, VerifyOutcome> = {
  method: VERIFY,
  isRequest: isVerifyRequest,
  run: (request, onEvent, signal) => verify(request, runBuild, onEvent, signal)
};
