/** Opens one file and the files in it, as far as the budget goes, and gathers what rules want to know. Never throws: what is broken is damage. */
import { readPage } from '../view/read-page.ts'
import { inCab, inDiskImage, inGzip, inRar, inTar, is7zLocked, type Packed } from './archives.ts'
import { type Budget, caps } from './budget.ts'
import type { Gathering } from './gathering.ts'
import { type FileKind, isPicture, kindOf, textOf } from './kind.ts'
import { inNotebook } from './notebook.ts'
import { isOffice, isOpenDocument, readOffice } from './office.ts'
import { isInstaller, readOldOffice } from './old-office.ts'
import { readTricks } from './page-tricks.ts'
import { readRtf } from './rtf.ts'
import { readRemoteDesktop, readSearch, readShortcut, readWebShortcut } from './shortcuts.ts'
import { contentOf, entriesOf, type ZipEntry } from './zip.ts'

/** Text that is meant to be read: no patch, no log, no table. */
const sheet = /\.(?:txt|text|md)$/i

/** A disk is known by what stands 32 KB in. */
const typedBy = 33_024
/** Kinds whose inside is worth unpacking; of others the head is enough. */
const wanted: ReadonlySet<FileKind> = new Set([
  'pdf', 'zip', 'old-office', 'rtf', 'page', 'drawing', 'web-archive', 'shortcut', 'web-shortcut', 'remote-desktop', 'search-shortcut', 'disk-image', 'notebook', '7z', 'rar', 'gzip', 'tar', 'cab',
]) // biome-ignore format: a list

/** The kind that a container turns out to be. Adds to `into` what was found on the way. */
export function openFile(name: string, bytes: Uint8Array, budget: Budget, into: Gathering, depth = 0): FileKind {
  const kind = kindOf(bytes)
  try {
    return open(name, bytes, kind, budget, into, depth)
  } catch {
    // A reader tripped over bytes made to trip it. The kind is known, the rest is not.
    budget.damage.add('broken-file')
    return kind
  }
}

function open(name: string, bytes: Uint8Array, kind: FileKind, budget: Budget, into: Gathering, depth: number): FileKind {
  switch (kind) {
    case 'zip':
      return openZip(bytes, budget, into, depth)
    case 'old-office':
      if (isInstaller(bytes)) return 'installer'
      if (!readOldOffice(bytes, into)) budget.damage.add('broken-file')
      return kind
    case 'rtf':
      readRtf(bytes, into)
      return kind
    case 'page':
    case 'drawing':
      if (budget.markup <= 0) budget.damage.add('too-many-parts')
      else openPage(textOf(bytes, 400_000), budget, into)
      return kind
    case 'text':
      if (sheet.test(name)) into.text(textOf(bytes, 20_000))
      return kind
    case 'web-archive':
      into.written(textOf(bytes, 200_000), 'page')
      return kind
    case 'pdf':
      if (into.pdfs.length < 3) into.pdfs.push(bytes)
      return kind
    case 'shortcut':
      readShortcut(bytes, into)
      return kind
    case 'web-shortcut':
      readWebShortcut(bytes, into)
      return kind
    case 'remote-desktop':
      readRemoteDesktop(bytes, into)
      return kind
    case 'search-shortcut':
      readSearch(bytes, into)
      return kind
    case 'notebook':
      for (const file of inNotebook(bytes)) openPacked([{ name: '', locked: false, bytes: file }], budget, into, depth)
      return kind
    case '7z':
      into.locked ||= is7zLocked(bytes)
      return kind
    case 'rar':
      openPacked(inRar(bytes), budget, into, depth)
      return kind
    case 'cab':
      openPacked(inCab(bytes), budget, into, depth)
      return kind
    case 'tar':
      openPacked(inTar(bytes), budget, into, depth)
      return kind
    case 'gzip':
      openPacked(inGzip(bytes, name, budget), budget, into, depth)
      return kind
    case 'disk-image':
      openPacked(inDiskImage(bytes), budget, into, depth)
      return kind
    default:
      return kind
  }
}

function openZip(bytes: Uint8Array, budget: Budget, into: Gathering, depth: number): FileKind {
  const entries = entriesOf(bytes)
  if (isOffice(entries) || isOpenDocument(entries)) {
    readOffice(entries, budget, into, (name, content) => openPacked([{ name, locked: false, bytes: content }], budget, into, depth))
    return isOffice(entries) ? 'office' : 'open-document'
  }
  const isJava =
    entries.some((entry) => /^META-INF\/MANIFEST\.MF$/i.test(entry.name)) && entries.some((entry) => /\.class$/i.test(entry.name))
  openPacked(
    entries.map((entry) => packedOf(entry, budget)),
    budget,
    into,
    depth,
  )
  if (isJava) return 'java'
  return entries.some((entry) => /^AndroidManifest\.xml$|^AppxManifest\.xml$/i.test(entry.name)) ? 'installer' : 'zip'
}

/** An entry with its content as a promise to unpack: the head first, the whole only when it is worth it. */
function packedOf(entry: ZipEntry, budget: Budget): Packed & { readonly whole?: () => Uint8Array } {
  if (entry.locked || budget.files <= 0) return { name: entry.name, locked: entry.locked }
  return { name: entry.name, locked: false, bytes: contentOf(entry, budget, typedBy), whole: () => contentOf(entry, budget) }
}

function openPacked(
  files: readonly (Packed & { readonly whole?: () => Uint8Array })[],
  budget: Budget,
  into: Gathering,
  depth: number,
): void {
  for (const { name, locked, bytes, whole } of files) {
    into.locked ||= locked
    if (bytes === undefined || bytes.length === 0 || !budget.mayRead()) {
      into.part(name, 'unknown', depth + 1, locked)
      continue
    }
    const kind = kindOf(bytes)
    if (depth >= caps.depth) {
      if (kind === 'zip' || kind === 'gzip' || kind === 'tar') budget.damage.add('archive-too-deep')
      into.part(name, kind, depth + 1, locked)
      continue
    }
    const place = into.parts.length
    into.part(name, kind, depth + 1, locked)
    const content = wanted.has(kind) ? (whole?.() ?? bytes) : bytes
    const found = wanted.has(kind) ? openFile(name, content, budget, into, depth + 1) : kind
    const part = into.parts[place]
    if (part !== undefined && found !== kind) into.parts[place] = { ...part, kind: found }
    if (isPicture(kind) && whole === undefined && into.pictures.length < 4) into.pictures.push({ bytes, how: 'paper' })
  }
}

function openPage(text: string, budget: Budget, into: Gathering): void {
  budget.markup -= text.length
  let pages = 0
  readTricks(text, into, (markup) => {
    if (pages++ >= 4) return
    const { page, links } = readPage(markup)
    into.text(page.text)
    if (page.passwordFields > 0) into.mark('password-field', page.text.slice(0, 100))
    for (const link of links) if (into.links.length < caps.links) into.links.push({ ...link, origin: 'page' })
    into.written(page.text, 'page')
  })
}
