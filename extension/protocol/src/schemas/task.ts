import Type from 'typebox';
import { BuildEvent } from './build.js';
import { VerifyEvent } from './verify.js';

/** JSON-RPC 2.0 with `Content-Length` framing, on the bridge's stdin and stdout. The end of stdin ends the bridge. */

export const Hello = Type.Object(
  { protocol: Type.Integer() },
  { description: 'What the kernel says first.' }
);

export const Welcome = Type.Object(
  {
    protocol: Type.Integer(),
    version: Type.String({ description: 'Version of jupyterlab-maturin.' }),
    node: Type.String(),
    pid: Type.Integer()
  },
  { description: 'What the bridge answers.' }
);

export const TaskCancel = Type.Object({ id: Type.String() });

export const BuildEventParams = Type.Object({ id: Type.String(), event: BuildEvent });

export const VerifyEventParams = Type.Object({ id: Type.String(), event: VerifyEvent });
