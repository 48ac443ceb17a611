/** Expressions that people write into rules: their tree, their bounds, and what is wrong with them in words. Apart from #kernel, since few need the parser. */
export { below, callOf, type Node, offsetOf, type Parsed, parse } from './ast.ts'
export type { Fault } from './balance.ts'
export { parseExpression } from './parse-expression.ts'
