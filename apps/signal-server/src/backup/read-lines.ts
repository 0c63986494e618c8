/** Splits at line feeds only: a row may hold any other separator that readline takes for an end of line. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string, void, undefined> {
  // A row with a part of a file is megabytes long: its pieces are joined once, at its end.
  let pieces: Buffer[] = []
  for await (const chunk of chunks) {
    let block = chunk
    for (let end = block.indexOf(0x0a); end !== -1; end = block.indexOf(0x0a)) {
      yield Buffer.concat([...pieces, block.subarray(0, end)]).toString('utf8')
      pieces = []
      block = block.subarray(end + 1)
    }
    if (block.length > 0) pieces.push(block)
  }
  if (pieces.length > 0) yield Buffer.concat(pieces).toString('utf8')
}
