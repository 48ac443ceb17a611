/** In whose menus the person looks: the houses whose menus we can name in words. */
import { providerOf } from '#providers'

export const menuHouses = ['google', 'microsoft', 'microsoft-365', 'other'] as const
export type MenuHouse = (typeof menuHouses)[number]

const hosts: readonly (readonly [RegExp, 'google' | 'microsoft'])[] = [
  [/(?:^|\.)(?:gmail|googlemail)\.com$/i, 'google'],
  [/(?:^|\.)(?:office365|outlook)\.com$/i, 'microsoft'],
]

/** Of a mailbox by its address, else by the server it is read from; an own domain at Microsoft is an office's, with menus of its own. */
export function menuHouseOf(address: string, host: string | undefined): MenuHouse {
  const { id } = providerOf(address)
  if (id === 'google' || id === 'microsoft') return id
  const found = host === undefined ? undefined : hosts.find(([names]) => names.test(host))?.[1]
  if (found === undefined) return 'other'
  return found === 'microsoft' ? 'microsoft-365' : found
}
