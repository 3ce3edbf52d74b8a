/** How text of others is shown. The page shows it by the same rule, so the rule lies where both can reach it. */
export {
  bounded,
  visible,
  visibleJson,
  visibleLine,
  visibleOutput
} from '@jupyterlab-maturin/protocol';
