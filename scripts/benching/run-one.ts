/** Runs one bench file in this process and writes its rows to standard output: node run-one.ts FILE */
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { type Measure, rowSchema } from '../../bench/row.ts'

const [file = ''] = process.argv.slice(2)
const bench = z.object({ measure: z.custom<Measure>((value) => typeof value === 'function', 'exports no function `measure`') })
const { measure } = bench.parse(await import(pathToFileURL(file).href))
const rows = z.array(rowSchema).parse(await measure())
process.stdout.write(`\n${JSON.stringify(rows)}\n`)
