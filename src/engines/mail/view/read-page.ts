/**
 * Reads the HTML of a mail in one pass (htmlparser2, SAX): what the reader sees, what is hidden from them, links, pictures, forms.
 * Builds no tree and keeps no markup. Broken markup is read as far as it goes.
 */
import { Parser } from 'htmlparser2'
import { readLink } from '../links/read-link.ts'
import type { Link, Page } from '../message.ts'

const limits = { html: 1_000_000, text: 120_000, hidden: 40_000, links: 1000, depth: 2000 }
const voids = new Set('area base br col embed hr img input link meta source track wbr param'.split(' '))
const blocks = new Set(
  'p div br tr table li ul ol h1 h2 h3 h4 h5 h6 td th hr section article header footer blockquote center pre'.split(' '),
)
const silent = new Set(['style', 'title', 'head', 'noscript', 'template'])

const hiding =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:\.\d+)?(?:px|pt|em|rem|%|\s*[;"!]|\s*$)(?!\d)|opacity\s*:\s*0(?:\.0\d*)?\s*(?:[;"!]|$)|max-height\s*:\s*[01](?:px)?\s*[;"!]|mso-hide\s*:\s*all|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{3,}px|color\s*:\s*transparent/i
const whiteInk = /(?:^|[;\s"])color\s*:\s*(?:#fff(?:fff)?|white|rgb\(255,\s*255,\s*255\))\b/i
const anyBackground = /background/i

type Level = { readonly name: string; readonly hidden: boolean; readonly silent: boolean; readonly dark: boolean }

/** The page and its links. */
export function readPage(html: string): { readonly page: Page; readonly links: readonly Link[] } {
  const levels: Level[] = []
  const links: Link[] = []
  const seen: string[] = []
  const veiled: string[] = []
  const alts: string[] = []
  let seenLength = 0
  let veiledLength = 0
  let open: { target: string; text: string } | undefined
  let pictures = 0
  let forms = 0
  let passwordFields = 0
  let scripts = 0
  let splitWords = 0
  let lastSeen = ''
  let veiledSince = ''
  const styles = hidingClasses(html)

  const closeLink = (): void => {
    if (open !== undefined && links.length < limits.links) links.push(readLink(open.text, open.target))
    open = undefined
  }
  const see = (text: string): void => {
    if (veiledSince !== '' && /[\p{L}]$/u.test(lastSeen) && /^\p{L}/u.test(text) && /^[^\s]{1,40}$/.test(veiledSince)) splitWords += 1
    veiledSince = ''
    lastSeen = text.slice(-1)
    if (seenLength < limits.text) seen.push(text)
    seenLength += text.length
    if (open !== undefined && open.text.length < 300) open.text += text
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const above = levels.at(-1)
        const style = attributes.style ?? ''
        const classes = attributes.class ?? ''
        const background = attributes.bgcolor ?? ''
        const dark = (above?.dark ?? false) || anyBackground.test(style) || (background !== '' && !/^#?f{3,6}$|^white$/i.test(background))
        const white = !dark && (whiteInk.test(style) || /^#?f{6}$|^white$/i.test(attributes.color ?? ''))
        const byClass = styles.size > 0 && classes.split(/\s+/).some((one) => styles.has(one))
        const hidden = (above?.hidden ?? false) || 'hidden' in attributes || byClass || white || hiding.test(style)
        if (!voids.has(name) && levels.length < limits.depth)
          levels.push({ name, hidden, silent: (above?.silent ?? false) || silent.has(name) || name === 'script', dark })
        if (blocks.has(name) && !hidden) see('\n')
        if (name === 'a' || name === 'area') {
          closeLink()
          const target = attributes.href?.trim() ?? ''
          if (target !== '' && !target.startsWith('#')) open = { target, text: '' }
          if (name === 'area') closeLink()
        }
        if (name === 'img' && !/^[01](px)?$/.test(attributes.width ?? '') && !/^[01](px)?$/.test(attributes.height ?? '') && !hidden) {
          pictures += 1
          const alt = attributes.alt ?? ''
          if (alt !== '') alts.push(alt.slice(0, 200))
          if (open !== undefined && open.text.trim() === '') open.text = alt.slice(0, 200)
        }
        if (name === 'form') {
          forms += 1
          const action = attributes.action?.trim() ?? ''
          if (action !== '' && links.length < limits.links) links.push(readLink('(form)', action))
        }
        if (name === 'input' && /password/i.test(attributes.type ?? '')) passwordFields += 1
        if (name === 'script') scripts += 1
        if ((name === 'iframe' || name === 'object' || name === 'embed') && links.length < limits.links) {
          const source = attributes.src ?? attributes.data ?? ''
          if (source !== '') links.push(readLink(`(${name})`, source))
        }
      },
      ontext(text) {
        const level = levels.at(-1)
        if (level?.silent === true) return
        if (level?.hidden !== true) return see(text)
        veiledSince += text.slice(0, 60)
        if (veiledLength < limits.hidden) veiled.push(text)
        veiledLength += text.length
      },
      onclosetag(name) {
        if (name === 'a') closeLink()
        const at = levels.findLastIndex((level) => level.name === name)
        if (at >= 0) levels.length = at
        if (blocks.has(name) && levels.at(-1)?.hidden !== true) see('\n')
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(html.slice(0, limits.html))
  parser.end()
  closeLink()
  const page: Page = {
    text: tidy(seen.join('')),
    hiddenText: tidy(veiled.join('').replace(/\p{Cf}|\u034f|[\u2007\u00a0]/gu, ' ')),
    splitWords,
    pictures,
    pictureWords: alts.join('\n').slice(0, 4000),
    forms,
    passwordFields,
    scripts,
  }
  return { page, links }
}

/** Class names that a style sheet in the mail hides outright, outside of media queries. */
function hidingClasses(html: string): ReadonlySet<string> {
  const found = new Set<string>()
  const sheet = /<style[^>]*>([\s\S]{0,60000}?)<\/style/i.exec(html.slice(0, 200_000))?.[1]
  if (sheet === undefined) return found
  const flat = sheet.replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  for (const rule of flat.matchAll(/\.([\w-]{1,60})\s*\{([^{}]{0,500})\}/g)) {
    if (/display\s*:\s*none|font-size\s*:\s*0(?:px|pt)?\s*(?:[;!]|$)/i.test(rule[2] ?? '') && rule[1] !== undefined) found.add(rule[1])
  }
  return found
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t\f\v\u00a0]+/g, ' ')
    .replace(/ ?[\r\n]+ ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
