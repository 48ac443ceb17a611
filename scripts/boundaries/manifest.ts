/** What package.json says about the house: the front doors and the packages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Manifest = {
  /** `#mail` to the path of its front door. */
  readonly doors: Readonly<Record<string, string>>
  /** Packages that come with the product. */
  readonly forUse: readonly string[]
  /** Packages for tests and checks only. */
  readonly forWork: readonly string[]
}

type Written = {
  readonly imports?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

export function readManifest(root: string): Manifest {
  const written: Written = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return {
    doors: written.imports ?? {},
    forUse: [...Object.keys(written.dependencies ?? {}), ...Object.keys(written.optionalDependencies ?? {})],
    forWork: Object.keys(written.devDependencies ?? {}),
  }
}
