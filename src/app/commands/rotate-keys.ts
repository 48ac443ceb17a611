/**
 * `bellwether keys rotate`: seals every data key under a new key-encryption
 * key. It may be cut off and called again. Naming the new key in the
 * configuration is left to the operator, who alone knows where it lives.
 */
import { availableParallelism } from 'node:os'
import { refusal } from '#kernel'
import type { KekSource } from '#secrets'
import { readConfig } from '../config.ts'
import { openHouse } from '../house.ts'
import { openLog } from '../log.ts'

export type RotateFlags = { readonly toFile?: string; readonly toCommand?: readonly string[] }

export async function rotateKeysCommand(flags: RotateFlags): Promise<number> {
  const to = sourceOf(flags)
  const config = readConfig(process.env, { cores: availableParallelism() })
  const house = await openHouse(config, openLog('warn'), { beside: true })
  try {
    const { rewrapped } = await house.vault.rotate(to)
    process.stdout.write(`${rewrapped} data keys are now sealed under the new key.\n`)
    process.stdout.write(`Name it in the configuration: "kek": ${JSON.stringify(to)}. Then start each running process again.\n`)
    return 0
  } finally {
    await house.close()
  }
}

function sourceOf({ toFile, toCommand }: RotateFlags): KekSource {
  if (toFile !== undefined && toCommand === undefined) return { file: toFile }
  if (toCommand !== undefined && toFile === undefined) return { command: toCommand }
  throw refusal('no-new-key', 'Say where the new key is: --to-file FILE or --to-command PROGRAM ARGUMENT…')
}
