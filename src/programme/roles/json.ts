/** What stands in a JSON column that another room wrote, read without trusting its shape. */

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A text by its name; empty where there is none. */
export function textOf(value: unknown, name: string): string {
  const found: unknown = Object(value)[name]
  return typeof found === 'string' ? found : ''
}
