import { Component } from 'react';
import type { ReactNode } from 'react';
import { Failure } from '../shared/page/Failure';

/** A page that breaks says so and leaves the rest of the console standing. */
export class ErrorFence extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return <Failure error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
