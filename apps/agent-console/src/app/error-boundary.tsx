import { TriangleAlert } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { i18n } from './i18n.ts'

/** A broken part says so and offers the way on, instead of an empty page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert" className="grid h-full place-items-center">
        <EmptyState
          icon={<TriangleAlert size={22} aria-hidden="true" />}
          title={i18n.t('app.crashed')}
          hint={i18n.t('app.crashedHint')}
        >
          <Button look="primary" className="mt-3" onClick={() => location.reload()}>
            {i18n.t('app.reload')}
          </Button>
        </EmptyState>
      </div>
    )
  }
}
