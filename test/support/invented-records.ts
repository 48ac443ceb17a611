/** The records of an invented operator's domain, one in each state. */
import type { SenderRecord } from '../../src/surfaces/web/deps/operations.ts'

export const inventedRecords: readonly SenderRecord[] = [
  {
    kind: 'dkim-rsa',
    name: 'bellwether-202611._domainkey.operator.example',
    value: `v=DKIM1; k=rsa; p=${'MIIBIjANBgkqhkiG9w0BAQEFAAOC'.repeat(10)}`,
    state: 'found',
    found: [`v=DKIM1; k=rsa; p=${'MIIBIjANBgkqhkiG9w0BAQEFAAOC'.repeat(10)}`],
  },
  {
    kind: 'dkim-ed25519',
    name: 'bellwether-ed-202611._domainkey.operator.example',
    value: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
    state: 'missing',
    found: [],
  },
  {
    kind: 'spf',
    name: 'operator.example',
    value: 'v=spf1 a:mail.operator.example -all',
    state: 'differs',
    fault: 'several',
    found: ['v=spf1 mx -all', 'v=spf1 a -all'],
  },
  { kind: 'dmarc', name: '_dmarc.operator.example', value: 'v=DMARC1; p=reject; adkim=s', state: 'unknown', found: [] },
]
