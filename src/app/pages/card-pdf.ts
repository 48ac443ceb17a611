/**
 * The enrolment card as a PDF, to be cut out of an A4 page and folded once. Letters of its own, so that it prints the
 * same everywhere; nothing in it can be followed.
 */
import { join } from 'node:path'
import { arrayBuffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { CardLines } from '#web'

/** Points, 72 an inch; as wide as a bank card is high and half as wide again, so that it folds into a purse. */
const card = { left: 56, top: 56, width: 243 }
const inner = 14

export async function cardPdf({ title, lines, never, language }: CardLines): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded when somebody prints their card: pages answer without it.
  const { default: PdfDocument } = await import('pdfkit')
  const fonts = fileURLToPath(new URL('ttf', import.meta.resolve('dejavu-fonts-ttf/package.json')))
  const page = new PdfDocument({ size: 'A4', margin: card.left, lang: language, displayTitle: true, info: { Title: title } })
  page.registerFont('plain', join(fonts, 'DejaVuSansCondensed.ttf')).registerFont('bold', join(fonts, 'DejaVuSansCondensed-Bold.ttf'))
  const width = card.width - 2 * inner
  page
    .fillColor('#111111')
    .font('bold')
    .fontSize(12)
    .text(title, card.left + inner, card.top + inner, { width })
  for (const { label, value } of lines) {
    page.moveDown(0.35).font('plain').fontSize(7.5).fillColor('#444444').text(label, { width })
    page.font('bold').fontSize(9).fillColor('#111111').text(value, { width })
  }
  page.moveDown(0.6).font('plain').fontSize(7.5).fillColor('#444444').text(never, { width })
  page
    .roundedRect(card.left, card.top, card.width, page.y - card.top + inner, 9)
    .lineWidth(0.7)
    .strokeColor('#555555')
    .stroke()
  page.end()
  return new Uint8Array(await arrayBuffer(page))
}
