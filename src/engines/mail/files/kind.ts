/** What a file is by its first bytes. Names and declared types lie; programs that open a file look at the bytes. */

export type FileKind =
  | 'pdf' | 'office' | 'old-office' | 'open-document' | 'rtf' | 'page' | 'drawing' | 'web-archive' | 'shortcut' | 'web-shortcut'
  | 'remote-desktop' | 'search-shortcut' | 'disk-image' | 'notebook' | 'zip' | '7z' | 'rar' | 'gzip' | 'tar' | 'cab' | 'packed' | 'program'
  | 'installer' | 'script' | 'java' | 'help' | 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'calendar' | 'mail' | 'text' | 'unknown' // biome-ignore format: a list

/** Kinds that start something when they are opened. */
const starting: ReadonlySet<FileKind> = new Set(['program', 'installer', 'script', 'java', 'help', 'shortcut', 'search-shortcut'])
export const startsSomething = (kind: FileKind): boolean => starting.has(kind)

export const isDisk = (kind: FileKind): boolean => kind === 'disk-image'

const archives: ReadonlySet<FileKind> = new Set(['zip', '7z', 'rar', 'gzip', 'tar', 'cab', 'packed', 'disk-image'])
export const isArchive = (kind: FileKind): boolean => archives.has(kind)

const pictures: ReadonlySet<FileKind> = new Set(['png', 'jpeg', 'gif', 'bmp'])
/** Pictures that a reader of codes can open. */
export const isPicture = (kind: FileKind): boolean => pictures.has(kind)

type Magic = { readonly kind: FileKind; readonly bytes: readonly number[]; readonly at?: number }
const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0))

const magics: readonly Magic[] = [
  { kind: 'zip', bytes: [0x50, 0x4b, 3, 4] },
  { kind: 'zip', bytes: [0x50, 0x4b, 5, 6] },
  { kind: 'old-office', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'rtf', bytes: ascii('{\\rt') },
  { kind: 'shortcut', bytes: [0x4c, 0, 0, 0, 1, 0x14, 2, 0] },
  { kind: 'notebook', bytes: [0xe4, 0x52, 0x5c, 0x7b, 0x8c, 0xd8, 0xa7, 0x4d] },
  { kind: 'notebook', bytes: [0xa1, 0x2f, 0xff, 0x43, 0xd9, 0xef, 0x76, 0x4c] },
  { kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'rar', bytes: ascii('Rar!\u001a\u0007') },
  { kind: 'gzip', bytes: [0x1f, 0x8b, 8] },
  { kind: 'cab', bytes: ascii('MSCF\0\0\0\0') },
  { kind: 'packed', bytes: ascii('BZh') },
  { kind: 'packed', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0] },
  { kind: 'packed', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: 'packed', bytes: ascii('**ACE**'), at: 7 },
  { kind: 'tar', bytes: ascii('ustar'), at: 257 },
  { kind: 'disk-image', bytes: ascii('CD001'), at: 0x8001 },
  { kind: 'disk-image', bytes: ascii('BEA01'), at: 0x8001 },
  { kind: 'disk-image', bytes: ascii('vhdxfile') },
  { kind: 'disk-image', bytes: ascii('conectix') },
  { kind: 'program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { kind: 'program', bytes: [0xcf, 0xfa, 0xed, 0xfe] },
  { kind: 'program', bytes: [0xce, 0xfa, 0xed, 0xfe] },
  { kind: 'java', bytes: [0xca, 0xfe, 0xba, 0xbe] },
  { kind: 'help', bytes: ascii('ITSF') },
  { kind: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'gif', bytes: ascii('GIF8') },
  { kind: 'webp', bytes: ascii('WEBP'), at: 8 },
]

const startsWith = (bytes: Uint8Array, { bytes: magic, at = 0 }: Magic): boolean =>
  bytes.length >= at + magic.length && magic.every((byte, place) => bytes[at + place] === byte)

