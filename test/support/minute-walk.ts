/** A clock that knows nothing and looks each minute, for tests of what thinks about zones. */

/** Zones that set their clocks in every way there is, and some that never do. */
export const zones = [
  ...['UTC', 'Europe/Berlin', 'Europe/London', 'Europe/Dublin', 'Europe/Lisbon', 'Europe/Chisinau', 'Europe/Moscow', 'Atlantic/Azores'],
  // Midnight is skipped, or comes twice.
  ...['America/Havana', 'Asia/Beirut', 'Africa/Cairo', 'America/Asuncion', 'America/Santiago', 'Asia/Gaza', 'America/Scoresbysund'],
  ...['America/New_York', 'America/Los_Angeles', 'America/Phoenix', 'America/Anchorage', 'America/St_Johns', 'America/Caracas'],
  // Half and quarter hours; Lord Howe's summer is thirty minutes.
  ...['Australia/Lord_Howe', 'Australia/Adelaide', 'Australia/Darwin', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Tehran', 'Asia/Yangon'],
  ...['Pacific/Chatham', 'Pacific/Auckland', 'Pacific/Apia', 'Pacific/Kiritimati', 'Pacific/Marquesas', 'Pacific/Norfolk'],
  // Summer time ends for Ramadan, and winter time is the one that is legal in summer.
  ...['Africa/Casablanca', 'Africa/El_Aaiun', 'Africa/Lagos', 'America/Sao_Paulo', 'Antarctica/Troll', 'Asia/Tokyo'],
] as const

const minute = 60_000
const day = 86_400_000

export type Minute = {
  /** The moment it begins. */
  readonly at: number
  /** What the wall reads: the milliseconds of the UTC moment with the same digits. */
  readonly reading: number
}

const looks = new Map<string, Intl.DateTimeFormat>()

function look(zone: string, at: number): number {
  const options = { dateStyle: 'short', timeStyle: 'medium', timeZone: zone } as const
  const clock = looks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', options)
  looks.set(zone, clock)
  return Date.parse(`${clock.format(at).replace(' ', 'T')}Z`)
}

/** Each minute from a moment on, before another. */
export function* minutesOf(zone: string, from: number, until: number): Generator<Minute> {
  for (let at = from; at < until; at += minute) yield { at, reading: look(zone, at) }
}

/** The hours of some years in which a zone's clock is set. */
export function hoursOfSetting(zone: string, [from, until]: readonly [string, string]): readonly number[] {
  const found: number[] = []
  const hour = day / 24
  for (let at = Date.parse(from); at < Date.parse(until); at += hour) if (look(zone, at + hour) - look(zone, at) !== hour) found.push(at)
  return found
}
