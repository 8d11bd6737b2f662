import { Component } from 'react';
import type { ReactNode } from 'react';
import { Broken } from './Broken';

type Props = {
  /** Where the reader is; a broken page is given up as soon as it is somewhere else. */
  place?: string;
  children: ReactNode;
};

/** What breaks behind it says so and leaves the rest of the console standing. */
export class ErrorFence extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    // something thrown that is nothing, such as null, is a break as well
    return { error: error ?? new Error() };
  }

  override componentDidUpdate(before: Props) {
    if (this.state.error && before.place !== this.props.place) this.setState({ error: null });
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return <Broken error={this.state.error} />;
  }
}
