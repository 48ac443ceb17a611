/** What a file in disguise is, and a file without a name, as each reader is told. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, nobody, sayIn } from '#mail'
import { fileReaders } from '../../../../test/support/file-readers.ts'
import { fixtureMail } from '../../../../test/support/mail-fixtures.ts'

const look = async (name: string, change: (source: string) => string = (source) => source) => {
  const source = change(Buffer.from(fixtureMail(name)).toString('latin1'))
  return (await inspect(Buffer.from(source, 'latin1'), { trustedAuthserv: [], circle: nobody, files: fileReaders() })).findings
}

test('what a file in disguise really is, is said in the language of the reader and is no quotation', async () => {
  const finding = (await look('files/hostile/program-called-pdf')).find(({ id }) => id === 'mail.name-hides-program')
  assert.ok(finding)
  assert.match(sayIn('en', finding), /but it is a program\.$/)
  assert.match(sayIn('es', finding), /pero es un programa\.$/)
  assert.match(sayIn('fr', finding), /mais c’est un programme\.$/)
  assert.match(sayIn('de', finding), /ist aber ein Programm\.$/)
  assert.deepEqual(
    finding.evidence.map(({ where }) => where),
    ['attachment'],
  )
})

test('a file without a name is called so, and is still known by what it is', async () => {
  const unnamed = (source: string): string => source.replace(/;\s*(?:file)?name="[^"]*"/g, '')
  const finding = (await look('files/hostile/vhd-papers', unnamed)).find(({ id }) => id === 'mail.disk-in-mail')
  assert.ok(finding)
  assert.match(sayIn('en', finding), /^The attachment without a name is the image of a disk\./)
  assert.match(sayIn('de', finding), /^Der Anhang ohne Namen ist das Abbild/)
})
