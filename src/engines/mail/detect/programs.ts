/** Programs among the files and in them, by content and by name, and what tries to look like something else. */
import type { FileKind } from '../files/kind.ts'
import { startsSomething } from '../files/kind.ts'
import type { Attachment } from '../message.ts'
import type { Wording } from './wording.ts'

const startingName =
  /\.(?:exe|scr|pif|com|bat|cmd|vbs|vbe|jse?|wsf|wsh|hta|lnk|msi|msix|appx|cpl|reg|chm|ps1|application|jnlp|search-ms|library-ms|settingcontent-ms|jar|dll)$/i
/** Sources are sent around among those who write them; nothing runs them by opening. */
const sourceName = /\.(?:txt|md|log|patch|diff|csv|c|h|py|ts|js|mjs|sh|rb|pl|rs|go|yml|yaml|json|sql|tex|eml|ics)$/i
const harmlessName =
  /\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|txt|csv|jpe?g|png|gif|bmp|webp|heic|tiff?|mp3|wav|m4a|mp4|mov|avi|eml|ics|vcf)\s*$/i
/** Letters that turn the reading direction: `invoice‮fdp.exe` shows as `invoiceexe.pdf`. */
const turning = /[\u202a-\u202e\u2066-\u2069]/u

const whatItIs: Readonly<Partial<Record<FileKind, Wording>>> = {
  program: { en: 'a program', es: 'un programa', fr: 'un programme', de: 'ein Programm' },
  installer: { en: 'an installer', es: 'un instalador', fr: 'un installateur', de: 'ein Installationsprogramm' },
  script: { en: 'a script', es: 'un guion', fr: 'un script', de: 'ein Skript' },
  java: { en: 'a Java application', es: 'una aplicación de Java', fr: 'une application Java', de: 'eine Java-Anwendung' },
  help: {
    en: 'a help file with scripts',
    es: 'una ayuda con guiones',
    fr: 'une aide avec des scripts',
    de: 'eine Hilfedatei mit Skripten',
  },
  shortcut: { en: 'a shortcut', es: 'un acceso directo', fr: 'un raccourci', de: 'eine Verknüpfung' },
  'search-shortcut': {
    en: 'a way to a foreign folder',
    es: 'un acceso a una carpeta ajena',
    fr: 'un accès à un dossier étranger',
    de: 'ein Weg in einen fremden Ordner',
  },
  'disk-image': { en: 'the image of a disk', es: 'la imagen de un disco', fr: 'l’image d’un disque', de: 'das Abbild eines Datenträgers' },
  'remote-desktop': { en: 'a remote desktop', es: 'un escritorio remoto', fr: 'un bureau à distance', de: 'ein entfernter Arbeitsplatz' },
  notebook: { en: 'a notebook', es: 'un cuaderno', fr: 'un carnet', de: 'ein Notizbuch' },
}
const webPage: Wording = { en: 'a web page', es: 'una página web', fr: 'une page web', de: 'eine Webseite' }
const something: Wording = {
  en: 'something that starts',
  es: 'algo que se pone en marcha',
  fr: 'quelque chose qui se lance',
  de: 'etwas, das startet',
}

/** All that a disguise may be, in words. */
export const disguises: readonly Wording[] = [...Object.values(whatItIs), webPage, something]

/** The first file inside that starts something: its name, or that of the file about it. */
export function startingPart({ name, reading }: Attachment): string | undefined {
  const part = reading?.parts.find(
    (one) => startingName.test(one.name) || (startsSomething(one.kind) && !(one.kind === 'script' && sourceName.test(one.name))),
  )
  return part === undefined ? undefined : part.name || name
}

/** A file or a file inside that starts something by what it is, whatever it is called. */
export function programBy(file: Attachment): string | undefined {
  // A script whose name has no ending is started by nobody's double click.
  const isSource = file.kind === 'script' && (sourceName.test(file.name) || !file.name.includes('.'))
  if (startsSomething(file.kind) && !isSource) return file.name
  return file.kind === 'office' || file.kind === 'pdf' ? undefined : startingPart(file)
}

type Disguise = { readonly name: string; readonly what: string; readonly points: number }

/** The file, or one inside, whose name promises something harmless that it is not. */
export function disguised(file: Attachment): Disguise | undefined {
  for (const { name, kind } of [file, ...(file.reading?.parts ?? [])]) {
    const what = whatItIs[kind]
    if (what !== undefined && harmlessName.test(name) && !(kind === 'script' && sourceName.test(name)))
      return { name, what: what.en, points: 110 }
    if (turning.test(name) && /\.\w{2,5}$/.test(name.replace(/[\u202a-\u202e\u2066-\u2069]/gu, ''))) {
      const plain = name.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
      if (startingName.test(plain)) return { name: plain, what: (what ?? something).en, points: 110 }
    }
    if (/\s{6,}\.\w{2,5}$/.test(name) && startingName.test(name))
      return { name: name.replace(/\s+/g, ' '), what: (what ?? something).en, points: 100 }
    if (kind === 'page' && /\.(?:pdf|docx?|xlsx?|jpe?g|png|gif)\s*$/i.test(name)) return { name, what: webPage.en, points: 60 }
  }
  return undefined
}
