/** The first pages of a PDF with PDF.js (unpdf): words, links, pictures, and squares drawn so that they may be a code. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { PdfReading } from '#mail'
import { greyPicture } from '#mail'
import { drawnSquares } from './drawn-squares.ts'

const limits = { pages: 5, text: 20_000, links: 200, pictures: 6, points: 6_000_000, ms: 1300 }

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

/** Reads until its own time is up, and then answers with what it has. Rejects for what is no PDF. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const until = performance.now() + limits.ms
  const pdf = await open(bytes)
  if (pdf === undefined) return { text: '', links: [], pages: 0, locked: true, pictures: [] }
  const texts: string[] = []
  const links: string[] = []
  const pictures: Uint8Array[] = []
  const numbers = Array.from({ length: Math.min(pdf.numPages, limits.pages) }, (_, place) => place + 1)
  for (const number of numbers) {
    if (performance.now() > until) break
    const page = await pdf.getPage(number)
    texts.push(await wordsOf(page))
    for (const annotation of await page.getAnnotations()) {
      const target: unknown = annotation.url ?? annotation.unsafeUrl
      if (typeof target === 'string' && links.length < limits.links) links.push(target.slice(0, 2000))
    }
  }
  // Pictures last: they are what takes time, and words and links are there by now.
  for (const number of numbers) {
    if (performance.now() > until || pictures.length >= limits.pictures) break
    pictures.push(...(await picturesOn(await pdf.getPage(number), limits.pictures - pictures.length)))
  }
  return { text: texts.join('\n').slice(0, limits.text), links, pages: pdf.numPages, locked: false, pictures }
}

/** `undefined` when it asks for a password. */
async function open(bytes: Uint8Array): Promise<Pdf | undefined> {
  try {
    return await getDocumentProxy(bytes, {
      verbosity: 0,

      useSystemFonts: false,
      stopAtErrors: false,
      maxImageSize: limits.points,
    })
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'PasswordException') return undefined
    throw thrown
  }
}

async function wordsOf(page: Page): Promise<string> {
  const { items } = await page.getTextContent()
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : ''))
    .join('')
    .replace(/ +/g, ' ')
}

type Image = { readonly width: number; readonly height: number; readonly kind?: number; readonly data?: Uint8Array | Uint8ClampedArray }
const isImage = (value: unknown): value is Image =>
  typeof value === 'object' && value !== null && 'width' in value && 'height' in value && typeof value.width === 'number'

async function picturesOn(page: Page, most: number): Promise<readonly Uint8Array[]> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const pictures: Uint8Array[] = []
  const seen = new Set<unknown>()
  for (const [place, operator] of fnArray.entries()) {
    if (pictures.length >= most) return pictures
    const first: unknown = argsArray[place]?.[0]
    if (operator === OPS.paintImageXObject && typeof first === 'string' && !seen.has(first)) {
      seen.add(first)
      const image = await objectOf(page, first)
      if (image !== undefined) pictures.push(...greyOf(image))
    } else if ((operator === OPS.paintInlineImageXObject || operator === OPS.paintImageMaskXObject) && isImage(first)) {
      pictures.push(...greyOf(operator === OPS.paintImageMaskXObject ? { ...first, kind: 1 } : first))
    }
  }
  const drawn = drawnSquares(fnArray, argsArray, OPS)
  return drawn === undefined ? pictures : [...pictures, drawn]
}

const objectOf = (page: Page, key: string): Promise<Image | undefined> =>
  new Promise((resolve) => {
    const objects = key.startsWith('g_') ? page.commonObjs : page.objs
    objects.get(key, (value: unknown) => resolve(isImage(value) ? value : undefined))
  })

/** PDF.js's three kinds of pixels (ImageKind): one bit, three bytes, four bytes. */
function greyOf({ width, height, kind = 2, data }: Image): readonly Uint8Array[] {
  if (data === undefined || width < 24 || height < 24 || width * height > limits.points) return []
  const grey = new Uint8Array(width * height)
  if (kind === 1) {
    const rowBytes = (width + 7) >> 3
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) grey[y * width + x] = ((data[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0
  } else {
    const step = kind === 3 ? 4 : 3
    for (let at = 0, from = 0; at < grey.length; at++, from += step)
      grey[at] = ((data[from] ?? 255) * 77 + (data[from + 1] ?? 255) * 151 + (data[from + 2] ?? 255) * 28) >> 8
  }
  return [greyPicture(width, height, grey)]
}
