/** Reads the YAML of one rule. Every fault is told with its line and column and what was expected there. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import { type Language, languages, type Severity, severities } from '#kernel'
import type { Problem } from '../own-set.ts'
import { type Places, placesIn } from './places.ts'
import { type Example, type RuleDocument, reservedIds, ruleLimits, type Wordings } from './rule-document.ts'

export type Read =
  | { readonly problems: readonly Problem[] }
  | { readonly rule: RuleDocument; readonly faultInWhen: (offset: number, says: string) => Problem }

const keys = ['id', 'title', 'severity', 'attack', 'says', 'advises', 'points', 'level', 'clearable', 'when', 'examples']
const levels: Readonly<Record<string, number>> = { dangerous: 80, careful: 45 }

/** The rule in `source`, or all that is wrong with it. */
export function readRule(source: string): Read {
  if (source.length > ruleLimits.letters)
    return { problems: [{ line: 1, column: 1, says: `The rule is longer than ${ruleLimits.letters} letters; shorten its examples.` }] }
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, uniqueKeys: true, schema: 'core' })
  const places = placesIn(source, counter)
  const broken = document.errors.map(({ pos, message, code }) => {
    const { line, col } = counter.linePos(pos[0])
    const says = code === 'MULTIPLE_DOCS' ? 'One rule was expected; a second begins here after “---”.' : `This is not YAML: ${message}.`
    return { line: Math.max(1, line), column: Math.max(1, col), says: says.replace(/\.\.$/, '.') }
  })
  if (broken.length > 0) return { problems: broken.slice(0, 10) }
  const root = document.contents
  if (!isMap(root)) return { problems: [places.at(root, 'A rule was expected: lines such as “id: own.invoice-by-night”.')] }
  return new Reader(places, root).read()
}

class Reader {
  readonly #places: Places
  readonly #root: YAMLMap
  readonly #problems: Problem[] = []

  constructor(places: Places, root: YAMLMap) {
    this.#places = places
    this.#root = root
  }

  read(): Read {
    this.#onlyKnown(this.#root, keys, 'a rule')
    const when = this.#text('when', { most: 4000, example: 'message.subject.says("invoice")' })
    const rule: RuleDocument = {
      id: this.#id(),
      title: this.#wordings('title', ruleLimits.title),
      severity: this.#severity(),
      attack: this.#attack(),
      says: this.#wordings('says', ruleLimits.sentence),
      advises: this.#wordings('advises', ruleLimits.sentence),
      points: this.#points(),
      clearable: this.#clearable(),
      when,
      ...this.#examples(),
    }
    if (this.#problems.length > 0) return { problems: this.#problems.slice(0, 10) }
    const node = this.#node('when')
    return { rule, faultInWhen: (offset, says) => this.#places.inside(node, when, offset, says) }
  }

  #node(key: string, map: YAMLMap = this.#root): Node | undefined {
    const found: unknown = map.get(key, true)
    return found instanceof Object && 'range' in found ? (found as Node) : undefined
  }

  #wrong(node: Node | undefined, says: string): void {
    this.#problems.push(this.#places.at(node ?? this.#root, says))
  }

