import { Component, type ReactNode } from 'react';

/** Shows nothing in place of a part that could not be rendered, and says so to whoever has something else to show. */
export class Boundary extends Component<
  { children: ReactNode; onError: () => void },
  { failed: boolean }
> {
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override state = { failed: false };

  override componentDidCatch(): void {
    this.props.onError();
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
