/** What may be spent on the files of one mail. One budget for all of them, so that many small bombs are worth no more than one. */
import type { DamageCode } from '../parse/damage.ts'

export const caps = {
  /** Archives in archives. */
  depth: 3,
  /** Bytes of one packed file, unpacked. */
  fileBytes: 4 * 1024 * 1024,
  /** Files looked into, over all archives. */
  files: 80,
  /** Names told of one archive. */
  names: 200,
  /** Text of one file. */
  text: 20_000,
  links: 200,
  marks: 20,
} as const

export class Budget {
  /** Bytes that may still be unpacked. */
  bytes = 12 * 1024 * 1024
  files: number = caps.files
  pdfs = 3
  pictures = 14
  pixels = 24_000_000
  /** Letters of web pages and drawings that may still be read. */
  markup = 1_600_000
  readonly damage = new Set<DamageCode>()

  /** Whether one more file may be looked into. */
  mayRead(): boolean {
    this.files -= 1
    return this.files >= 0
  }
}
