/** The operator's rules: none is kept whose examples do not go as they should, and each text a rule had is kept beside it. */
import { record } from '#audit'
import { personOf, type Who } from '#kernel'
import type { CheckedRule } from '#mail'
import { type Tx, uuid } from '#storage'
import type { CheckRule, OwnRulesDeps } from './deps.ts'
import { changed, titlesSchema } from './own-state.ts'
import { ruleKeepsItsName, ruleNameTaken, ruleNotRight, tooManyRules } from './refusals.ts'

export type OwnRuleSeen = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly isOn: boolean
  /** Why the programme switched it off; empty when it did not. */
  readonly offReason: string
  readonly version: number
  readonly changedAt: Date
  readonly changedBy: string
}

export type OwnRuleVersionSeen = { readonly version: number; readonly source: string; readonly savedAt: Date; readonly savedBy: string }

const most = 200

/** All rules, by name. */
export async function ownRules({ storage }: OwnRulesDeps, who: Who): Promise<readonly OwnRuleSeen[]> {
  return storage.asTenant(who, async (tx) => (await rows(tx).execute()).map(seen))
}

const rows = (tx: Tx) =>
  tx
    .selectFrom('own_rule')
    .leftJoin('person', 'person.id', 'own_rule.changed_by')
    .select([
      'own_rule.id',
      'own_rule.name',
      'own_rule.titles',
      'own_rule.source',
      'own_rule.is_on',
      'own_rule.off_reason',
      'own_rule.version',
      'own_rule.changed_at',
      'person.name as by',
    ])
    .orderBy('own_rule.name')

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const seen = ({ id, name, titles, is_on, off_reason, version, changed_at, by }: Row): OwnRuleSeen => ({
  id,
  name,
  title: titlesSchema.parse(titles)['en'] ?? name,
  isOn: is_on,
  offReason: off_reason,
  version,
  changedAt: changed_at,
  changedBy: by ?? '',
})

/** One rule with its text and its former texts, newest first; undefined when there is none for `who`. */
export async function ownRule(
  { storage }: OwnRulesDeps,
  who: Who,
  id: string,
): Promise<(OwnRuleSeen & { readonly source: string; readonly versions: readonly OwnRuleVersionSeen[] }) | undefined> {
  return storage.asTenant(who, async (tx) => {
    const row = await rows(tx).where('own_rule.id', '=', id).executeTakeFirst()
    if (row === undefined) return undefined
    const versions = await tx
      .selectFrom('own_rule_version')
      .leftJoin('person', 'person.id', 'own_rule_version.saved_by')
      .select(['own_rule_version.version', 'own_rule_version.source', 'own_rule_version.saved_at', 'person.name as by'])
      .where('rule_id', '=', id)
      .orderBy('version', 'desc')
      .limit(50)
      .execute()
    return {
      ...seen(row),
      source: row.source,
      versions: versions.map((one) => ({ version: one.version, source: one.source, savedAt: one.saved_at, savedBy: one.by ?? '' })),
    }
  })
}

/** The text of one rule for a file, with its name; written down. Undefined when there is none for `who`. */
export const exportRule = (
  { storage, clock }: OwnRulesDeps,
  who: Who,
  id: string,
): Promise<{ readonly name: string; readonly source: string } | undefined> =>
  storage.asTenant(who, async (tx) => {
    const rule = await tx.selectFrom('own_rule').select(['name', 'source']).where('id', '=', id).executeTakeFirst()
    if (rule === undefined) return undefined
    await record(tx, clock, { actor: who, action: 'own-rule.export', subject: `own-rule/${id}`, details: { rows: 1 } })
    return rule
  })

/** Checks a rule, and how it meets a mail when one is given. Keeps nothing. */
export const tryRule = (check: CheckRule, source: string, mail: string): Promise<CheckedRule> =>
  check(source, mail.trim() === '' ? undefined : new TextEncoder().encode(`${mail.replace(/\r?\n/g, '\r\n')}\r\n`))

/**
 * Keeps a new rule, or with `id` a new text of one, switched on; answers its id, undefined when `id` does not exist for `who`. Refusals
 * `rule-not-right` with lines and columns, `rule-name-taken`, `rule-keeps-name`, `too-many-rules`.
 */
export async function keepRule(
  { storage, clock, check }: OwnRulesDeps & { readonly check: CheckRule },
  who: Who,
  source: string,
  id?: string,
): Promise<string | undefined> {
  const { problems, rule } = await check(source)
  if (problems.length > 0 || rule === undefined) throw ruleNotRight(problems)
  const { id: name, title } = rule
  return storage.asTenant(who, async (tx) => {
    const before =
      id === undefined
        ? undefined
        : await tx.selectFrom('own_rule').select(['id', 'name', 'version']).where('id', '=', id).forUpdate().executeTakeFirst()
    if (id !== undefined && before === undefined) return undefined
    if (before !== undefined && before.name !== name) throw ruleKeepsItsName(before.name)
    const row = {
      id: before?.id ?? uuid(),
      name,
      titles: JSON.stringify(title),
      source,
      version: (before?.version ?? 0) + 1,
      is_on: true,
      off_reason: '',
      changed_at: clock.now(),
      changed_by: personOf(who),
    }
    if (before === undefined) {
      const { count } = await tx
        .selectFrom('own_rule')
        .select((all) => all.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      if (Number(count) >= most) throw tooManyRules(most)
      const added = await tx
        .insertInto('own_rule')
        .values(row)
        .onConflict((found) => found.column('name').doNothing())
        .executeTakeFirst()
      if (added.numInsertedOrUpdatedRows !== 1n) throw ruleNameTaken(name)
    } else await tx.updateTable('own_rule').set(row).where('id', '=', row.id).execute()
    await tx
      .insertInto('own_rule_version')
      .values({ id: uuid(), rule_id: row.id, version: row.version, source, saved_at: row.changed_at, saved_by: row.changed_by })
      .execute()
    await changed(tx, clock)
    await record(tx, clock, { actor: who, action: 'own-rule.keep', subject: `own-rule/${row.id}`, details: { name, version: row.version } })
    return row.id
  })
}

/** Switches a rule on or off; false when it does not exist for `who`. */
export const switchRule = ({ storage, clock }: OwnRulesDeps, who: Who, id: string, on: boolean): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('own_rule')
      .set({ is_on: on, off_reason: '', changed_at: clock.now(), changed_by: personOf(who) })
      .where('id', '=', id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await changed(tx, clock)
    await record(tx, clock, { actor: who, action: on ? 'own-rule.on' : 'own-rule.off', subject: `own-rule/${id}` })
    return true
  })

/** The programme switches off a rule that cannot be asked; true when it was on. In the programme's transaction. */
export async function switchOff(tx: Tx, { clock }: Pick<OwnRulesDeps, 'clock'>, name: string, reason: string): Promise<boolean> {
  const row = await tx
    .updateTable('own_rule')
    .set({ is_on: false, off_reason: reason.slice(0, 500), changed_at: clock.now(), changed_by: null })
    .where('name', '=', name)
    .where('is_on', '=', true)
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return false
  await changed(tx, clock)
  await record(tx, clock, { actor: { kind: 'programme' }, action: 'own-rule.failed', subject: `own-rule/${row.id}` })
  return true
}

/** Removes a rule with all its texts; false when it does not exist for `who`. */
export const removeRule = ({ storage, clock }: OwnRulesDeps, who: Who, id: string): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const { numDeletedRows } = await tx.deleteFrom('own_rule').where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await changed(tx, clock)
    await record(tx, clock, { actor: who, action: 'own-rule.remove', subject: `own-rule/${id}` })
    return true
  })
