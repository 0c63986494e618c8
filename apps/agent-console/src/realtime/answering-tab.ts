const storageKey = 'beckon.answering'

/**
 * The voice interaction whose call this tab answers by itself: the one accepted or invited here. In sessionStorage, so
 * that a reload in a call goes on with it, while other tabs leave it alone.
 */
export const answersHere = (interactionId: string): boolean => sessionStorage.getItem(storageKey) === interactionId
export const setAnswersHere = (interactionId: string): void => sessionStorage.setItem(storageKey, interactionId)
export const clearAnswersHere = (): void => sessionStorage.removeItem(storageKey)
