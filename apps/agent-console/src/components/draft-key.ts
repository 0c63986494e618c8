export type DraftMode = 'reply' | 'note'

/** Where an unfinished text of one interaction is kept; the wrap-up goes on with the composer's note. */
export const draftKey = (interactionId: string, mode: DraftMode): string => `beckon.draft.${interactionId}.${mode}`
