/** Splits at line feeds only: a row may hold any other separator that readline takes for an end of line. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string, void, undefined> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    let block: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (let end = block.indexOf(0x0a); end !== -1; end = block.indexOf(0x0a)) {
      yield block.toString('utf8', 0, end)
      block = block.subarray(end + 1)
    }
    rest = block
  }
  if (rest.length > 0) yield rest.toString('utf8')
}
