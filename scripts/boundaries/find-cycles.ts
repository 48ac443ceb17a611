/** Groups of files that import each other, directly or in a ring (Tarjan 1972). Type imports count. */

/** Each ring of two or more files, its files in order of name. */
export function findCycles(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const path: string[] = []
  const onPath = new Set<string>()
  const rings: string[][] = []

  const visit = (file: string): number => {
    const index = order.size
    order.set(file, index)
    path.push(file)
    onPath.add(file)
    let low = index
    for (const next of imports.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (onPath.has(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? low)
    }
    lowest.set(file, low)
    if (low === index) {
      const ring = path.splice(path.indexOf(file))
      for (const member of ring) onPath.delete(member)
      if (ring.length > 1 || (imports.get(file) ?? []).includes(file)) rings.push(ring.sort())
    }
    return low
  }

  for (const file of imports.keys()) if (!order.has(file)) visit(file)
  return rings
}
