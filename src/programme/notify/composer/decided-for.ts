/** A composed notice as it is decided for one of its audience. */
import type { Decided } from '../write-notice.ts'
import type { Recipient } from './audience.ts'
import type { Composition } from './composition.ts'

export const decidedFor = (
  { id, level, wordings, steps }: Composition,
  { personId, organisationId, subjectAccountId }: Recipient,
): Decided => ({
  ...{ personId, organisationId, subjectAccountId, level, incidentId: null, compositionId: id },
  content: { kind: 'composed', wordings, steps: [...steps] },
})
