/** An administrator whose last day is today: what they may still do tomorrow, before the daily work has run, is asked of every door. */

import { dayOf } from '#kernel'
import { addPerson } from '#members'
import type { World } from './programme.ts'

export async function lastDayToday(world: World): Promise<string> {
  const added = await addPerson(world, world.analyst, world.organisationId, {
    ...{ name: 'Vera Volt', address: 'vera@ruiz.example', title: '', role: 'administrator', kind: 'volunteer' },
    endsOn: dayOf(world.clock.now()),
  })
  if (added === undefined) throw new Error('nobody was added')
  return added.personId
}
