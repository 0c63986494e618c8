import { createDrawing } from '@beckon/shared/client/drawing'

/** When this page draws what the server tells. */
export const drawing = createDrawing()
