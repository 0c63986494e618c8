/** Runs a step; a failure is told without a stack, which would only show this script. */
export async function orExplain(step) {
  try {
    return await step()
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
