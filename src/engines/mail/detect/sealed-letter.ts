/** Letters that a well-known service sealed into a page: what is typed there goes to that service and to nobody else. */
import type { Attachment } from '../message.ts'
import { registered } from '../names/domain.ts'
import type { Mail } from './mail.ts'

/** The services by which houses send sealed letters. */
export const sealers = ['cisco.com', 'zixmessagecenter.com', 'egress.com', 'mimecast.com', 'echoworx.com', 'totemo.com', 'proofpoint.com']

/** Where a service that also does much else opens letters, and nothing else. */
const openers = /^https:\/\/(?:outlook\.office(?:365)?\.com\/encryption\/|[\w.-]*\.protection\.outlook\.com\/encryption\/)/i

/** A page with one form, no program in it, whose form goes to such a service. */
export function isSealedLetter({ text }: Attachment): boolean {
  const source = text.slice(0, 200_000)
  if (/<script|\bon\w+\s*=|javascript:|http-equiv\s*=\s*["']?refresh|<iframe|<object|<embed/i.test(source)) return false
  const actions = [...source.matchAll(/<form\b[^>]{0,400}?\baction\s*=\s*["']?([^"'\s>]{1,300})/gi)].map(([, action = '']) => action)
  const forms = source.match(/<form\b/gi)?.length ?? 0
  return forms === 1 && actions.length === 1 && actions.every(opensLetters)
}

function opensLetters(action: string): boolean {
  const url = URL.parse(action)
  return url?.protocol === 'https:' && (openers.test(action) || sealers.includes(registered(url.hostname)))
}

/** All that a mail brings is such a letter. */
export const bringsSealedLetter = (mail: Mail): boolean => mail.files.length === 1 && mail.files.every(isSealedLetter)
