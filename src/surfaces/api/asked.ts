/** What stands in a request besides its own matter: the address's ids and the place in a list. */
import { z } from '@hono/zod-openapi'
import type { Followed, Following } from '#members'

export const idSchema = z.uuid()

export const organisationParams = z.object({ organisation: idSchema.openapi({ description: 'The organisation.' }) })
export const personParams = organisationParams.extend({ person: idSchema.openapi({ description: 'One of its people.' }) })

const usual = 50
const most = 200

export const pageQuery = z.object({
  cursor: idSchema
    .optional()
    .openapi({ description: 'Where to go on: `next` of the page before. Take it as it is; what it is made of may change.' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(most)
    .default(usual)
    .openapi({ description: `Rows on a page, ${most} at most.`, example: usual }),
})

export const followingOf = ({ cursor, limit }: z.infer<typeof pageQuery>): Following => ({ after: cursor, most: limit })

/** A page of a list. `next` is there as long as more follows. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    items: z.array(row),
    next: z.string().optional().openapi({ description: 'Cursor of the page that follows; absent on the last.' }),
  })

export const pageFrom = <Row, Told>({ rows, next }: Followed<Row>, told: (row: Row) => Told) => ({
  items: rows.map(told),
  ...(next !== undefined && { next }),
})

/** One line that the database and everybody's screen can show: no control characters, and no half of a character. */
export const plainText = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'it holds a control character, or half of a character')

/** A moment as JSON has it (RFC 3339, UTC). */
export const momentSchema = z.iso.datetime()
