/** The version of jupyterlab-maturin that this bridge belongs to; a test holds it to package.json. */
export const VERSION = '0.1.0';
