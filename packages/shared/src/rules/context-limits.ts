/** Facts that travel with one contact. */
export const maxContextItems = 32