/** `PE`, `NE` or `LE` where the head of a DOS program says the real one starts. Two letters alone would make a program of any text. */
function isWindowsProgram(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x4d || bytes[1] !== 0x5a || bytes.length < 64) return false
  const at = (bytes[0x3c] ?? 0) | ((bytes[0x3d] ?? 0) << 8) | ((bytes[0x3e] ?? 0) << 16)
  const mark = String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0)
  return mark === 'PE' || mark === 'NE' || mark === 'LE'
}

/** A bitmap's head names its own length and a size that can be; `BM` alone is the beginning of many words. */
const isBitmap = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x42 && bytes[1] === 0x4d && bytes.length > 54 && bytes[6] === 0 && bytes[14] === 40

const written: readonly (readonly [FileKind, RegExp])[] = [
  ['calendar', /^\s*BEGIN:VCALENDAR/i],
  ['web-shortcut', /^\s*\[InternetShortcut\]/i],
  ['remote-desktop', /^(?:full address|screen mode id|remoteapplication\w+|session bpp|redirect\w+|signature):[is]:[^\n]*$/im],
  ['search-shortcut', /<(?:libraryDescription|persistedQuery|PCSettings)\b/],
  ['script', /<hta:application|<(?:job|package)\b[^>]*>\s*<(?:script|job|runtime|\?)|<scriptlet\b/i],
  ['web-archive', /^(?:MIME-Version:|From: <Saved by)[\s\S]{0,600}multipart\/related/i],
  ['drawing', /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<(?:\w+:)?svg[\s>]/i],
  ['page', /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:!doctype html|html|head|body|script|meta|title|form|iframe|center|div|table|style|base|p|br|a)\b/i],
  ['script', /^#!\s*\/|^\s*@echo off\b|\bnew ActiveXObject\s*\(|\bWScript\.(?:CreateObject|Shell|Echo|Sleep|Arguments)|\bCreateObject\s*\(\s*["'](?:wscript|shell|scripting|msxml2|adodb)|\b(?:powershell|pwsh)(?:\.exe)?["']?\s+-\w|\bInvoke-Expression\b|\bNew-Object\s+(?:System\.)?Net\.WebClient|\bmshta(?:\.exe)?\s+["']?(?:https?|javascript|vbscript):/i],
  ['mail', /^(?:(?:Received|Return-Path|Delivered-To|From|Message-ID|Date|MIME-Version|Subject|To):[^\n]*\n(?:[ \t][^\n]*\n)*){3}/i],
] // biome-ignore format: a table

/** The head of a file as text: UTF-16 by its mark, else UTF-8. Empty for what is no text. */
export function textOf(bytes: Uint8Array, length: number): string {
  const [first, second] = bytes
  const head = bytes.subarray(0, length)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head)
  return head.subarray(0, 512).includes(0) ? '' : new TextDecoder().decode(head)
}

/** What `bytes` are. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length < 4) return 'unknown'
  const known = magics.find((magic) => startsWith(bytes, magic))
  if (known !== undefined) return known.kind
  if (isWindowsProgram(bytes)) return 'program'
  if (isBitmap(bytes)) return 'bmp'
  // A PDF's mark may stand anywhere in the first 1024 bytes (ISO 32000-1, annex H.3, note 13).
  if (Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')) return 'pdf'
  if (endsWithDiskMark(bytes)) return 'disk-image'
  const text = textOf(bytes, 4096)
  if (text === '') return 'unknown'
  return written.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text'
}

/** A fixed VHD ends with its mark, an Apple disk image with another. */
function endsWithDiskMark(bytes: Uint8Array): boolean {
  if (bytes.length < 1024) return false
  const mark = Buffer.from(bytes.buffer, bytes.byteOffset + bytes.length - 512, 8).toString('latin1')
  return mark === 'conectix' || mark.startsWith('koly')
}
