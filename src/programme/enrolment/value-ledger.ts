/**
 * What an organisation was given and what it is worth, by the law it is reported under. An entry that was wrong is
 * struck out and stays: a ledger is not rewritten.
 */
import type { Selectable } from 'kysely'
import { record } from '#audit'
import type { Staff, Who } from '#kernel'
import { type Followed, type Following, followed } from '#members'
import { type Tables, type Tx, uuid } from '#storage'
import type { EnrolmentDeps } from './deps.ts'
import { amountNotRight, dayNotRight, whatMissing } from './refusals.ts'

export type ValueEntry = {
  readonly id: string
  readonly givenOn: string
  readonly what: string
  readonly law: string
  readonly currency: string
  readonly minorUnits: number
  readonly note: string
}

export type ValueLedger = {
  readonly organisation: string
  readonly entries: readonly ValueEntry[]
  /** By law and currency. */
  readonly sums: readonly { readonly law: string; readonly currency: string; readonly minorUnits: number; readonly entries: number }[]
}

export type ValueGiven = {
  readonly givenOn: string
  readonly what: string
  readonly law: string
  readonly currency: string
  /** As it was typed. */
  readonly amount: string
  readonly note: string
}

type Deps = Pick<EnrolmentDeps, 'storage' | 'clock'>

/** The ledger of an organisation; undefined when it does not exist for `who`. */
export const valueLedger = ({ storage }: Deps, who: Who, organisationId: string): Promise<ValueLedger | undefined> =>
  storage.asTenant(who, async (tx) => {
    const organisation = await organisationFor(tx, who, organisationId)
    if (organisation === undefined) return undefined
    const rows = await entriesOf(tx, organisationId).orderBy('given_on', 'desc').orderBy('entered_at', 'desc').limit(5000).execute()
    const entries = rows.map(entryOf)
    const groups = Map.groupBy(entries, ({ law, currency }) => JSON.stringify([law, currency]))
    const sums = [...groups.values()].map((group) => ({
      law: group[0]?.law ?? '',
      currency: group[0]?.currency ?? '',
      minorUnits: group.reduce((sum, { minorUnits }) => sum + minorUnits, 0),
      entries: group.length,
    }))
    return {
      organisation: organisation.name,
      entries,
      sums: sums.sort((left, right) => (left.law + left.currency < right.law + right.currency ? -1 : 1)),
    }
  })

const organisationFor = async (tx: Tx, who: Who, organisationId: string) =>
  'organisationId' in who && who.organisationId !== organisationId
    ? undefined
    : tx.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst()

const entriesOf = (tx: Tx, organisationId: string) =>
  tx.selectFrom('value_entry').selectAll().where('organisation_id', '=', organisationId).where('removed_at', 'is', null)

const entryOf = ({ id, given_on, what, law, currency, minor_units, note }: Selectable<Tables['value_entry']>): ValueEntry => ({
  id,
  givenOn: given_on,
  what,
  law,
  currency,
  minorUnits: Number(minor_units),
  note,
})

/** Its entries that follow, by id; undefined when the organisation does not exist for `who`. */
export const valueFollowing = (
  { storage }: Deps,
  who: Who,
  organisationId: string,
  { after, most }: Following,
): Promise<Followed<ValueEntry> | undefined> =>
  storage.asTenant(who, async (tx) => {
    if ((await organisationFor(tx, who, organisationId)) === undefined) return undefined
    const rows = await entriesOf(tx, organisationId)
      .$if(after !== undefined, (later) => later.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(most + 1)
      .execute()
    return followed(rows.map(entryOf), most, ({ id }) => id)
  })

/** Enters what was given. Refusals `what-missing`, `day-not-right`, `amount-not-right`; false when there is no such organisation for `who`. */
export async function enterValue({ storage, clock }: Deps, who: Staff, organisationId: string, given: ValueGiven): Promise<boolean> {
  const now = clock.now()
  const what = given.what.normalize('NFC').trim()
  if (what === '' || what.length > 200) throw whatMissing()
  const day = new Date(`${given.givenOn}T00:00:00Z`)
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(given.givenOn) ||
    Number.isNaN(day.getTime()) ||
    day > now ||
    !day.toISOString().startsWith(given.givenOn)
  )
    throw dayNotRight()
  const currency = given.currency.trim().toUpperCase()
  const minorUnits = readAmount(given.amount, currency)
  return storage.asTenant(who, async (tx) => {
    const found = await tx.selectFrom('organisation').select('id').where('id', '=', organisationId).executeTakeFirst()
    if (found === undefined) return false
    const id = uuid()
    await tx
      .insertInto('value_entry')
      .values({
        id,
        organisation_id: organisationId,
        given_on: given.givenOn,
        what,
        law: given.law.normalize('NFC').trim().slice(0, 80),
        currency,
        minor_units: minorUnits,
        note: given.note.normalize('NFC').trim().slice(0, 500),
        entered_at: now,
        entered_by: who.personId,
        removed_at: null,
        removed_by: null,
      })
      .execute()
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, clock, { actor: who, action: 'value.enter', subject: `value/${id}`, owner, details: { currency, minorUnits } })
    return true
  })
}

/** Strikes an entry out; false when there is none of this organisation. */
export const strikeValue = ({ storage, clock }: Deps, who: Staff, organisationId: string, id: string): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('value_entry')
      .set({ removed_at: clock.now(), removed_by: who.personId })
      .where('id', '=', id)
      .where('organisation_id', '=', organisationId)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, clock, { actor: who, action: 'value.strike', subject: `value/${id}`, owner })
    return true
  })

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
const largest = 10 ** 13

/** How many decimals a currency has: 2, or 0 as for JPY (ISO 4217). */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** `1,337.00`, `1.337,00` and `1337` of the currency in its smallest unit. */
function readAmount(typed: string, currency: string): number {
  if (!currencies.has(currency)) throw amountNotRight()
  const decimals = decimalsOf(currency)
  const plain = typed.trim().replace(/[\s'’]/g, '')
  const mark = /[.,](?=\d{1,2}$)/.exec(plain)
  const [whole, part] = mark && decimals > 0 ? [plain.slice(0, mark.index), plain.slice(mark.index + 1)] : [plain, '']
  const digits = /^\d{1,3}(?:[.,]\d{3})*$|^\d+$/.test(whole) ? whole.replace(/[.,]/g, '') : ''
  const units = Number(digits + part.padEnd(decimals, '0'))
  if (digits === '' || part.length > decimals || !Number.isSafeInteger(units) || units > largest) throw amountNotRight()
  return units
}
