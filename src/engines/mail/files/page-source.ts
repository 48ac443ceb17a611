/** What a web page or picture with script (SVG) would do when it is opened from an attachment. Read from its source; nothing is run. */

export type PageTricks = {
  readonly script: boolean
  /** Puts together what no filter saw: decodes and then writes, opens or saves it. */
  readonly unpacks: boolean
  /** Long text that says nothing to a person, beside pictures and letters. */
  readonly cargo: boolean
  readonly asksSecret: boolean
  /** A sealed letter: what is typed opens what lies in it, on the spot, and nothing is sent, saved or followed. */
  readonly sealed: boolean
  readonly form: boolean
  readonly leads: boolean
  /** Leads out by a plain button and little else. */
  readonly button: boolean
  /** Lays a command into the clipboard and has the person start it by hand. */
  readonly byHand: boolean
  /** Neither runs nor leads anywhere, and names no place to write, call or pay to: a sheet of paper. */
  readonly inert: boolean
  /** Shows next to nothing, and runs something of its own. */
  readonly blank: boolean
}

const limit = 200_000

/** Pictures and fonts within a page are honest cargo. */
const honestCargo = /data:(?:image\/(?:png|jpe?g|gif|webp|x-icon|bmp)|font\/[\w-]+|application\/(?:x-)?font[\w-]*)[^,]{0,60},[\w+/=%\s-]*/gi

