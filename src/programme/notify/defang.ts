/**
 * Text of an attacker inside our letters: cut, and changed so that no mail
 * program makes a link, an address or a telephone number of it.
 */
/** Control letters, and those that steer direction or join nothing. */
const invisible = /[\p{Cc}\p{Cf}]/gu

export function defang(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(invisible, '')
      .normalize('NFKC')
      .replace(/\.{3,}/g, '…')
      .replace(/([a-z][a-z0-9+.-]*):\/\//gi, (_, scheme: string) => `${scheme.replace(/^http/i, 'hxxp')}[:]//`)
      // Also in the middle of a word: what stands before it may be cut away, as a telephone number is.
      .replace(/([a-z][a-z0-9+.-]*):(?=[^\s/\]])/gi, '$1[:]')
      // Also after a picture letter or an accent of its own: both may stand in a domain.
      .replace(/(?<=[^\s.])[.。](?=[^\s.])/gu, '[.]')
      .replace(/\s*@\s*/g, '[at]')
      .replace(/\+?\d[\d\s()/–-]{6,}\d/g, (number) => `${number.slice(0, 4)}…`)
      .trim()
  )
}

/** The first letters of a text, at a word's end where there is one near. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most - 1)
  const space = head.lastIndexOf(' ')
  return `${(space > most * 0.6 ? head.slice(0, space) : head).trimEnd()}…`
}
