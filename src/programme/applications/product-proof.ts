/**
 * Which product a domain's mail runs on, as anybody can see it: each sign is asked for and recorded by itself.
 * A tenant that answers, or the MX with one more sign, is proof; one record alone is left over often enough.
 */
import { z } from 'zod'
import { evidenceOf } from './domain-proof.ts'
import type { Answered, Outside } from './ports.ts'
import { type Evidence, type Proof, quoted } from './proof.ts'

export const provable = ['office-365', 'google-workspace'] as const
export type Provable = (typeof provable)[number]

type Sign = { readonly weight: number; readonly isThere: boolean; readonly isKnown: boolean; readonly evidence: readonly Evidence[] }

/** With this weight a product is proven. */
const enough = 2

const openId = z.object({ issuer: z.string() })
// https://sts.windows.net/<tenant>/ or https://login.microsoftonline.com/<tenant>/v2.0
const tenant = /^https:\/\/(?:sts\.windows\.net|login\.microsoftonline\.(?:com|us))\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//

/** Looks for the signs of a product. `failed` when too few could be asked for to know. */
export async function proveProduct(outside: Outside, domain: string, product: Provable): Promise<Proof> {
  const signs = await (product === 'office-365' ? microsoftSigns(outside, domain) : googleSigns(outside, domain))
  const weight = signs.filter(({ isThere }) => isThere).reduce((sum, sign) => sum + sign.weight, 0)
  const unknown = signs.filter(({ isKnown }) => !isKnown).reduce((sum, sign) => sum + sign.weight, 0)
  const state = weight >= enough ? 'proven' : weight + unknown >= enough ? 'failed' : 'absent'
  return { kind: 'base-product', state, evidence: signs.flatMap(({ evidence }) => evidence) }
}

const microsoftSigns = (outside: Outside, domain: string): Promise<readonly Sign[]> =>
  Promise.all([
    tenantSign(outside, domain),
    recordSign(outside, {
      name: domain,
      type: 'MX',
      weight: 1.5,
      isSign: (host) => host.endsWith('.mail.protection.outlook.com') || host.endsWith('.mx.microsoft'),
    }),
    recordSign(outside, {
      name: `autodiscover.${domain}`,
      type: 'CNAME',
      weight: 0.5,
      isSign: (host) => host === 'autodiscover.outlook.com',
    }),
    recordSign(outside, { name: domain, type: 'TXT', weight: 0.5, isSign: (text) => includes(text, 'spf.protection.outlook.com') }),
    recordSign(outside, { name: domain, type: 'TXT', weight: 0.5, isSign: (text) => /^MS=ms\d{6,10}$/i.test(text.trim()) }),
  ])

const googleSigns = (outside: Outside, domain: string): Promise<readonly Sign[]> =>
  Promise.all([
    recordSign(outside, {
      name: domain,
      type: 'MX',
      weight: 1.5,
      isSign: (host) => /(^|\.)(?:aspmx\d?\.l\.google|aspmx\d\.googlemail|smtp\.google)\.com$/.test(host),
    }),
    recordSign(outside, { name: domain, type: 'TXT', weight: 0.5, isSign: (text) => includes(text, '_spf.google.com') }),
    recordSign(outside, { name: domain, type: 'TXT', weight: 0.5, isSign: (text) => text.trim().startsWith('google-site-verification=') }),
    recordSign(outside, {
      name: `google._domainkey.${domain}`,
      type: 'TXT',
      weight: 0.5,
      isSign: (text) => /(^|;\s*)v=DKIM1\b/i.test(text),
    }),
  ])

/** Whether an SPF record includes a name (RFC 7208 §5.2). */
const includes = (text: string, name: string): boolean =>
  /^v=spf1\s/i.test(text) && text.toLowerCase().split(/\s+/).includes(`include:${name}`)

async function tenantSign({ readPage }: Outside, domain: string): Promise<Sign> {
  const url = `https://login.microsoftonline.com/${domain}/v2.0/.well-known/openid-configuration`
  const page = await readPage(url)
  if (page.kind === 'failed') return { weight: enough, isThere: false, isKnown: false, evidence: [{ asked: url, answered: page.why }] }
  const id = page.status === 200 ? tenantIn(page.body) : undefined
  const answered = id === undefined ? `status ${page.status}: no tenant` : `tenant ${id}`
  // 400 is Microsoft's "there is no such tenant"; other answers say nothing of it.
  return {
    weight: enough,
    isThere: id !== undefined,
    isKnown: page.status === 200 || page.status === 400,
    evidence: [{ asked: url, answered }],
  }
}

function tenantIn(body: string): string | undefined {
  try {
    return tenant.exec(openId.parse(JSON.parse(body)).issuer)?.[1]
  } catch {
    return undefined
  }
}

type RecordAsked = {
  readonly name: string
  readonly type: 'TXT' | 'MX' | 'CNAME'
  readonly weight: number
  readonly isSign: (value: string) => boolean
}

async function recordSign({ askNames }: Outside, { name, type, weight, isSign }: RecordAsked): Promise<Sign> {
  const answers = await askNames({ name, type })
  const heard = answers.filter(({ failed }) => failed === undefined)
  const seen = heard.filter(({ values }) => values.some(isSign))
  // More than half of those that were asked: one that lies does not decide it, whatever keeps the others silent.
  return {
    weight,
    isThere: seen.length * 2 > answers.length,
    isKnown: heard.length * 2 > answers.length,
    evidence: evidenceOf(`${type} ${name}`, answers).map((line, at) => ({ ...line, answered: shown(answers[at], isSign, line.answered) })),
  }
}

/** The sign itself where it is there; a domain's other TXT records are nobody's business. */
const shown = (answer: Answered | undefined, isSign: (value: string) => boolean, otherwise: string): string => {
  if (answer === undefined || answer.failed !== undefined) return otherwise
  const signs = answer.values.filter(isSign)
  return signs.length > 0 ? quoted(signs) : answer.values.length === 0 ? 'nothing' : 'nothing of it'
}
