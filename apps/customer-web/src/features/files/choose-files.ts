import type { StreamId } from '@beckon/shared/model/ids'
import { attachments } from './attached.ts'

/** Kept as long as the page: a browser may drop one that nothing holds before the choice is made. */
const input = document.createElement('input')
input.type = 'file'
input.multiple = true

export function chooseFiles(streamId: StreamId): void {
  input.onchange = () => {
    attachments.add(streamId, [...(input.files ?? [])])
    // The same file may be chosen again.
    input.value = ''
  }
  input.click()
}
