import { Component, type ReactNode } from 'react'

interface BoundaryProps {
  /** Shown instead, or made of what failed; what that throws is for the boundary around this one. */
  fallback: ReactNode | ((failure: unknown) => ReactNode)
  children: ReactNode
}

/** Shows the fallback instead of what failed to render, and leaves the rest of the page alone. */
export class Boundary extends Component<BoundaryProps, { failed: boolean; failure: unknown }> {
  override state = { failed: false, failure: undefined as unknown }

  static getDerivedStateFromError(failure: unknown) {
    return { failed: true, failure }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const { fallback } = this.props
    return typeof fallback === 'function' ? fallback(this.state.failure) : fallback
  }
}
