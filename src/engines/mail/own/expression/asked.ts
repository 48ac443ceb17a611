/** What the functions of an expression know while one rule is asked about one mail, and how much work it may still do. */
import type { Evidence } from '#kernel'
import { limits } from './limits.ts'

/** Whether a value stands in a list of the operator's, for whom the mail is. */
export type Listed = (list: string, value: string) => boolean

export class Asked {
  listed: Listed = () => false
  /** What was found by the searches that said yes: shown as evidence when the rule fires. */
  found: Evidence[] = []
  #ruleSteps = 0
  #mailSteps = 0
  readonly #folded = new Map<string, string>()

  /** Before the first rule of a mail. */
  beginMail(listed: Listed): void {
    this.listed = listed
    this.#mailSteps = 0
    this.#folded.clear()
  }

  beginRule(): void {
    this.#ruleSteps = 0
    this.found = []
  }

  /** Counts work; throws when it is too much, and again each time after. */
  step(count: number): void {
    this.#ruleSteps += count
    this.#mailSteps += count
    if (this.isSpent()) throw new Error('too much work for one mail')
  }

  isSpent(): boolean {
    return this.#ruleSteps > limits.stepsPerRule || this.#mailSteps > limits.stepsPerMail
  }

  search(text: string): void {
    this.step(1 + Math.floor(text.length / 2000))
  }

  note(where: string, quote: string, mark: string): void {
    if (this.found.length < 3) this.found.push({ where, quote: quote.replace(/\s+/g, ' ').trim().slice(0, 300), mark: mark.slice(0, 120) })
  }

  /** `fold(text)`, worked out once a mail: several rules ask the same text. */
  remember(text: string, fold: (text: string) => string): string {
    const known = this.#folded.get(text)
    if (known !== undefined) return known
    const folded = fold(text)
    if (this.#folded.size > 200) this.#folded.clear()
    this.#folded.set(text, folded)
    return folded
  }
}
