import { Environment } from '@marcbachmann/cel-js'
import { namespaces } from './vocabulary.ts'

/** Custom inputs: the store's own names, of any type. */
export const customNamespace = 'custom_inputs'

export const mostLength = 2_000
const limits = { maxAstNodes: 1_000, maxDepth: 30, maxListElements: 200, maxMapEntries: 1, maxCallArguments: 3 }

type Arithmetic = (left: number | bigint, right: number | bigint) => number
const mixed: Readonly<Record<string, Arithmetic>> = {
  '+': (left, right) => Number(left) + Number(right),
  '-': (left, right) => Number(left) - Number(right),
  '*': (left, right) => Number(left) * Number(right),
  '/': (left, right) => Number(left) / Number(right),
}

/** Nobody who writes `order.amount * 1.5` means to be told about overloads. */
const withMixedNumbers = (environment: Environment): Environment => {
  for (const [operator, handler] of Object.entries(mixed)) {
    environment.registerOperator(`int ${operator} double`, handler)
    environment.registerOperator(`double ${operator} int`, handler)
  }
  return environment
}

/** Every name with its type. Made once: it depends on the registry alone. */
export const environment: Environment = [...namespaces].reduce(
  (made, [namespace, members]) => {
    const schema = Object.fromEntries(members.map(({ name, type }) => [name.slice(namespace.length + 1), type]))
    return made.registerType({ name: typeName(namespace), schema }).registerVariable(namespace, typeName(namespace))
  },
  withMixedNumbers(new Environment({ limits, homogeneousAggregateLiterals: false })).registerVariable(
    customNamespace,
    'map<string, dyn>',
  ),
)

function typeName(namespace: string): string {
  return `Goodfaith_${namespace}`
}
