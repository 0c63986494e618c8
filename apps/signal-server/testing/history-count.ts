/** How many random histories the domain's property plays: `HISTORIES=10000 npx vitest run <its file>` for more. */
export const historyCount = Number(process.env['HISTORIES'] ?? 250)
