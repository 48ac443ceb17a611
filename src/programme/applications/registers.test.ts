import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTrouble } from '#kernel'
import { foldNumber, isAlike, readRegister } from './registers.ts'

const given = (text: string, numberColumn: string, nameColumn: string) => ({ name: 'r', country: 'US', text, numberColumn, nameColumn })

test('the FEC’s file of committees is read by the places of its columns', () => {
  const text = 'C00000059|HALLMARK CARDS PAC|BROWN, A|CITY|\nC00000422|AMERICAN "MEDICAL COMMITTEE|WALKER|CITY|\n'
  assert.deepEqual(readRegister(given(text, '1', '2')), [
    { number: 'C00000059', name: 'HALLMARK CARDS PAC' },
    { number: 'C00000422', name: 'AMERICAN "MEDICAL COMMITTEE' },
  ])
})

test('a register with headings is read by their names, whatever the separator', () => {
  for (const text of ['\ufeffRegNo,Title\nPP 12,"The Rivers, United"\n', 'Title;RegNo\n"The Rivers, United";pp-12\n'])
    assert.deepEqual(readRegister(given(text, 'regno', 'Title')), [{ number: 'PP12', name: 'The Rivers, United' }])
})

test('a file without the column, or without entries, is refused with what it has', () => {
  const refused = (text: string, number: string) =>
    assert.throws(
      () => readRegister(given(text, number, '2')),
      (thrown) => isTrouble(thrown, 'refusal') && thrown.code === 'register-not-readable',
    )
  refused('a,b\n1,x\n', 'number')
  refused('a,b\n1,x\n', '3')
  refused(',\n,\n', '1')
  refused('', '1')
})

test('numbers are compared without their dress', () => {
  assert.equal(foldNumber(' c00-123 456 '), foldNumber('C00123456'))
  assert.equal(foldNumber('–'), '')
})

test('a name is known again in its official form, and another one is not', () => {
  assert.ok(isAlike('ELENA BRANDT FOR SENATE', 'Brandt for Senate'))
  assert.ok(isAlike('Parti de la Rivière', 'PARTI DE LA RIVIERE (PDR)'))
  assert.ok(!isAlike('HALLMARK CARDS PAC', 'Brandt for Senate'))
  assert.ok(!isAlike('Committee for the', 'Committee of the'))
})
