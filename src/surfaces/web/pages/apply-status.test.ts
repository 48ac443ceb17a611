import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'

/** The page of an application that was sent in. */
async function statusPage(state: 'with-a-person' | 'accepted'): Promise<string> {
  const { deps } = inventedProgramme({
    change: (all) => ({
      ...all,
      applications: {
        ...all.applications,
        one: async (token) => {
          const found = await all.applications.one(token)
          return found && { ...found, state }
        },
        status: async (token) => {
          const found = await all.applications.status(token)
          return found && { ...found, state }
        },
      },
    }),
  })
  return (await visitorOf(createWeb(deps))('GET', '/apply/status')).text()
}

test('an applicant sees the rules that spoke and, while it is not decided for them, the way to what would change it', async () => {
  const page = await statusPage('with-a-person')
  assert.match(page, /Election offices, newsrooms, think tanks/)
  const [, query = ''] = /href="\/programme\/ask\?([^"]+)"/.exec(page) ?? []
  assert.deepEqual(Object.fromEntries(new URLSearchParams(query.replaceAll('&amp;', '&'))), {
    kind: 'charity',
    office: 'none',
    country: 'US',
    product: 'office-365',
    people: '12',
  })
  assert.doesNotMatch(await statusPage('accepted'), /\/programme\/ask\?/)
})
