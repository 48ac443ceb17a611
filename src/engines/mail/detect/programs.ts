/** Programs among the files and in them, by content and by name, and what tries to look like something else. */
import type { FileKind } from '../files/kind.ts'
import { startsSomething } from '../files/kind.ts'
import type { Attachment } from '../message.ts'

const startingName =
  /\.(?:exe|scr|pif|com|bat|cmd|vbs|vbe|jse?|wsf|wsh|hta|lnk|msi|msix|appx|cpl|reg|chm|ps1|application|jnlp|search-ms|library-ms|settingcontent-ms|jar|dll)$/i
/** Sources are sent around among those who write them; nothing runs them by opening. */
const sourceName = /\.(?:txt|md|log|patch|diff|csv|c|h|py|ts|js|mjs|sh|rb|pl|rs|go|yml|yaml|json|sql|tex|eml|ics)$/i
const harmlessName =
  /\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|txt|csv|jpe?g|png|gif|bmp|webp|heic|tiff?|mp3|wav|m4a|mp4|mov|avi|eml|ics|vcf)\s*$/i
/** Letters that turn the reading direction: `invoice‮fdp.exe` shows as `invoiceexe.pdf`. */
const turning = /[\u202a-\u202e\u2066-\u2069]/u

const whatItIs: Readonly<Partial<Record<FileKind, string>>> = {
  program: 'a program',
  installer: 'an installer',
  script: 'a script',
  java: 'a Java program',
  help: 'a help file with scripts',
  shortcut: 'a shortcut',
  'search-shortcut': 'a link to a foreign folder',
  'disk-image': 'a disk',
  'remote-desktop': 'a remote desktop',
  notebook: 'a notebook',
}

/** The first file inside that starts something: its name, or what it is. */
export function startingPart({ reading }: Attachment): string | undefined {
  const part = reading?.parts.find(
    (one) => startingName.test(one.name) || (startsSomething(one.kind) && !(one.kind === 'script' && sourceName.test(one.name))),
  )
  return part === undefined ? undefined : part.name === '' ? (whatItIs[part.kind] ?? part.kind) : part.name
}

/** A file or a file inside that starts something by what it is, whatever it is called. */
export function programBy(file: Attachment): string | undefined {
  if (startsSomething(file.kind) && !(file.kind === 'script' && (sourceName.test(file.name) || file.name === '')))
    return file.name === '' ? whatItIs[file.kind] : file.name
  return file.kind === 'office' || file.kind === 'pdf' ? undefined : startingPart(file)
}

export type Disguise = { readonly name: string; readonly what: string; readonly points: number }

/** The file, or one inside, whose name promises something harmless that it is not. */
export function disguised(file: Attachment): Disguise | undefined {
  for (const { name, kind } of [file, ...(file.reading?.parts ?? [])]) {
    const what = whatItIs[kind]
    if (what !== undefined && harmlessName.test(name) && !(kind === 'script' && sourceName.test(name))) return { name, what, points: 110 }
    if (turning.test(name) && /\.\w{2,5}$/.test(name.replace(/[\u202a-\u202e\u2066-\u2069]/gu, ''))) {
      const plain = name.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
      if (startingName.test(plain)) return { name: plain, what: 'a program whose name is written backwards', points: 110 }
    }
    if (/\s{6,}\.\w{2,5}$/.test(name) && startingName.test(name))
      return { name: name.replace(/\s+/g, ' '), what: 'a program behind a long blank', points: 100 }
    if (kind === 'page' && /\.(?:pdf|docx?|xlsx?|jpe?g|png|gif)\s*$/i.test(name)) return { name, what: 'a web page', points: 60 }
  }
  return undefined
}
