import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AdmissionPolicy, assess, opinionsNeeded } from './assess.ts'
import type { Proof, ProofKind, ProofState } from './proof.ts'

const policy: AdmissionPolicy = {
  points: { 'contact-mailbox': 20, 'domain-dns': 50, 'domain-web': 40, 'base-product': 10, register: 30, vouch: 30 },
  threshold: 70,
  vouches: 2,
}
const proof = (kind: ProofKind, state: ProofState = 'proven'): Proof => ({ kind, state, evidence: [] })

test('a domain and a mailbox at it are enough, and nobody has to wait for a person', () => {
  const assessed = assess({ proofs: [proof('domain-dns'), proof('contact-mailbox')], vouches: 0, doubts: [] }, policy)
  assert.deepEqual([assessed.outcome, assessed.points], ['accepted', 70])
})

test('the same domain proved twice counts once', () => {
  const proofs = [proof('domain-web'), proof('domain-dns')]
  assert.equal(assess({ proofs, vouches: 0, doubts: [] }, policy).points, 50)
})

test('what was asked and not seen counts nothing', () => {
  const proofs = [proof('domain-dns', 'absent'), proof('register', 'failed'), proof('base-product', 'disputed')]
  assert.deepEqual(assess({ proofs, vouches: 0, doubts: [] }, policy), { outcome: 'waits', points: 0, counted: [] })
})

test('a hundred friends count as much as the operator allows', () => {
  assert.equal(assess({ proofs: [], vouches: 100, doubts: [] }, policy).points, 60)
})

test('a doubt is for a person, however many the points', () => {
  const proofs = [proof('domain-dns'), proof('contact-mailbox'), proof('register')]
  const doubts = [{ kind: 'lookalike', facts: { of: 'riverton.example' } }] as const
  assert.equal(assess({ proofs, vouches: 2, doubts }, policy).outcome, 'with-a-person')
  assert.equal(opinionsNeeded(doubts), 2)
})

test('an application with too little waits, unless its people ask for a person', () => {
  assert.equal(assess({ proofs: [], vouches: 0, doubts: [{ kind: 'rules-unsure', facts: {} }] }, policy).outcome, 'waits')
  const doubts = [{ kind: 'asked-for', facts: {} }] as const
  assert.equal(assess({ proofs: [], vouches: 0, doubts }, policy).outcome, 'with-a-person')
  assert.equal(opinionsNeeded(doubts), 1)
})
