/** How long an agent may read what they served, and the past of whom they served (DESIGN: Authorisation). */
export const servedMs = 86_400_000
