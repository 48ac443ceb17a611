/** Where a file stands in the house: its storey and room, or the grounds outside src/. */
import { type StoreyName, storeys } from './house.ts'

export type Place = {
  /** The storey, or the folder at the top of the repository for everything outside src/. */
  readonly storey: StoreyName | undefined
  /** `engines/mail`; storeys without rooms are one room. */
  readonly room: string | undefined
  readonly isTest: boolean
}

/** Reads the place from a path relative to the repository. */
export function placeOf(path: string): Place {
  // `threads.test-thread.ts` stands beside `threads.test.ts` and is loaded by it.
  const isTest = /\.test(-[a-z-]+)?\.ts$/.test(path) || !path.startsWith('src/')
  const [top, storeyFolder, roomFolder] = path.split('/')
  if (top !== 'src' || storeyFolder === undefined) return { storey: undefined, room: undefined, isTest }
  // src/main.ts and whatever else stands beside the storeys puts the house together.
  const storey = isStorey(storeyFolder) ? storeyFolder : 'app'
  const hasRooms = storeys[storey].ranks.length > 0
  return { storey, room: hasRooms ? `${storey}/${roomFolder ?? ''}` : storey, isTest }
}

function isStorey(name: string): name is StoreyName {
  return Object.hasOwn(storeys, name)
}

/** How high a room stands inside its storey; -1 when the table does not know it. */
export function rankOf(storey: StoreyName, room: string): number {
  const name = room.slice(room.indexOf('/') + 1)
  return storeys[storey].ranks.findIndex((rooms) => rooms.includes(name))
}
