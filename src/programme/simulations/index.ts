/** Simulations: tests that were registered beforehand, so that none is taken for an attack and no attack for a test. */
export type { Ours, SimulationDeps } from './deps.ts'
export { endSimulation, registerSimulation, type SimulationSeen, type SimulationTyped, simulations } from './register.ts'
export { noteTest, openRegisteredTests, type RegisteredTest, type TestTold, testTold } from './registered-test.ts'
