/**
 * Reads the HTML of a mail in one walk: what the reader sees, what is hidden from them, links, pictures, forms.
 * Builds no tree and keeps no markup. Broken markup is read as far as it goes.
 */
import { readLink } from '../links/read-link.ts'
import type { Link, Page } from '../message.ts'
import { walkPage } from '../parse/html/walk-page.ts'
import { eyesFor, type Look, paper } from './visibility.ts'

const limits = { html: 1_000_000, text: 120_000, hidden: 40_000, links: 1000, depth: 2000 }
const blocks = new Set(
  'p div br tr table li ul ol h1 h2 h3 h4 h5 h6 td th hr section article header footer blockquote center pre'.split(' '),
)
const silent = new Set(['style', 'title', 'head', 'noscript', 'template'])

/** A field that asks for a secret without saying so by its type. */
const secretName =
  /\bpass(?:word|wd|code)?\b|passwor|\bpwd\b|\bcv[cv]2?\b|card.?(?:number|no)\b|\bssn\b|\bpin\b|contrasena|contraseña|kennwort|mot.?de.?passe/i

type Level = Look & { readonly silent: boolean }

/** The page and its links. */
export function readPage(html: string): { readonly page: Page; readonly links: readonly Link[] } {
  const levels: Level[] = []
  /** How many elements are open further in than anybody looks. */
  let deeper = 0
  const links: Link[] = []
  const seen: string[] = []
  const veiled: string[] = []
  const alts: string[] = []
  let seenLength = 0
  let veiledLength = 0
  let open: { target: string; text: string } | undefined
  let pictures = 0
  let largePictures = 0
  let forms = 0
  let passwordFields = 0
  let scripts = 0
  let splitWords = 0
  let lastSeen = ''
  let veiledSince = ''
  let commentSince: string | undefined
  let base: URL | undefined
  const lookOf = eyesFor(html)

  const closeLink = (): void => {
    if (open !== undefined && links.length < limits.links) links.push(readLink(open.text, open.target))
    open = undefined
  }
  const see = (text: string): void => {
    if (veiledSince !== '' && /[\p{L}]$/u.test(lastSeen) && /^\p{L}/u.test(text) && /^[^\s]{1,40}$/.test(veiledSince)) splitWords += 1
    // `ver<!-- x -->ify` reads as one word and is two to a filter.
    if (commentSince !== undefined && /[\p{L}]$/u.test(lastSeen) && /^\p{L}/u.test(text)) {
      splitWords += 1
      if (veiledLength < limits.hidden) veiled.push(` <!--${commentSince}-->`)
    }
    veiledSince = ''
    commentSince = undefined
    lastSeen = text.slice(-1)
    if (seenLength < limits.text) seen.push(text)
    seenLength += text.length
    if (open !== undefined && open.text.length < 300) open.text += text
  }

  walkPage(html.slice(0, limits.html), {
    onOpen(name, attributes) {
      commentSince = undefined
      const above = levels.at(-1)
      const look = lookOf(name, attributes, above ?? paper)
      const { hidden } = look
      const isSilent = (above?.silent ?? false) || silent.has(name) || name === 'script'
      if (levels.length >= limits.depth) deeper += 1
      else levels.push(above !== undefined && look === above && isSilent === above.silent ? above : { ...look, silent: isSilent })
      if (blocks.has(name) && !hidden) see('\n')
      if (name === 'a' || name === 'area') {
        closeLink()
        const target = resolved(attributes.href?.trim() ?? '', base)
        if (target !== '' && !target.startsWith('#')) open = { target, text: '' }
        if (name === 'area') closeLink()
      }
      if (name === 'img' && !/^[01](px)?$/.test(attributes.width ?? '') && !/^[01](px)?$/.test(attributes.height ?? '') && !hidden) {
        pictures += 1
        if (isLarge(attributes)) largePictures += 1
        const alt = attributes.alt ?? ''
        if (alt !== '') alts.push(alt.slice(0, 200))
        if (open !== undefined && open.text.trim() === '') open.text = alt.slice(0, 200)
      }
      if (name === 'form') {
        forms += 1
        const action = resolved(attributes.action?.trim() ?? '', base)
        if (action !== '' && links.length < limits.links) links.push(readLink('(form)', action))
      }
      if (name === 'base' && base === undefined) base = URL.parse(attributes.href?.trim() ?? '') ?? undefined
      if (name === 'input' && asksSecret(attributes)) passwordFields += 1
      if (name === 'script') scripts += 1
      if ((name === 'iframe' || name === 'object' || name === 'embed') && links.length < limits.links) {
        const source = attributes.src ?? attributes.data ?? ''
        if (source !== '') links.push(readLink(`(${name})`, source))
      }
    },
    onText(text) {
      const level = levels.at(-1)
      if (level?.silent === true) return
      if (level?.hidden !== true) return see(text)
      veiledSince += text.slice(0, 60)
      if (veiledLength < limits.hidden) veiled.push(text)
      veiledLength += text.length
    },
    onComment(comment) {
      // Outlook's own conditions stand between columns, not within words.
      if (!/^\s*\[if|\[endif\]|^<!/i.test(comment)) commentSince = comment.slice(0, 40)
    },
    onClose(name) {
      commentSince = undefined
      if (name === 'a') closeLink()
      if (deeper > 0) deeper -= 1
      else levels.pop()
      if (blocks.has(name) && levels.at(-1)?.hidden !== true) see('\n')
    },
  })
  closeLink()
  const page: Page = {
    text: tidy(seen.join('')),
    hiddenText: tidy(veiled.join('').replace(/\p{Cf}|\u034f|[\u2007\u00a0]/gu, ' ')),
    splitWords,
    pictures,
    largePictures,
    pictureWords: alts.join('\n').slice(0, 4000),
    forms,
    passwordFields,
    scripts,
  }
  return { page, links }
}

const asksSecret = ({ type = 'text', name = '', id = '', placeholder = '' }: Readonly<Record<string, string>>): boolean =>
  /password/i.test(type) || (/^(?:text|tel|number)$/i.test(type) && secretName.test(`${name} ${id} ${placeholder}`.replaceAll('_', ' ')))

const isLarge = ({ width = '', style = '' }: Readonly<Record<string, string>>): boolean => {
  const points = Number(/^(\d+)(?:px)?$/.exec(width)?.[1] ?? /(?:^|[;\s])width\s*:\s*(\d+)px/i.exec(style)?.[1] ?? Number.NaN)
  return Number.isNaN(points) || points >= 300
}

/** A mail may name the house its short links belong to (`<base href>`). */
const resolved = (target: string, base: URL | undefined): string =>
  base === undefined || target === '' || /^(?:[a-z][a-z0-9+.-]*:|#)/i.test(target) ? target : (URL.parse(target, base)?.href ?? target)

const tidy = (text: string): string =>
  text
    .replace(/[ \t\f\v\u00a0]+/g, ' ')
    .replace(/ ?[\r\n]+ ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
