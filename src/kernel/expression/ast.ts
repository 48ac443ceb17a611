/** The tree of an expression, as the CEL parser gives it, in the few words that this folder uses. */
import { parse } from '@bufbuild/cel'

export type Parsed = ReturnType<typeof parse>
export type Node = Parsed['expr']

/** Where a node begins, as an offset into the expression. */
export const offsetOf = (parsed: Parsed, node: Node): number => parsed.sourceInfo?.positions[String(node.id)] ?? 0

/** What stands in a call: the thing before the dot, when there is one, then the arguments. */
export function callOf(
  node: Node,
): { readonly name: string; readonly target: Node | undefined; readonly args: readonly Node[] } | undefined {
  if (node.exprKind.case !== 'callExpr') return undefined
  const { function: name, target, args } = node.exprKind.value
  return { name, target, args }
}

/** The nodes right below one. */
export function below(node: Node): readonly Node[] {
  const { exprKind } = node
  switch (exprKind.case) {
    case 'callExpr':
      return [...(exprKind.value.target === undefined ? [] : [exprKind.value.target]), ...exprKind.value.args]
    case 'selectExpr':
      return exprKind.value.operand === undefined ? [] : [exprKind.value.operand]
    case 'listExpr':
      return exprKind.value.elements
    case 'comprehensionExpr': {
      const { iterRange, accuInit, loopCondition, loopStep, result } = exprKind.value
      return [iterRange, accuInit, loopCondition, loopStep, result].filter((one) => one !== undefined)
    }
    default:
      return []
  }
}

export { parse }
