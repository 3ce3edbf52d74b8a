// Who may import whom, in TypeScript; `npx depcruise extension` checks it. Tests may import what they like.
// A type that is imported counts too: files that know each other's types are as hard to read alone as any others.

const BRIDGE = '^extension/bridge/src';

/** Forbids what lies in `from` to import anything in one of the places `to`. */
function forbidden(name, comment, from, ...to) {
  return { name, comment, severity: 'error', from: { path: from }, to: { path: to } };
}

/** The same between rooms of the bridge. `except` lists files of the other rooms that may be imported all the same. */
function bridgeRoom(room, comment, others, except = []) {
  const rule = forbidden(
    `bridge-${room}`,
    comment,
    `${BRIDGE}/${room}/`,
    `${BRIDGE}/(${others.join('|')})/`
  );
  return except.length > 0 ? { ...rule, to: { ...rule.to, pathNot: except } } : rule;
}

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or a third one is hidden in them.',
      severity: 'error',
      from: {},
      to: { circular: true }
    },
    {
      name: 'no-broken-imports',
      comment: 'An import that cannot be followed would not be checked by the other rules.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true }
    },

    forbidden(
      'protocol-stands-alone',
      'The protocol says what the parts exchange and knows none of them.',
      '^extension/protocol/',
      '^extension/(bridge|lab)/'
    ),
    forbidden(
      'bridge-without-lab',
      'Bridge and lab exchange messages through the kernel and share the protocol only.',
      '^extension/bridge/',
      '^extension/lab/'
    ),
    forbidden(
      'lab-without-bridge',
      'Bridge and lab exchange messages through the kernel and share the protocol only.',
      '^extension/lab/',
      '^extension/bridge/'
    ),
    {
      name: 'browser-only',
      comment: 'The lab extension runs in a browser, where there are no files and no processes.',
      severity: 'error',
      from: { path: '^extension/(lab|protocol)/' },
      to: { dependencyTypes: ['core'] }
    },
    forbidden(
      'browser-only-execa',
      'The lab extension runs in a browser, where there are no files and no processes.',
      '^extension/(lab|protocol)/',
      'node_modules/execa/'
    ),

    bridgeRoom('process', 'Running a process is the same whatever it runs.', [
      'build',
      'course',
      'commands',
      'rpc',
      'tasks'
    ]),
    bridgeRoom('build', 'A build knows neither the course nor who asked for it.', [
      'course',
      'commands',
      'rpc',
      'tasks'
    ]),
    bridgeRoom(
      'course',
      'The course knows neither who asks nor how a build is done: the builder is handed to it.',
      ['build', 'commands', 'rpc', 'tasks'],
      [
        // cargo's messages are the same for a crate's tests as for a build.
        `${BRIDGE}/build/messages/cargoMessages.ts`,
        `${BRIDGE}/build/messages/diagnostics.ts`,
        // The check of the course removes the generations that it has made.
        `${BRIDGE}/build/generation/clean.ts`
      ]
    ),
    bridgeRoom('tasks', 'A task is the same for a kernel and for a terminal.', ['commands', 'rpc']),
    bridgeRoom('rpc', 'What a kernel is answered does not depend on the terminal.', ['commands']),
    {
      name: 'kinds-of-tasks',
      comment: 'Only who starts tasks needs to know which kinds there are.',
      severity: 'error',
      from: { pathNot: `${BRIDGE}/(rpc|commands)/` },
      to: { path: `${BRIDGE}/tasks/kinds.ts` }
    },
    {
      name: 'neutral-files',
      comment:
        'What lies beside the rooms of the bridge may be imported by all of them, so it needs none of them but foreign/, which needs none either.',
      severity: 'error',
      from: { path: `${BRIDGE}/[^/]+\\.ts$`, pathNot: `${BRIDGE}/main.ts` },
      to: { path: `${BRIDGE}/.+/`, pathNot: `${BRIDGE}/foreign/` }
    }
  ],
  options: {
    tsPreCompilationDeps: true,
    // The schemas' validators are generated, thousands of lines long, and import nothing.
    exclude: { path: ['/src/generated/validate_', '^extension/[^/]+/test/', '^extension/kernel/'] },
    doNotFollow: { path: ['node_modules', '^extension/[^/]+/lib/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default']
    }
  }
};
