const most = 40

/** A nickname nobody of these has: as wished, or with the first number that makes it so. */
export function nicknameAmong(taken: readonly (string | null)[], wished: string): string {
  for (let n = 1; ; n++) {
    const number = n === 1 ? '' : ` ${n}`
    const nickname = cut(wished, most - number.length) + number
    if (!taken.includes(nickname)) return nickname
  }
}

/** At most so long, and no half of a character that takes two: it could not be stored. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
