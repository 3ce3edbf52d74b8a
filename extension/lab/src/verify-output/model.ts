import type { VerifyPayload } from '@jupyterlab-maturin/protocol';
import { BuildModel } from '../build-output/model.js';
import type { Verification } from './payload.js';

/** The state of one verification's output: its newest payload, and what the reader has opened. */
export class VerifyModel extends BuildModel {
  constructor(verification: Verification) {
    super(verification.build);
    this._verify = verification.payload;
  }

  get verify(): VerifyPayload {
    return this._verify;
  }

  /** Takes the place of the state before. */
  replace({ payload, build }: Verification): void {
    this._verify = payload;
    this.payload = build;
  }

  private _verify: VerifyPayload;
}
