/** What a program's end is called to whoever says the second yes. */
import type { Tx } from '#storage'
import type { ProgramEnd } from './deps.ts'

/** The token's name, or the host that is told; undefined when the organisation has none such that works. */
export async function programName(tx: Tx, organisationId: string, { kind, id }: ProgramEnd): Promise<string | undefined> {
  if (kind === 'end-token') {
    const token = tx.selectFrom('api_token').select('name').where('id', '=', id).where('organisation_id', '=', organisationId)
    return (await token.where('revoked_at', 'is', null).executeTakeFirst())?.name
  }
  const hook = tx.selectFrom('webhook_endpoint').select('url').where('id', '=', id).where('organisation_id', '=', organisationId)
  const found = await hook.where('removed_at', 'is', null).executeTakeFirst()
  return found && new URL(found.url).host
}
