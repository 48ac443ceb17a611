/** Files that start or open something elsewhere: Windows shortcuts, web shortcuts, remote desktops, saved searches. */
import type { Gathering } from './gathering.ts'
import { textOf } from './kind.ts'
import { printableIn } from './printable.ts'

const commands =
  /\b(?:powershell|pwsh|cmd(?:\.exe)?|mshta|wscript|cscript|rundll32|regsvr32|msiexec|certutil|curl|bitsadmin|forfiles|conhost|explorer|ssh|python|msedge|node)(?:\.exe)?\b[^\n]*|https?:[^\s"']+|\\\\[\w.@-]+\\[^\s"']+/i

/** MS-SHLLINK: what it starts, by the strings in it. */
export function readShortcut(bytes: Uint8Array, into: Gathering): void {
  const strings = printableIn(bytes.subarray(76), 6000).split('\n')
  const told = strings.filter((line) => commands.test(line)).sort((left, right) => right.length - left.length)[0]
  into.mark('command', told ?? strings.find((line) => /\.\w{2,4}$/.test(line)) ?? 'a program')
  into.written(strings.join('\n'), 'shortcut')
}

export function readWebShortcut(bytes: Uint8Array, into: Gathering): void {
  const text = textOf(bytes, 8192)
  for (const hit of text.matchAll(/^\s*(?:URL|BASEURL|IconFile|WorkingDirectory)\s*=\s*(\S[^\r\n]{3,2000})/gim)) {
    const target = hit[1] ?? ''
    if (/^https?:/i.test(target)) into.link('', target, 'shortcut')
    else if (/^(?:file:|\\\\|search-ms:|ms-\w+:|\\\w+@)/i.test(target)) into.mark('command', target)
  }
}

/** A remote desktop may be given the reader's drives and clipboard. */
export function readRemoteDesktop(bytes: Uint8Array, into: Gathering): void {
  const text = textOf(bytes, 32_768)
  const host = /^full address:s:\s*([^\s:]{1,253})/im.exec(text)?.[1]
  if (host !== undefined) into.link('', `https://${host}/`, 'shortcut')
  into.mark('command', host ?? 'a computer elsewhere')
}

export function readSearch(bytes: Uint8Array, into: Gathering): void {
  const text = textOf(bytes, 32_768)
  into.mark('command', /(?:https?:|\\\\)[^<\s"]{3,300}/i.exec(text)?.[0] ?? 'a folder elsewhere')
}
