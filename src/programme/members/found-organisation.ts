/** An organisation that was accepted into the programme: made with its first administrators, each of whom is sent a link. */
import { type Clock, type Language, organisationKindOf } from '#kernel'
import type { Vault } from '#secrets'
import type { Tx } from '#storage'
import { readAddress } from './address.ts'
import { makeLink } from './invitations.ts'
import { askForLetter } from './letters.ts'
import { insertOrganisation } from './organisations.ts'
import { insertMember } from './people.ts'

type Founded = {
  readonly name: string
  readonly kind: string
  readonly country: string
  readonly domains: readonly string[]
  readonly language: Language
  readonly administrators: readonly { readonly name: string; readonly address: string }[]
}

/** In the programme's transaction. Refusals `name-missing`, `domain-not-valid`, `address-not-valid`. */
export async function foundOrganisation(
  tx: Tx,
  deps: { readonly vault: Vault; readonly clock: Clock },
  { name, kind, country, domains, language, administrators }: Founded,
): Promise<{ readonly organisationId: string }> {
  const programme = { kind: 'programme' } as const
  const { id: organisationId } = await insertOrganisation(tx, deps.clock, programme, {
    name,
    kind: organisationKindOf(kind),
    domains,
    ...(country !== '' && { country }),
  })
  for (const one of administrators) {
    const { personId } = await insertMember(tx, deps.clock, programme, {
      organisationId,
      member: { name: one.name, title: '', role: 'administrator', language },
      address: readAddress(one.address),
    })
    const { id } = await makeLink(tx, deps, { personId, organisationId, madeBy: null })
    await askForLetter(tx, { letter: 'invitation', invitationId: id })
  }
  return { organisationId }
}
