/** Runs one of the project's tools and gathers what it says. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'

export type ToolResult = { readonly isGood: boolean; readonly says: string }

const bin = join(dirname(dirname(import.meta.dirname)), 'node_modules', '.bin')

/** Runs a program of node_modules/.bin; never throws for what the program says. */
export function runTool(name: string, args: readonly string[], cwd: string): Promise<ToolResult> {
  return new Promise((done) => {
    const child = spawn(join(bin, name), args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const pieces: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
    child.stderr.on('data', (piece: Buffer) => pieces.push(piece))
    child.on('error', (trouble) => done({ isGood: false, says: `${name} could not be started: ${trouble.message}` }))
    child.on('close', (code) => done({ isGood: code === 0, says: Buffer.concat(pieces).toString().trim() }))
  })
}