  #onlyKnown(map: YAMLMap, known: readonly string[], of: string): void {
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : ''
      if (!known.includes(name)) this.#wrong(key as Node, `“${name.slice(0, 40)}” is not part of ${of}; it has ${known.join(', ')}.`)
    }
  }

  #text(key: string, { most, example }: { readonly most: number; readonly example: string }): string {
    const node = this.#node(key)
    const value = isScalar(node) ? node.value : undefined
    if (typeof value === 'string' && value.trim() !== '' && value.length <= most) return value
    if (node === undefined) this.#wrong(undefined, `“${key}” is missing, for example: ${key}: ${example}`)
    else if (typeof value === 'string' && value.length > most) this.#wrong(node, `“${key}” may be ${most} letters long.`)
    else this.#wrong(node, `A text was expected at “${key}”, for example: ${example}`)
    return ''
  }

  #id(): string {
    const id = this.#text('id', { most: 60, example: 'own.invoice-by-night' })
    if (id !== '' && !/^own\.[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      this.#wrong(this.#node('id'), 'An id begins with “own.” and goes on with small letters, digits and hyphens: own.invoice-by-night.')
    if (reservedIds.includes(id)) this.#wrong(this.#node('id'), `“${id}” is what Bellwether itself uses; take another id.`)
    return id
  }

  #severity(): Severity {
    const node = this.#node('severity')
    const value = isScalar(node) ? node.value : undefined
    const found = severities.find((one) => one === value)
    if (found === undefined) this.#wrong(node, `“severity” has to be one of ${severities.join(', ')}.`)
    return found ?? 'info'
  }

  #attack(): readonly string[] {
    const node = this.#node('attack')
    if (node === undefined) return []
    const values = isSeq(node) ? node.items.map((item) => (isScalar(item) ? item.value : undefined)) : []
    const good = values.filter((value): value is string => typeof value === 'string' && /^T\d{4}(\.\d{3})?$/.test(value))
    if (!isSeq(node) || good.length !== values.length || good.length > 10)
      this.#wrong(node, '“attack” has to be a list of ATT&CK techniques, for example [T1566.002].')
    return good
  }

  /** One text is English; else one text a language, English among them. */
  #wordings(key: string, most: number): Wordings {
    const node = this.#node(key)
    if (isMap(node)) {
      this.#onlyKnown(node, languages, `“${key}”`)
      const entries = languages.flatMap((language): [Language, string][] => {
        const one = this.#node(language, node)
        return one === undefined ? [] : [[language, this.#sentence(one, key, most)]]
      })
      const wordings = Object.fromEntries(entries) as Partial<Record<Language, string>>
      if (wordings.en === undefined) this.#wrong(node, `“${key}” has no English; “en:” is needed, other languages may follow.`)
      return { ...wordings, en: wordings.en ?? '' }
    }
    return { en: this.#sentence(node, key, most) }
  }

  #sentence(node: Node | undefined, key: string, most: number): string {
    const value = isScalar(node) ? node.value : undefined
    const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
    if (text === '') this.#wrong(node, `A sentence was expected at “${key}”.`)
    else if (text.length > most) this.#wrong(node, `A sentence at “${key}” may be ${most} letters long.`)
    else if (/https?:|www\.|\S+@\S+\.\S/i.test(text))
      this.#wrong(node, `What a person reads at “${key}” holds no link and no address; leave it out.`)
    return text
  }

  #points(): number {
    const points = this.#node('points')
    const level = this.#node('level')
    if ((points === undefined) === (level === undefined)) {
      this.#wrong(points, 'One of “points” (1 to 120; 80 is dangerous alone, 45 careful) and “level” (dangerous or careful) is needed.')
      return 0
    }
    const value = isScalar(points) ? points.value : isScalar(level) ? levels[String(level.value)] : undefined
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 120) return value
    this.#wrong(points ?? level, points ? '“points” has to be a whole number from 1 to 120.' : '“level” has to be dangerous or careful.')
    return 0
  }

  #clearable(): boolean {
    const node = this.#node('clearable')
    if (node === undefined) return true
    if (isScalar(node) && typeof node.value === 'boolean') return node.value
    this.#wrong(node, '“clearable” has to be true (a known, proven sender excuses it) or false.')
    return true
  }

  #examples(): Pick<RuleDocument, 'examples' | 'lists'> {
    const node = this.#node('examples')
    if (!isMap(node)) {
      this.#wrong(node, '“examples” is missing: at least one mail under “fires:” and one under “quiet:”.')
      return { examples: [], lists: {} }
    }
    this.#onlyKnown(node, ['fires', 'quiet', 'lists'], '“examples”')
    const examples = (['fires', 'quiet'] as const).flatMap((kind) => this.#mails(node, kind))
    if (examples.length > ruleLimits.examples) this.#wrong(node, `At most ${ruleLimits.examples} examples.`)
    return { examples, lists: this.#lists(this.#node('lists', node)) }
  }

  #mails(map: YAMLMap, kind: 'fires' | 'quiet'): readonly Example[] {
    const node = this.#node(kind, map)
    const wanted = kind === 'fires' ? 'a mail that the rule must find' : 'an honest mail that it must leave alone'
    if (!isSeq(node) || node.items.length === 0) {
      this.#wrong(node ?? map, `“${kind}” has to be a list with at least ${wanted}.`)
      return []
    }
    return node.items.flatMap((item): readonly Example[] => {
      const line = this.#places.lineOf(item as Node)
      if (isScalar(item) && typeof item.value === 'string' && /^[\w-]+:/.test(item.value)) return [{ kind, line, text: item.value }]
      const file = isMap(item) ? item.get('file') : undefined
      if (typeof file === 'string' && file !== '' && file.length <= 300) return [{ kind, line, file }]
      this.#wrong(item as Node, `A mail was expected: its header lines first (“From: …”), an empty line, its text; or “file: NAME.eml”.`)
      return []
    })
  }

  #lists(node: Node | undefined): Readonly<Record<string, readonly string[]>> {
    if (node === undefined) return {}
    const value: unknown = isMap(node) ? node.toJSON() : undefined
    const lists: Record<string, readonly string[]> = {}
    for (const [name, values] of Object.entries(value instanceof Object ? value : {})) {
      if (Array.isArray(values) && values.every((one) => typeof one === 'string')) lists[name] = values
      else this.#wrong(node, `The list “${name.slice(0, 40)}” has to be a list of texts.`)
    }
    if (!isMap(node)) this.#wrong(node, '“lists” has to name lists, for example “partners: [ruiz.example]”.')
    return lists
  }
}
