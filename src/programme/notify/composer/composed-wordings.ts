/** What the staff wrote of a notice: always in English, and in the other languages where they did. */
import { z } from 'zod'

const written = z.object({ headline: z.string(), says: z.array(z.string()) })
export type Written = z.infer<typeof written>

export const composedWordings = z.object({
  en: written,
  es: written.exactOptional(),
  fr: written.exactOptional(),
  de: written.exactOptional(),
})
export type ComposedWordings = z.infer<typeof composedWordings>
