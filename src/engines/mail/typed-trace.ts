/** Reads what an analyst pastes into the hunt: refanged, and brought into the form in which mails leave it. */
import { domainToASCII } from 'node:url'
import { strippedSubject } from './campaign.ts'
import { refang } from './links/refang.ts'
import { brandOf } from './names/brands.ts'
import { registered } from './names/domain.ts'
import { isFreeMail, isHost } from './names/services.ts'
import type { HuntedKind } from './traces.ts'

export type TypedTrace =
  | {
      readonly value: string
      /** So many honest mails share it that having it in common says nothing. */
      readonly everybodys: boolean
    }
  | { readonly problem: string }

/** The value to look for, or one sentence about why this cannot be one. */
export function readTypedTrace(kind: HuntedKind, typed: string): TypedTrace {
  const text = refang(typed.normalize('NFKC').replace(/\p{Cc}|\p{Cf}/gu, '')).slice(0, 2000)
  switch (kind) {
    case 'sender':
    case 'reply-to':
      return addressIn(text)
    case 'sender-domain': {
      const host = hostIn(text)
      if (host === undefined) return { problem: 'Paste a domain, like riverton.example, or an address at it.' }
      const domain = registered(host)
      return { value: domain, everybodys: isFreeMail(domain) || brandOf(domain) !== undefined }
    }
    case 'link-host': {
      const host = hostIn(text)
      if (host === undefined) return { problem: 'Paste a link, or the host in it, like login.riverton.example.' }
      return { value: host, everybodys: isShared(host) }
    }
    case 'subject': {
      const value = strippedSubject({ subject: text, to: [], reader: undefined })
      if (value.length < 4) return { problem: 'Of this subject nothing is left once numbers and names are taken out: paste a longer one.' }
      return { value, everybodys: value.length < 10 || !value.includes(' ') }
    }
    case 'attachment': {
      const hash = /^[0-9a-f]{64}$/.exec(text.toLowerCase().replace(/\s|^sha-?256[:=]/g, ''))?.[0]
      return hash === undefined
        ? { problem: 'Paste the SHA-256 of the file: 64 digits from 0 to 9 and a to f.' }
        : { value: hash, everybodys: false }
    }
  }
}

function addressIn(text: string): TypedTrace {
  const address = /([^\s<>()[\]",;:]{1,64}@[^\s<>()[\]",;:@]{1,253})/
    .exec(text)?.[1]
    ?.toLowerCase()
    .replace(/[.>]+$/, '')
  if (address === undefined || !/@[^.]+\../.test(address)) return { problem: 'Paste a mail address, like desk@riverton.example.' }
  return { value: address, everybodys: false }
}

/** The host of a link, an address or a bare name, as it stands in mails: lower case, ASCII. */
function hostIn(text: string): string | undefined {
  const [first = ''] = text.split(/\s/)
  const bare = /^[a-z][a-z0-9+.-]*:\/\//i.test(first)
    ? (URL.parse(first)?.hostname ?? '')
    : first.slice(first.lastIndexOf('@') + 1).replace(/[/?#:].*$/, '')
  const host = domainToASCII(bare.replace(/^[<"'.]+|[>"',;.]+$/g, '')).toLowerCase()
  const wellFormed = /^(?=.{3,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$|^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)
  return wellFormed ? host : undefined
}

const sharedKinds = ['common', 'meeting', 'sharing', 'mailSenders', 'shorteners'] as const

const isShared = (host: string): boolean => {
  const domain = registered(host)
  const houseOfAll = host === domain && isHost('freePages', domain)
  return houseOfAll || sharedKinds.some((kind) => isHost(kind, host)) || (brandOf(domain) !== undefined && !isHost('freePages', host))
}
