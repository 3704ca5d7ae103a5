import type { operations, Problem } from '../../src/lib/bindings'
import { actions } from './actions'
import { batches } from './batches'
import { cadences } from './cadences'
import { checks } from './checks'
import { decisions } from './decisions'
import { findings } from './findings'
import { evidence } from './evidence'
import { frameworks } from './frameworks'
import { log } from './log'
import { metrics } from './metrics'
import { people } from './people'
import { policies } from './policies'
import { raci } from './raci'
import { register } from './register'
import { reports } from './reports'
import { reviews } from './reviews'
import { rollout } from './rollout'
import { sampling } from './sampling'
import { makeState, type Scene, type State } from './state'
import { statements } from './statements'
import { exceptional } from './exceptions'
import { troubles } from './stops'
import { today } from './today'
import { workspace } from './workspace'

type Operations = typeof operations
type Name = keyof Operations

/** Every operation as a plain function over the state in memory. */
export type Desk = {
  [N in Name]: (
    state: State,
    request: Parameters<Operations[N]>[0],
  ) => Awaited<ReturnType<Operations[N]>>
}

const desk: Desk = {
  ...actions,
  ...batches,
  ...checks,
  ...cadences,
  ...sampling,
  ...decisions,
  ...workspace,
  ...people,
  ...policies,
  ...raci,
  ...register,
  ...reports,
  ...reviews,
  ...rollout,
  ...metrics,
  ...findings,
  ...evidence,
  ...frameworks,
  ...log,
  ...statements,
  ...troubles,
  ...exceptional,
  ...today,
}

let state: State
reset(sceneOfAddress())

/** Starts over with a scene. */
export function reset(scene: Scene): State {
  state = makeState(scene)
  return state
}

/** Lets the next call of an operation be refused. */
export function refuse(name: Name, code: string, says: string): void {
  state.refusals.set(name, { code, says })
}

/** What was asked of an operation so far. */
export function asked(name: Name): unknown[] {
  return state.asked.filter((one) => one.name === name).map(({ request }) => request)
}

export function answer(name: string, request: unknown): unknown {
  state.asked.push({ name, request: structuredClone(request) })
  const refusal = state.refusals.get(name)
  if (refusal) {
    state.refusals.delete(name)
    throw refusal satisfies Problem
  }
  const operation = desk[name as Name] as (state: State, request: unknown) => unknown
  return operation(state, request)
}

function sceneOfAddress(): Scene {
  const scene = new URLSearchParams(globalThis.location?.search ?? '').get('scene')
  return (scene as Scene | null) ?? 'full'
}
