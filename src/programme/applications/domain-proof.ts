/**
 * Whether an applicant controls a domain: a TXT record that only its keeper can
 * write, or a file on its web server (the ways of ACME, RFC 8555 §8.3 and §8.4).
 */
import { cut } from '#kernel'
import type { Answered, Outside } from './ports.ts'
import { type Evidence, type Proof, type ProofState, quoted } from './proof.ts'

/** Where the record and the file are looked for. */
export const challengeName = (domain: string): string => `_bellwether-challenge.${domain}`
export const challengeUrl = (domain: string): string => `https://${domain}/.well-known/bellwether-domain-proof.txt`

/** What must stand there, as one line. */
export const challengeLine = (token: string): string => `bellwether-domain-proof=${token}`

/**
 * What answers of several resolvers come to. All but one must see the value, two at least; of a single one its word counts.
 * One that sees something else while too few see it makes a dispute: the zone is split, still spreading, or somebody lies.
 */
export function judgeAnswers(answers: readonly Answered[], isRight: (values: readonly string[]) => boolean): ProofState {
  const heard = answers.filter(({ failed }) => failed === undefined)
  const seen = heard.filter(({ values }) => isRight(values)).length
  const needed = answers.length === 1 ? 1 : Math.max(2, answers.length - 1)
  if (heard.length === 0) return 'failed'
  if (seen >= needed) return 'proven'
  if (seen === 0) return heard.length >= needed ? 'absent' : 'failed'
  return seen < heard.length ? 'disputed' : 'failed'
}

/** Each answer as a line of evidence. */
export const evidenceOf = (asked: string, answers: readonly Answered[]): readonly Evidence[] =>
  answers.map(({ from, values, failed }) => ({ asked, from, answered: failed ?? quoted(values) }))

/** Asks every resolver for the record. */
export async function proveByDns({ askNames }: Outside, domain: string, token: string): Promise<Proof> {
  const name = challengeName(domain)
  const answers = await askNames({ name, type: 'TXT' })
  const state = judgeAnswers(answers, (values) => values.some((value) => value.trim() === challengeLine(token)))
  return { kind: 'domain-dns', state, evidence: evidenceOf(`TXT ${name}`, answers) }
}

/** Reads the file. A page that answers everything with 200 does not hold the line, so it proves nothing. */
export async function proveByWeb({ readPage }: Outside, domain: string, token: string): Promise<Proof> {
  const url = challengeUrl(domain)
  const page = await readPage(url)
  if (page.kind === 'failed') return { kind: 'domain-web', state: 'failed', evidence: [{ asked: url, answered: page.why }] }
  const isRight = page.status === 200 && page.body.trim() === challengeLine(token)
  return {
    kind: 'domain-web',
    state: isRight ? 'proven' : 'absent',
    evidence: [{ asked: url, answered: page.status === 200 ? quoted([cut(page.body, 200)]) : `status ${page.status}` }],
  }
}
