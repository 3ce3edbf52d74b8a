/* global module */
// JupyterLab's builder merges this into its own configuration (it runs rspack, whose plugins look like webpack's).

/** What starts processes or reads files belongs in the bridge; a browser could not run it, so the build says no. */
class RefuseNodeOnly {
  apply(compiler) {
    compiler.hooks.normalModuleFactory.tap('RefuseNodeOnly', factory => {
      factory.hooks.beforeResolve.tap('RefuseNodeOnly', ({ request, contextInfo }) => {
        if (/^(node:|execa($|\/)|@jupyterlab-maturin\/bridge($|\/))/.test(request)) {
          throw new Error(
            `${contextInfo.issuer || 'The labextension'} imports "${request}", which runs on Node only: ` +
              'move that code to extension/bridge and reach it through the kernel.'
          );
        }
      });
    });
  }
}

module.exports = { plugins: [new RefuseNodeOnly()] };
