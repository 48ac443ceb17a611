/** Turns `xn--` labels into the letters a reader sees (RFC 3492, Punycode). */
const base = 36

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 22
  if (code >= 97 && code <= 122) return code - 97
  return base
}

function adapt(delta: number, points: number, first: boolean): number {
  let rest = Math.floor(first ? delta / 700 : delta / 2)
  rest += Math.floor(rest / points)
  let steps = 0
  for (; rest > 455; steps += base) rest = Math.floor(rest / 35)
  return steps + Math.floor((36 * rest) / (rest + 38))
}

function decodeLabel(label: string): string {
  const dash = label.lastIndexOf('-')
  const letters = [...label.slice(0, Math.max(0, dash))].map((letter) => letter.codePointAt(0) ?? 0)
  let at = dash < 0 ? 0 : dash + 1
  let code = 128
  let index = 0
  let bias = 72
  while (at < label.length) {
    const before = index
    let weight = 1
    for (let step = base; ; step += base) {
      const digit = digitOf(label.charCodeAt(at++))
      if (digit >= base || at > label.length) return `xn--${label}`
      index += digit * weight
      const threshold = step <= bias ? 1 : step >= bias + 26 ? 26 : step - bias
      if (digit < threshold) break
      weight *= base - threshold
    }
    bias = adapt(index - before, letters.length + 1, before === 0)
    code += Math.floor(index / (letters.length + 1))
    index %= letters.length + 1
    if (code > 0x10ffff) return `xn--${label}`
    letters.splice(index++, 0, code)
  }
  return String.fromCodePoint(...letters)
}

export const domainToUnicode = (domain: string): string =>
  domain.includes('xn--')
    ? domain
        .slice(0, 300)
        .split('.')
        .map((label) => (label.startsWith('xn--') ? decodeLabel(label.slice(4)) : label))
        .join('.')
    : domain
