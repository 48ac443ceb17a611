/** Whether the reader of a page can see what an element holds: sizes, colours against their ground, places off the screen. Styles repeat, so each is read once. */

type Colour = number
/** `other`: a ground that we cannot tell (a picture, a gradient, a style sheet's). */
type Ground = Colour | 'other'

export type Look = {
  readonly hidden: boolean
  /** Shut away with all that is in it; size and colour of letters may be set anew further in. */
  readonly away: boolean
  readonly tiny: boolean
  readonly ink: Colour | undefined
  readonly ground: Ground
}
export const paper: Look = { hidden: false, away: false, tiny: false, ink: undefined, ground: 0xffffff }

type Style = {
  readonly hides: boolean
  /** Undefined where the size is not set. */
  readonly tiny: boolean | undefined
  readonly ink: Colour | undefined
  readonly ground: Ground | undefined
}
const plain: Style = { hides: false, tiny: undefined, ink: undefined, ground: undefined }

const end = String.raw`\s*(?:[;"!]|$)`
const hiding = new RegExp(
  [
    String.raw`display\s*:\s*none`,
    String.raw`visibility\s*:\s*(?:hidden|collapse)`,
    String.raw`opacity\s*:\s*0?(?:\.0\d*|0)?${end}`,
    String.raw`max-height\s*:\s*[0-2](?:px)?${end}`,
    String.raw`mso-hide\s*:\s*all`,
    String.raw`text-indent\s*:\s*-\d{3,}`,
    String.raw`(?:left|top|right|bottom|margin-left|margin-top)\s*:\s*-\d{3,}(?:px|em|%)?`,
    String.raw`(?:^|[;\s"])color\s*:\s*(?:transparent|rgba\([^)]*,\s*0(?:\.0\d*)?\s*\)|#[0-9a-f]{6}00\b)`,
    String.raw`text-fill-color\s*:\s*transparent`,
    String.raw`clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01]`,
    String.raw`clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(0)`,
    String.raw`transform\s*:\s*[^;]*(?:scale\(\s*0\s*\)|translate\w*\(\s*-\d{3,})`,
  ].join('|'),
  'i',
)
const size = /font-size\s*:\s*(\d*\.?\d+)\s*(px|pt|em|rem|ex|%)?(?=[\s;!"]|$)/i
/** `font: italic 0/0 a`; the number before a slash or a family name. */
const shorthand = /(?:^|[;\s"'])font\s*:\s*(?:[a-z][a-z-]*\s+){0,4}(\d*\.?\d+)(px|pt|em|rem|ex|%)?(?=[\s/])/i
const leastPixels = 2

/** Letters that nobody can read; a size in parts of what is around it makes nothing large again. */
function tinyIn(style: string): boolean | undefined {
  const [, number = '', unit = 'px'] = size.exec(style) ?? shorthand.exec(style) ?? []
  if (number === '') return undefined
  const relative = unit === '%' ? Number(number) / 100 : Number(number)
  const within = /^(?:em|ex|%)$/i.test(unit)
  if (within || unit === 'rem') return relative <= 0.15 ? true : within ? undefined : false
  return Number(number) <= leastPixels
}

/** Boxes of no size hide what they hold only when it may not run over. */
const noSize = /(?:^|[;\s"])(?:height|width|line-height)\s*:\s*[01](?:px)?\s*(?:[;"!]|$)/i
const cutOff = /overflow\s*:\s*hidden/i
const inkIn = /(?:^|[;\s"'])color\s*:\s*([^;!"]+)/i
const groundIn = /(?:^|[;\s"'])background(?:-color|-image)?\s*:\s*([^;!"]+)/gi

const names: Readonly<Record<string, Colour>> = {
  white: 0xffffff,
  black: 0,
  snow: 0xfffafa,
  ivory: 0xfffff0,
  ghostwhite: 0xf8f8ff,
  whitesmoke: 0xf5f5f5,
  floralwhite: 0xfffaf0,
}

function colourOf(text: string): Colour | undefined {
  const word = text.trim().toLowerCase()
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(word)?.[1]
  if (hex !== undefined) return Number.parseInt(hex.length === 3 ? hex.replace(/./g, '$&$&') : hex, 16)
  const parts = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(word)
  if (parts !== null) return (Number(parts[1]) << 16) | (Number(parts[2]) << 8) | Number(parts[3])
  return names[word]
}

/** So near to each other that no eye tells them apart. */
function merges(ink: Colour, ground: Ground): boolean {
  if (ground === 'other') return false
  for (const shift of [0, 8, 16]) if (Math.abs(((ink >> shift) & 255) - ((ground >> shift) & 255)) > 20) return false
  return true
}

function readStyle(style: string): Style {
  const ink = colourOf(inkIn.exec(style)?.[1] ?? '')
  let ground: Ground | undefined
  for (const [, value = ''] of style.matchAll(groundIn)) {
    const word = value.trim().split(/\s+(?![^(]*\))/)[0] ?? ''
    if (/^(?:transparent|none|inherit|initial|unset)$/i.test(word)) continue
    const colour = colourOf(word)
    ground = ground === 'other' || colour === undefined ? 'other' : colour
  }
  return { hides: hiding.test(style) || (noSize.test(style) && cutOff.test(style)), tiny: tinyIn(style), ink, ground }
}

/** What a style sheet in the mail does to classes and ids, outside of media queries: hides them, makes their letters tiny, or gives them a ground. */
type Sheet = { readonly hides: ReadonlySet<string>; readonly tiny: ReadonlySet<string>; readonly grounds: ReadonlySet<string> }
const noSheet: Sheet = { hides: new Set(), tiny: new Set(), grounds: new Set() }

function readSheet(html: string): Sheet {
  const hides = new Set<string>()
  const tiny = new Set<string>()
  const grounds = new Set<string>()
  const take = (selectors: string, body: string): void => {
    const hidden = hiding.test(body)
    const small = tinyIn(body) === true
    const grounded = /background/i.test(body)
    if (!hidden && !small && !grounded) return
    // `.a .b` hides b within a only, so that it proves nothing; but it may give b a ground wherever it stands.
    for (const selector of selectors.slice(-400).split(',')) {
      const alone = /^\s*(?:[a-z]+)?([.#][\w-]{1,60})\s*$/i.exec(selector)?.[1]
      const last = /([.#]?[\w-]{1,60})\s*$/.exec(selector)?.[1]
      if (hidden && alone !== undefined) hides.add(alone)
      if (small && alone !== undefined) tiny.add(alone)
      if (grounded && last !== undefined) grounds.add(last)
    }
  }
  const lower = html.slice(0, limits.html)
  let at = lower.search(/<style/i)
  for (let sheets = 0; at >= 0 && sheets < limits.sheets; sheets++) {
    const open = lower.indexOf('>', at) + 1
    const shut = open === 0 ? -1 : indexOfEnd(lower, open)
    if (shut < 0) break
    walkRules(lower.slice(open, Math.min(shut, open + limits.sheet)), take)
    const next = lower.slice(shut + 1).search(/<style/i)
    at = next < 0 ? -1 : shut + 1 + next
  }
  return { hides, tiny, grounds }
}

const limits = { html: 200_000, sheet: 60_000, sheets: 8 } as const

function indexOfEnd(html: string, from: number): number {
  const end = html.slice(from).search(/<\/style/i)
  return end < 0 ? -1 : from + end
}

/** One walk over the braces; what stands within `@media` and its kin is for some screens only and passed over. */
function walkRules(sheet: string, take: (selectors: string, body: string) => void): void {
  const css = sheet.includes('/*') ? sheet.replace(/\/\*[\s\S]*?\*\//g, '') : sheet
  for (let at = 0, open = css.indexOf('{'); open >= 0; open = css.indexOf('{', at)) {
    const selectors = css.slice(at, open)
    let shut = css.indexOf('}', open)
    if (shut < 0) return
    if (selectors.includes('@media') || selectors.includes('@supports')) {
      for (let depth = 1, scan = open + 1; depth > 0; ) {
        const inner = css.indexOf('{', scan)
        shut = css.indexOf('}', scan)
        if (shut < 0) return
        const opens = inner >= 0 && inner < shut
        depth += opens ? 1 : -1
        scan = (opens ? inner : shut) + 1
      }
    } else take(selectors, css.slice(open + 1, Math.min(shut, open + 800)))
    at = shut + 1
  }
}

type Attributes = Readonly<Record<string, string>>

const isBare = (attributes: Attributes): boolean => {
  for (const _ in attributes) return false
  return true
}

/** A page's eyes: how an element looks, given how what is around it looks. */
export function eyesFor(html: string): (name: string, attributes: Attributes, around: Look) => Look {
  const sheet = /<style/i.test(html) ? readSheet(html) : noSheet
  const known = new Map<string, Style>()
  const styleOf = (style: string): Style => {
    const found = known.get(style) ?? readStyle(style)
    if (known.size < 2000) known.set(style, found)
    return found
  }
  const named = (list: ReadonlySet<string>, name: string, { class: classes = '', id = '' }: Attributes): boolean =>
    list.size > 0 && (list.has(name) || (id !== '' && list.has(`#${id}`)) || classes.split(/\s+/).some((one) => list.has(`.${one}`)))
  return (name, attributes, around) => {
    if (sheet === noSheet && isBare(attributes)) return around
    const style = attributes.style === undefined ? plain : styleOf(attributes.style.slice(0, 2000))
    const given = attributes.bgcolor === undefined ? undefined : (colourOf(attributes.bgcolor) ?? 'other')
    const picture = attributes.background === undefined ? undefined : ('other' as const)
    const ground = style.ground ?? picture ?? given ?? (named(sheet.grounds, name, attributes) ? 'other' : around.ground)
    const ink = style.ink ?? colourOf(attributes.color ?? (name === 'body' ? (attributes.text ?? '') : '')) ?? around.ink
    const away = around.away || style.hides || 'hidden' in attributes || named(sheet.hides, name, attributes)
    const fontTiny = name === 'font' && attributes.size !== undefined ? /^0$|^-[4-9]/.test(attributes.size) : undefined
    const tiny = style.tiny ?? fontTiny ?? (named(sheet.tiny, name, attributes) || around.tiny)
    return { hidden: away || tiny || (ink !== undefined && merges(ink, ground)), away, tiny, ink, ground }
  }
}
