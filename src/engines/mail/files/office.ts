/** Office papers of today (ECMA-376, and OpenDocument): a ZIP of XML. Words, links, what is fetched from elsewhere, macros, pictures. */
import { type Budget, caps } from './budget.ts'
import type { Gathering } from './gathering.ts'
import { isPicture, kindOf } from './kind.ts'
import { readOldOffice } from './old-office.ts'
import { tagsIn, textOfXml, unescapeXml } from './xml-text.ts'
import { contentOf, type ZipEntry } from './zip.ts'

const wordy = /^(?:word\/(?:document|header\d*|footer\d*|footnotes)|xl\/sharedStrings|ppt\/(?:slides|notesSlides)\/[\w]+|content)\.xml$/i
const mostRelations = 300

export const isOffice = (entries: readonly ZipEntry[]): boolean => entries.some((entry) => /^\[Content_Types\]\.xml$/i.test(entry.name))
export const isOpenDocument = (entries: readonly ZipEntry[]): boolean =>
  entries.some((entry) => entry.name === 'content.xml') && entries.some((entry) => entry.name === 'META-INF/manifest.xml')

/** Reads the paper into `into`; `open` is told of files that are embedded whole. */
export function readOffice(
  entries: readonly ZipEntry[],
  budget: Budget,
  into: Gathering,
  open: (name: string, bytes: Uint8Array) => void,
): void {
  let pictures = 0
  for (const entry of entries) {
    const { name } = entry
    if (/\.rels$/i.test(name)) readRelations(decode(contentOf(entry, budget, 256 * 1024)), into)
    else if (wordy.test(name)) readWords(decode(contentOf(entry, budget, 2 * 1024 * 1024)), into)
    else if (/(?:^|\/)vbaProject\.bin$/i.test(name)) {
      into.mark('macro', name)
      readOldOffice(contentOf(entry, budget), into)
    } else if (/^xl\/macrosheets\//i.test(name)) into.mark('macro', 'Excel 4 macro sheet')
    else if (/^xl\/externalLinks\/[^/]+\.xml$/i.test(name)) readSheetLink(decode(contentOf(entry, budget, 64 * 1024)), into)
    else if (/^(?:Basic|Scripts)\/.+\.(?:xml|py|js|bsh)$/i.test(name) && !/script-l[bc]\.xml$/i.test(name)) into.mark('macro', name)
    else if (/(?:^|\/)(?:media|Pictures)\/[^/]+$/i.test(name) && pictures < 8) {
      const bytes = contentOf(entry, budget, 2 * 1024 * 1024)
      pictures += 1
      if (isPicture(kindOf(bytes))) into.pictures.push({ bytes, how: 'paper' })
    } else if (/\/embeddings\/[^/]+$/i.test(name)) open(name.slice(name.lastIndexOf('/') + 1), contentOf(entry, budget))
  }
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What the paper points to (ECMA-376 part 2, 6.5). Only what stands outside of it is told. */
function readRelations(xml: string, into: Gathering): void {
  for (const { Type: type = '', Target: target = '', TargetMode: mode = '' } of tagsIn(xml, 'Relationship', mostRelations)) {
    if (mode.toLowerCase() !== 'external') continue
    const what = type.slice(type.lastIndexOf('/') + 1)
    if (what === 'hyperlink') into.link('', target, 'office')
    else if (/^attachedTemplate$/i.test(what) && isElsewhere(target)) into.mark('template', target)
    else if (/^(?:oleObject|frame|subDocument|aFChunk|package)$/i.test(what) && isElsewhere(target)) into.mark('remote-object', target)
    else if (/^(?:mhtml|x-usc|ms-\w+|search-ms):|!x-usc|\.html!/i.test(target)) into.mark('remote-object', target)
  }
}

/** On the web or on another machine; a template on the author's own disk is only where it was written. */
const isElsewhere = (target: string): boolean =>
  /^(?:https?|ftp|mhtml|x-usc|webdav):/i.test(target) ||
  (/^(?:file:)?[\\/]{2,5}[\w.@-]+[\\/]/i.test(target) && !/^file:\/{3}/i.test(target))

function readWords(xml: string, into: Gathering): void {
  const text = textOfXml(xml)
  into.text(text)
  into.written(text, 'office')
  // A field may be cut into runs; joined again its instruction can be read.
  const instructions = [...xml.matchAll(/<w:instrText\b[^<>]*>([^<]*)</g)]
    .map((hit) => hit[1] ?? '')
    .concat([...tagsIn(xml, 'w:fldSimple', 100)].map((field) => field['w:instr'] ?? ''))
  const fields = unescapeXml(instructions.join('')).slice(0, caps.text)
  const dde = /\bDDE(?:AUTO)?\s+["\\\w][^\n]{0,200}/i.exec(fields)?.[0]
  if (dde !== undefined) into.mark('dde', dde)
  for (const hit of fields.matchAll(/\bHYPERLINK\s+"([^"]{4,2000})"/gi)) into.link('', hit[1] ?? '', 'office')
  const fetched = /\bINCLUDE(?:TEXT|PICTURE)\s+"?((?:https?:|\\\\)[^"\s]{4,500})/i.exec(fields)?.[1]
  if (fetched !== undefined) into.mark('remote-object', fetched)
  for (const { 'xlink:href': target = '' } of tagsIn(xml, 'text:a', 200)) into.link('', target, 'office')
}

function readSheetLink(xml: string, into: Gathering): void {
  for (const { ddeService = '', ddeTopic = '' } of tagsIn(xml, 'ddeLink', 20))
    if (/cmd|powershell|mshta|wscript|cscript|rundll|regsvr|excel\.exe|msexcel/i.test(ddeService + ddeTopic))
      into.mark('dde', `${ddeService} ${ddeTopic}`)
}
