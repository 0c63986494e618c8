const most = 40

/** A nickname nobody of these has: as wished, or with the first number that makes it so. */
export function nicknameAmong(taken: readonly (string | null)[], wished: string): string {
  for (let n = 1; ; n++) {
    const number = n === 1 ? '' : ` ${n}`
    const nickname = wished.slice(0, most - number.length) + number
    if (!taken.includes(nickname)) return nickname
  }
}
