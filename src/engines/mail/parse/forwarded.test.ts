import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forwardedIn } from './forwarded.ts'

const blocks: Readonly<Record<string, string>> = {
  'Outlook in English': 'FYI\n\nFrom: Prize Desk <win@prize-desk.example>\nSent: Tuesday, 2 June 2026 10:11\nTo: Ana Ruiz <ana.ruiz@riverton.example>\nSubject: You won\n\nTake it today.',
  'Outlook in Portuguese': '________________________________\nDe: Prize Desk <win@prize-desk.example>\nEnviado: terça-feira, 2 de junho de 2026 10:11\nPara: ana.ruiz@riverton.example\nAssunto: You won\n\nTake it today.',
  'Outlook in German': 'Von: Prize Desk [mailto:win@prize-desk.example]\nGesendet: Dienstag, 2. Juni 2026\nAn: Ana Ruiz\nBetreff: You won\n\nTake it today.',
  'Outlook in French': 'De : Prize Desk <win@prize-desk.example>\nEnvoyé : mardi 2 juin 2026\nÀ : Ana Ruiz\nObjet : You won\n\nTake it today.',
  'Gmail': '---------- Forwarded message ---------\nFrom: Prize Desk <win@prize-desk.example>\nDate: Tue, Jun 2, 2026 at 10:11 AM\nSubject: You won\nTo: <ana.ruiz@riverton.example>\n\nTake it today.',
} // biome-ignore format: one block a line

for (const [program, text] of Object.entries(blocks)) {
  test(`what ${program} forwards is read with its first sender`, () => {
    const inner = forwardedIn(text)
    assert.equal(inner?.from.address, 'win@prize-desk.example')
    assert.equal(inner?.from.name, 'Prize Desk')
    assert.equal(inner?.subject, 'You won')
    assert.equal(inner?.text.trim(), 'Take it today.')
  })
}

test('a letter that only begins with "From:" forwards nothing', () => {
  assert.equal(forwardedIn('From: the desk of the chair\n\nDear all, the meeting is on Monday.'), undefined)
})

test('an answer with an old mail far below it forwards nothing', () => {
  assert.equal(forwardedIn(`${'We looked at this at length and came to a view. '.repeat(12)}\n${blocks['Gmail']}`), undefined)
})
