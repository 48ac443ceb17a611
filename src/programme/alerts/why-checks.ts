/** What the check of the sender means, for somebody who does not carry the standards in their head. */
import type { Weighed } from './flagged.ts'

type Result = 'pass' | 'fail' | 'not stated'
export type Check = { readonly name: string; readonly result: Result; readonly says: string }

const meanings: Readonly<Record<'dmarc' | 'spf' | 'dkim', Readonly<Record<Result, string>>>> = {
  dmarc: {
    pass: 'The domain in the From line vouches for this mail (DMARC).',
    fail: 'The domain in the From line does not vouch for this mail (DMARC): somebody else may have written it.',
    'not stated': 'Nobody could say whether the domain in the From line vouches for this mail (DMARC).',
  },
  spf: {
    pass: 'The server that sent it may send for the domain it named on the envelope (SPF).',
    fail: 'The server that sent it may not send for the domain it named on the envelope (SPF). Forwarding breaks this too.',
    'not stated': 'Nobody could say whether the server that sent it was allowed to (SPF).',
  },
  dkim: {
    pass: 'A signature fits: it was not changed since that domain signed it (DKIM).',
    fail: 'A signature is there and does not fit (DKIM): the mail was changed, or the signature was copied.',
    'not stated': 'No signature was seen (DKIM).',
  },
}

const saidBy: Readonly<Record<string, string>> = {
  service: 'Stated by the reader’s own mail service, which we believe.',
  'own check': 'Checked by ourselves.',
  'topmost header': 'As its topmost header states.',
  'unknown header': 'As a header of unknown origin states: only what accuses is believed of it.',
  nobody: 'Nobody checked who really sent it.',
}

/** Three lines and who says so. */
export function checksInWords({ dmarc, spf, dkim, signedBy, saidBy: who }: Weighed['authentication']): readonly Check[] {
  const by = saidBy[who] ?? ''
  const signers = signedBy.slice(0, 5).join(', ')
  return [
    { name: 'From line', result: dmarc, says: `${meanings.dmarc[dmarc]} ${by}`.trim() },
    { name: 'Sending server', result: spf, says: meanings.spf[spf] },
    { name: 'Signature', result: dkim, says: signers === '' ? meanings.dkim[dkim] : `${meanings.dkim[dkim]} Signed by ${signers}.` },
  ]
}
