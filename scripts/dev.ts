/** `npm run dev`: the demo programme, restarted whenever a file under src/ is saved. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
const args = [
  '--disable-warning=ExperimentalWarning',
  '--watch-path=src',
  '--watch-preserve-output',
  'src/main.ts',
  'demo',
  ...process.argv.slice(2),
]
const child = spawn(process.execPath, args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled') },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => {
  process.exitCode = code ?? 0
})
