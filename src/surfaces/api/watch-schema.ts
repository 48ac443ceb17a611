/** How a mailbox is watched, as programs read it. */
import { z } from '@hono/zod-openapi'

export const watchSchema = z
  .enum(['none', 'new', 'watching', 'failing', 'refused', 'paused', 'ended'])
  .openapi('Mailbox', { description: 'How the work mailbox is watched: `none` when it was never connected.' })
