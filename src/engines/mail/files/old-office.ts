/** Compound files (MS-CFB): papers of old office programs, macro projects, installers, saved mails. Macros, objects, locks, links; the layout of the text is not read. */
import CFB from 'cfb'
import { caps } from './budget.ts'
import type { Gathering } from './gathering.ts'
import { kindOf } from './kind.ts'
import { printableIn } from './printable.ts'
import { readMacros } from './vba.ts'

const exploited = /equation native|^equation\.\d/i

/** Reads what is there. False when the bytes are no compound file after all. */
export function readOldOffice(bytes: Uint8Array, into: Gathering): boolean {
  const file = open(bytes)
  if (file === undefined) return false
  for (const [place, path] of file.FullPaths.entries()) {
    const content = contentOf(file, place)
    const name = path.slice(path.lastIndexOf('/', path.length - 2) + 1).replace(/^\p{Cc}/u, '')
    if (exploited.test(name)) into.mark('exploit', name)
    if (/^EncryptedPackage$/i.test(name)) into.locked = true
    if (/(?:^|\/)(?:_VBA_PROJECT_CUR\/)?VBA\/[^/]+$/i.test(path) && content.length > 0) readMacros(name, content, into)
    if (/^Ole10Native$/i.test(name)) into.part(packageName(content), 'unknown', 1, false)
    if (/^(?:WordDocument|Workbook|Book|PowerPoint Document|1Table|0Table)$/i.test(name)) {
      const text = printableIn(content, caps.text)
      into.text(text)
      into.written(text, 'office')
      const dde = /\bDDE(?:AUTO)?\s+["\\\w][^\n]{0,200}/.exec(text)?.[0]
      if (dde !== undefined) into.mark('dde', dde)
    }
  }
  return true
}

/** Windows Installer names itself in the root's class; everything else is some paper. */
export function isInstaller(bytes: Uint8Array): boolean {
  const file = open(bytes)
  const names = file?.FullPaths ?? []
  return file?.FileIndex[0]?.clsid.toLowerCase().startsWith('000c1084') === true || names.some((path) => /[\u3800-\u4840]{3}/u.test(path))
}

function open(bytes: Uint8Array): CFB.CFB$Container | undefined {
  if (bytes.length < 512 || kindOf(bytes) !== 'old-office') return undefined
  try {
    return CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' })
  } catch {
    // Broken: told by the caller as damage. What the bytes hold is then searched raw.
    return undefined
  }
}

function contentOf(file: CFB.CFB$Container, place: number): Uint8Array {
  const content = file.FileIndex[place]?.content
  return content === undefined ? new Uint8Array() : Uint8Array.from(content)
}

/** The name of the file in a package: the first text after its size. */
const packageName = (content: Uint8Array): string =>
  printableIn(content.subarray(4, 400), 200)
    .split('\n')
    .find((line) => /\.\w{2,4}$/.test(line))
    ?.replace(/^.*[\\/]/, '') ?? 'packed file'
