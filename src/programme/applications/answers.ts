/** What an applicant answers, step by step. Nothing here asks for a party or an opinion: no rule could read it. */
import { z } from 'zod'
import { cut } from '#kernel'
import { isFreeMail, isSuffix } from '#mail'
import { isSameMailbox, readAddress, readDomain, readName } from '#members'
import { domainOfMany, sameContactTwice } from './refusals.ts'

const text = (longest: number) => z.string().max(longest)
const person = z.strictObject({ name: text(200), address: text(320) })

/** Facts by the names of the rules' vocabulary, as they were chosen. */
const facts = z.record(text(40), text(60))
export type Facts = z.infer<typeof facts>

export const answersSchema = z.strictObject({
  facts: facts.default({}),
  name: text(200).default(''),
  /** `''` with `noDomain`: those who write from a mail provider's address. */
  domain: text(253).default(''),
  noDomain: z.boolean().default(false),
  contact: person.default({ name: '', address: '' }),
  second: person.default({ name: '', address: '' }),
  register: text(60).default(''),
  /** A person was asked for, with what they should know. */
  asks: text(2000).default(''),
})
export type Answers = z.infer<typeof answersSchema>
export const noAnswers: Answers = answersSchema.parse({})

/** The steps in their order; each is a page with at most two questions. */
export const steps = ['who', 'where', 'product', 'organisation', 'contact', 'code', 'second', 'register', 'review'] as const
export type Step = (typeof steps)[number]

/** What a page sends; a field that is not of its step is not read. */
export type StepGiven = {
  readonly facts?: Facts
  readonly name?: string
  readonly domain?: string
  readonly noDomain?: boolean
  readonly personName?: string
  readonly address?: string
  readonly register?: string
}

const factsOf: Readonly<Partial<Record<Step, readonly string[]>>> = {
  who: ['kind', 'office'],
  where: ['country', 'region'],
  product: ['product', 'people'],
}

/** The answers after a step. Refusals `name-missing`, `domain-not-valid`, `domain-of-many`, `address-not-valid`, `same-contact-twice`. */
export function answered(before: Answers, step: Step, given: StepGiven): Answers {
  const asked = factsOf[step]
  if (asked !== undefined) {
    const kept = Object.entries(before.facts).filter(([name]) => !asked.includes(name))
    const told = Object.entries(given.facts ?? {}).filter(([name, value]) => asked.includes(name) && value !== '')
    return { ...before, facts: Object.fromEntries([...kept, ...told]) }
  }
  if (step === 'organisation') {
    const noDomain = given.noDomain === true
    return { ...before, name: readName(given.name ?? ''), domain: noDomain ? '' : readOwnDomain(given.domain ?? ''), noDomain }
  }
  if (step === 'contact' || step === 'second') {
    const { written, folded } = readAddress(given.address ?? '')
    const other = step === 'contact' ? before.second.address : before.contact.address
    if (other !== '' && isSameMailbox(readAddress(other).folded, folded)) throw sameContactTwice()
    return { ...before, [step]: { name: readName(given.personName ?? ''), address: written } }
  }
  return step === 'register' ? { ...before, register: cut((given.register ?? '').normalize('NFKC').trim(), 60) } : before
}

/** A domain that one organisation holds: below `gmail.com` or `co.uk` everybody has an address. */
function readOwnDomain(typed: string): string {
  const domain = readDomain(typed)
  if (isFreeMail(domain) || isSuffix(domain)) throw domainOfMany(domain)
  return domain
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** Whether the contact writes from the organisation's own domain. */
export const writesFromDomain = ({ contact, domain }: Answers): boolean => {
  if (domain === '' || isFreeMail(domain) || contact.address === '') return false
  const from = domainOf(readAddress(contact.address).folded)
  return from === domain || from.endsWith(`.${domain}`)
}

export type Missing = Exclude<Step, 'review' | 'register'>

/** The steps that still need an answer, in their order. `needed` are the facts the rules ask for. */
export function missing(answers: Answers, { isContactProven }: { readonly isContactProven: boolean }): readonly Missing[] {
  const isThere: Readonly<Record<Missing, boolean>> = {
    who: answers.facts['kind'] !== undefined,
    where: answers.facts['country'] !== undefined,
    product: answers.facts['product'] !== undefined,
    organisation: answers.name !== '' && (answers.domain !== '' || answers.noDomain),
    contact: answers.contact.address !== '',
    code: isContactProven,
    second: answers.second.address !== '',
  }
  return steps.filter((step): step is Missing => step !== 'review' && step !== 'register' && !isThere[step])
}
