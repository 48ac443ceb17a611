/**
 * A message too big to be read whole, read by its parts (BODYSTRUCTURE): all
 * headers, every text, and attachments as far as they are small. What is left
 * out keeps its place and its headers, so that names and types are still seen.
 */
import type { ImapFlow, MessageStructureObject } from 'imapflow'

const kilobyte = 1024
/** Of one part, and of all together. */
const partCap = 1024 * kilobyte
const wholeCap = 8 * 1024 * kilobyte
const partsCap = 200

type Leaf = { readonly key: string; readonly structure: MessageStructureObject }

/** The message's bytes in their own shape, with empty bodies where something was left out. */
export async function readByParts(session: ImapFlow, uid: number): Promise<Buffer | undefined> {
  const outline = await session.fetchOne(String(uid), { uid: true, bodyStructure: true, headers: true }, { uid: true })
  if (!outline || outline.bodyStructure === undefined || outline.headers === undefined) return undefined
  const root = outline.bodyStructure
  const leaves = leavesOf(root).slice(0, partsCap)
  const bodies = new Map<string, Buffer>()
  let held = 0
  for (const leaf of leaves) {
    if (held >= wholeCap || !isWorthReading(leaf.structure)) continue
    const body = await readPart(session, uid, leaf.key)
    held += body.length
    bodies.set(leaf.key, body)
  }
  const heads = root.childNodes === undefined ? new Map<string, Buffer>() : await readHeads(session, uid, leaves)
  return Buffer.concat([outline.headers, assemble(root, bodies, heads)])
}

/** Leaves in reading order; a message that is a whole message itself is one leaf, `1` (RFC 3501 §6.4.5). */
function leavesOf(structure: MessageStructureObject): Leaf[] {
  if (!isMultipart(structure)) return [{ key: structure.part ?? '1', structure }]
  return (structure.childNodes ?? []).flatMap(leavesOf)
}

const isMultipart = (structure: MessageStructureObject): boolean => structure.type.toLowerCase().startsWith('multipart/')

function isWorthReading(structure: MessageStructureObject): boolean {
  return structure.type.toLowerCase().startsWith('text/') || (structure.size ?? 0) <= partCap
}

async function readPart(session: ImapFlow, uid: number, key: string): Promise<Buffer> {
  const got = await session.fetchOne(String(uid), { uid: true, bodyParts: [{ key, start: 0, maxLength: partCap }] }, { uid: true })
  return (got || undefined)?.bodyParts?.get(key) ?? Buffer.alloc(0)
}

async function readHeads(session: ImapFlow, uid: number, leaves: readonly Leaf[]): Promise<Map<string, Buffer>> {
  const got = await session.fetchOne(String(uid), { uid: true, bodyParts: leaves.map(({ key }) => `${key}.mime`) }, { uid: true })
  if (!got) return new Map()
  return new Map([...(got.bodyParts ?? [])].map(([key, head]) => [key.toLowerCase().replace(/\.mime$/, ''), head]))
}

function assemble(structure: MessageStructureObject, bodies: ReadonlyMap<string, Buffer>, heads: ReadonlyMap<string, Buffer>): Buffer {
  const boundary = structure.parameters?.boundary
  if (!isMultipart(structure) || boundary === undefined) return bodies.get(structure.part ?? '1') ?? Buffer.alloc(0)
  const pieces = (structure.childNodes ?? []).flatMap((child) => [
    Buffer.from(`\r\n--${boundary}\r\n`),
    headOf(child, heads),
    assemble(child, bodies, heads),
  ])
  return Buffer.concat([...pieces, Buffer.from(`\r\n--${boundary}--\r\n`)])
}

function headOf(structure: MessageStructureObject, heads: ReadonlyMap<string, Buffer>): Buffer {
  const head = heads.get(structure.part ?? '1')
  if (head !== undefined) return head
  // Only multiparts inside multiparts have no head of their own here: their boundary is what matters.
  const boundary = structure.parameters?.boundary?.replaceAll(/["\r\n\\]/g, '')
  return Buffer.from(boundary === undefined ? '\r\n' : `Content-Type: ${structure.type}; boundary="${boundary}"\r\n\r\n`)
}