/** A drawing that is shown as a picture runs nothing. */
const shownDrawing = /(<img\b[^<>]{0,300}?\bsrc\s*=\s*["']?)data:image\/svg\+xml[^"'<>]{0,150000}/gi

const decodes =
  /\batob\b|fromCharCode|fromCodePoint|charCodeAt|unescape\s*\(|decodeURI(?:Component)?\s*\(|\beval\b|parseInt\s*\([^)]{0,60},\s*(?:16|36|0x)|\\x[\da-f]{2}\\x|\\u00[\da-f]{2}\\u00|TextDecoder|Uint8Array|\.split\(\s*['"]{2}\s*\)\s*\.reverse|crypto\.subtle|CryptoJS|String\.raw|fetch\s*\(\s*['"`]data:|;base64,['"`]\s*\+|_0x[\da-f]{3,}/i
/** The maker of functions, not the word that begins one. */
const callsText = /\bnew\s+Function\b|(?<![\w$.])Function\s*\(/
const builds =
  /new\s+Blob|createObjectURL|msSaveOrOpenBlob|navigator\.msSave|document\.write|document\[["']write|\.innerHTML|\.outerHTML|insertAdjacentHTML|srcdoc|appendChild|createElement|\.click\s*\(|download\s*=|location|window\.open|window\[|data:(?:text\/html|application)|DOMParser|setAttribute/i
const leadsOut =
  /http-equiv\s*=\s*["']?refresh|location\s*(?:\.href|\.replace|\.assign|\[)?\s*(?:=|\()|location\[|window\.open\s*\(|top\.location|<iframe|<embed|<object[^>]{0,200}data\s*=|<frame\b|<base\s/i
/** The browser's own words cut to pieces, or called by a string: no honest page hides which of them it calls. */
const inPieces =
  /\b(?:window|self|top|parent|document|globalThis|this|frames|\w{1,3})\s*\[\s*(["'`])\w{1,14}\1\s*\+\s*["'`]|\[\s*["'`](?:open|location|href|replace|assign|write|atob|eval)["'`]\s*\]\s*[(=.[]|\b(?:eval|Function|setTimeout|setInterval)\s*\(\s*(?:String\.fromC|window\.atob|atob|unescape|decodeURI)|\bimport\s*\(\s*["'`]data:|new\s+Function\s*\(\s*\w{1,12}\s*\)|\bReflect\.(?:set|get|apply)\s*\(\s*(?:globalThis|window|self|document)/
const piece = /["'`]([a-z]{1,12})["'`]\s*\+\s*["'`]([a-z]{1,12})["'`]/gi
const names =
  /^(?:script|iframe|location|href|replace|assign|atob|eval|window|document|open|write|createelement|fromcharcode|blob|function|constructor|download|createobjecturl|https?|appendchild|innerhtml|settimeout|password)$/i

/** A word of the browser's that is put together out of two pieces. */
function joinsNames(source: string): boolean {
  let tries = 0
  for (const [, head = '', tail = ''] of source.matchAll(piece)) {
    if (names.test(head + tail)) return true
    if (tries++ > 300) return false
  }
  return false
}

const copies = /execCommand\s*\(\s*["'`]copy|clipboard\s*\.\s*write/i
const startsByHand =
  /\b(?:powershell|pwsh|mshta|cmd(?:\.exe)?\s{1,4}\/c|rundll32|regsvr32|wscript|cscript|certutil|bitsadmin|osascript|curl\s{1,4}-|msiexec)\b|\b(?:win(?:dows)?|[⊞❖])(?:[\s-]{0,3}(?:key|taste|touche|tecla))?(?:<[^<>]{0,40}>|\s){0,4}\+(?:<[^<>]{0,40}>|\s){0,4}[rx]\b/i
const reaches =
  /<(?:form|input|a\s|button|iframe|object|embed|base|link|meta[^<>]{0,60}refresh)|https?:|mailto:|tel:|[\w.-]@[\w-]|\bwww\.|(?<!\d)\+?\d[\d\s().-]{8,20}\d|\b[a-z]{2}\d{2}[\s\d]{12,}/i

/** What is typed into; boxes to tick and buttons take no secret. */
const field = /<textarea\b|<input\b(?![^<>]{0,200}\btype\s*=\s*["']?(?:radio|checkbox|button|submit|reset|range|hidden)\b)/gi

/** All that a page says while it does something else. */
const waiting =
  /\b(?:loading|please|wait|one|moment|opening|redirecting|player|preparing|cargando|espere|un momento|abriendo|chargement|veuillez|patienter|en cours|laden|wird|geladen|bitte|warten|ladt|enable javascript|document)\b|[\s.…!]/gi

/** What draws maps and charts starts from an empty page. */
const draws =
  /\b(?:Plotly|echarts|Highcharts|vegaEmbed|Bokeh|Chart|d3|L\.map|mermaid|leaflet|mapboxgl|maplibregl|ol\.Map|am4core|google\.visualization|getContext)\b/

const scripted =
  /<(?:\w+:)?script|(?:href|src|action|values|to|from)\s*=\s*["']?\s*(?:javascript|vbscript)\s*(?::|&#)|\son(?:load|error|click|begin|end|focus|mouseover|mousemove|pageshow|toggle|animationstart|submit)\s*=|data:(?:text\/html|image\/svg\+xml|text\/javascript|application\/(?:x-)?javascript)/i

const seals = /crypto\.subtle\.deriveKey|\bPBKDF2\b|\bscrypt\b|\bargon2/i
const sends =
  /\bfetch\s*\(|XMLHttpRequest|sendBeacon|WebSocket|\baxios\b|\$\.(?:ajax|post|get)\b|<form\b[^>]{0,400}action|\bimport\s*\(|<script[^>]{0,300}src\s*=/i

const scriptInAddress = /<script\b[^<>]{0,200}?src\s*=\s*["']?data:[^,<>"']{0,80},([^"'<>\s]{0,150000})["']?[^<>]{0,100}>/gi

/** A script that stands in an address, as pages in one file have it, is read like any other: what tells is what it does. */
const withScriptsRead = (text: string): string =>
  text.replace(scriptInAddress, (whole: string, written: string) =>
    /;base64,/i.test(whole.slice(0, 300)) ? `<script>${Buffer.from(written, 'base64').toString('latin1')}` : `<script>${plainly(written)}`,
  )

function plainly(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

/** Words that only decoration of a page runs: none of them unpacks anything. */
export function tricksOf(source: string): PageTricks {
  const text = withScriptsRead(source.slice(0, limit).replace(honestCargo, 'data:picture').replace(shownDrawing, '$1data:picture'))
  const script = scripted.test(text) || isNear(text, /<foreignobject/gi, /<(?:\w+:)?(?:iframe|form|script|input)/gi, 4000)
  const cargo =
    /[A-Za-z0-9+/=]{1500,}|(?:[A-Za-z0-9+/=]{60,}\s{1,4}){18,}|(?:%[\da-f]{2}){200,}|(?:\\x[\da-f]{2}){150,}|(?:\d{2,3},\s?){300,}|(?:&#x?[\da-f]{2,6};){150,}|[\da-f]{2000,}/i.test(
      text,
    )
  const decoding = decodes.test(text) || callsText.test(text)
  const secret =
    /type\s*=\s*["']?\s*password|\bpassw(?:or)?d\b[^<>]{0,80}<input|name\s*=\s*["'](?:pass|pwd|passwd|password|otp|pin|cvv|ssn)/i.test(text)
  const words = wordsIn(text)
  return {
    script,
    unpacks: script && ((decoding && builds.test(text)) || inPieces.test(text) || joinsNames(text)),
    cargo: cargo && (script || decoding || words.length < 400),
    asksSecret: secret,
    sealed: secret && seals.test(text) && !builds.test(text) && !leadsOut.test(text) && !sends.test(text),
    form: /<form\b[^>]{0,400}action\s*=\s*["']?\s*(?:https?:|\/\/|mailto:)/i.test(text) || isNear(text, /<form\b/gi, field, 3000),
    leads: leadsOut.test(text),
    byHand: copies.test(text) && startsByHand.test(text),
    inert: !script && !secret && !cargo && !leadsOut.test(text) && !reaches.test(text),
    blank:
      words.replace(waiting, '').length < 4 &&
      script &&
      /<(?:\w+:)?script[^<>]{0,300}>[^<]{20}|\son(?:load|error)\s*=/i.test(text) &&
      !draws.test(text),
    button: words.length < 600 && /<a\b[^>]{0,300}href\s*=\s*["']?https?:/i.test(text),
  }
}

/** What stands between the tags. One walk: a page of nothing but opening brackets, or of scripts that never end, is read no more than once. */
function wordsIn(source: string): string {
  const kept: string[] = []
  const closing = /<\/(?:script|style)>/gi
  let at = 0
  for (let open = source.indexOf('<'); open >= 0; open = source.indexOf('<', at)) {
    kept.push(source.slice(at, open))
    closing.lastIndex = open
    const isSilent = /^<(?:script|style)/i.test(source.slice(open, open + 8))
    const end = isSilent ? (closing.exec(source) === null ? -1 : closing.lastIndex) : source.indexOf('>', open) + 1
    if (end <= 0) return tidy(kept, isSilent ? '' : source.slice(open))
    at = end
  }
  return tidy(kept, source.slice(at))
}

const tidy = (kept: readonly string[], rest: string): string => `${kept.join(' ')} ${rest}`.replace(/\s+/g, ' ').trim()

/** Whether one stands at most so many letters before the other. Each is looked for once from left to right, however often the first is repeated. */
function isNear(source: string, first: RegExp, then: RegExp, letters: number): boolean {
  let next = -1
  for (const { 0: text, index } of source.matchAll(first)) {
    const from = index + text.length
    if (next < from) {
      then.lastIndex = from
      next = then.exec(source)?.index ?? -1
      if (next < 0) return false
    }
    if (next - from <= letters) return true
  }
  return false
}
