import type { LineMark, MetricBeside, PointShown } from '../lib/bindings'

/** Where everything of a trend chart stands, in pixels of the width it is drawn at. */
export interface Drawing {
  /** Stretches of periods with values next to one another; a missing period ends one. */
  lines: string[]
  /** The baseline, stepping where a version begins. */
  baselines: string[]
  dots: { x: number; y: number; point: PointShown; last: boolean }[]
  /** Periods that are over and have no value. */
  gaps: { x: number; point: PointShown }[]
  /** What happened in a period, by its letters. */
  marks: { x: number; word: string }[]
  ticks: { y: number; word: string }[]
  periods: { x: number; word: string; anchor: 'start' | 'middle' | 'end' }[]
  /** Absent when the limit lies too far off to be drawn in scale. */
  limit: number | undefined
  /** Where the last value and the baseline are named, kept apart. */
  latest: number | undefined
  baseline: number | undefined
}

export interface Frame {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  /** Height of a line of text. */
  line: number
}

/** Lays the chart out. Values are decimals written as strings; numbers serve for drawing only. */
export function draw(
  { points, limit }: Pick<MetricBeside, 'points' | 'limit'>,
  frame: Frame,
  marks: readonly LineMark[] = [],
): Drawing {
  const { width, height, left, right, top, bottom, line } = frame
  const held = points.flatMap(({ value, baseline }) => numbers(value, baseline))
  const line_at = limit === null ? undefined : Number(limit)
  const inScale = line_at !== undefined && isNear(line_at, held)
  const { low, high, step } = scale(inScale ? [...held, line_at] : held)
  const x = (index: number) =>
    points.length < 2
      ? (left + width - right) / 2
      : left + (index * (width - left - right)) / (points.length - 1)
  const y = (value: number) => top + ((high - value) * (height - top - bottom)) / (high - low || 1)
  const lastAt = points.findLastIndex(({ value }) => value !== null)
  const dots = points.flatMap((point, index) =>
    point.value === null
      ? []
      : [{ x: x(index), y: y(Number(point.value)), point, last: index === lastAt }],
  )
  const latest = dots.at(-1)?.y
  const inForce = points.at(-1)?.baseline ?? null
  const baseline = inForce === null ? undefined : y(Number(inForce))
  return {
    lines: runs(points, ({ value }) => value).map((run) =>
      path(run.map(({ index, value }) => [x(index), y(value)])),
    ),
    baselines: runs(points, ({ baseline }) => baseline).map((run) => steps(run, x, y)),
    dots,
    gaps: points.flatMap((point, index) =>
      point.mark === 'missing' ? [{ x: x(index), point }] : [],
    ),
    marks: marks.flatMap(({ period, letters }) => {
      const index = points.findIndex((point) => point.period === period)
      return index < 0 ? [] : [{ x: x(index), word: together(letters) }]
    }),
    ticks: ticks(low, high, step, (height - top - bottom) / line).map((value) => ({
      y: y(value),
      word: plain(value, step),
    })),
    periods: named(points, (width - left - right) / (line * 3.25)).map((index) => ({
      x: x(index),
      word: points[index]?.short ?? '',
      anchor: index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle',
    })),
    limit: inScale ? y(line_at) : undefined,
    latest,
    baseline: apart(baseline, latest, line),
  }
}

/** The letters of one period, or the first and last where they are many. */
export function together(letters: readonly string[]): string {
  const many = letters.length > 3
  return many ? `${letters[0] ?? ''}–${letters.at(-1) ?? ''}` : letters.join(' ')
}

function numbers(...written: (string | null)[]): number[] {
  return written.flatMap((one) => (one === null ? [] : [Number(one)]))
}

/** A limit so far off that drawing it would flatten the series is named instead. */
function isNear(limit: number, held: number[]): boolean {
  if (held.length === 0) return true
  const [low, high] = [Math.min(...held), Math.max(...held)]
  const span = high - low || Math.abs(high) || 1
  return limit >= low - 1.5 * span && limit <= high + 1.5 * span
}

/** Three to five round lines around what is shown. */
function scale(shown: number[]): { low: number; high: number; step: number } {
  if (shown.length === 0) return { low: 0, high: 1, step: 1 }
  const [low, high] = [Math.min(...shown), Math.max(...shown)]
  const span = high - low || Math.abs(high) || 1
  const raw = span / 3
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = power * ([1, 2, 2.5, 5, 10].find((by) => by * power >= raw) ?? 10)
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step, step }
}

/** Where lines are drawn: on every step, or on fewer where that many lines of text have no room. */
function ticks(low: number, high: number, step: number, room: number): number[] {
  const count = Math.round((high - low) / step)
  const stride = step * Math.ceil(count / Math.max(1, Math.floor(room)))
  const drawn = Math.floor((high - low) / stride + 1e-9)
  return Array.from({ length: drawn + 1 }, (_, index) => low + index * stride)
}

function plain(value: number, step: number): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)) + (/2\.5|25$/.test(`${step}`) ? 1 : 0))
  return value.toLocaleString('en', { maximumFractionDigits: Math.min(decimals, 6) })
}

interface At {
  index: number
  value: number
}

/** Neighbours that have what is picked, stretch by stretch: nothing bridges a gap. */
function runs(points: readonly PointShown[], pick: (point: PointShown) => string | null): At[][] {
  const found: At[][] = []
  let run: At[] = []
  points.forEach((point, index) => {
    const value = pick(point)
    if (value !== null) run.push({ index, value: Number(value) })
    if (value === null && run.length) {
      found.push(run)
      run = []
    }
  })
  return run.length ? [...found, run] : found
}

function path(through: [number, number][]): string {
  return through.map(([x, y], index) => `${index ? 'L' : 'M'}${round(x)} ${round(y)}`).join('')
}

/** A version holds to the middle between its last period and the next one's first. */
function steps(run: At[], x: (index: number) => number, y: (value: number) => number): string {
  return run
    .map(({ index, value }, at) => {
      const before = run[at - 1]
      if (!before) return `M${round(x(index))} ${round(y(value))}`
      if (before.value === value) return `H${round(x(index))}`
      const middle = round((x(before.index) + x(index)) / 2)
      return `H${middle}V${round(y(value))}H${round(x(index))}`
    })
    .join('')
}

/** Which periods are named: first and last, and some between them as room allows. */
function named(points: readonly PointShown[], room: number): number[] {
  const last = points.length - 1
  if (last < 1) return last < 0 ? [] : [0]
  const parts = Math.max(1, Math.min(last, 4, Math.floor(room)))
  const all = Array.from({ length: parts + 1 }, (_, part) => Math.round((part * last) / parts))
  return [...new Set(all)]
}

function apart(
  baseline: number | undefined,
  latest: number | undefined,
  line: number,
): number | undefined {
  if (baseline === undefined || latest === undefined) return baseline
  const between = baseline - latest
  return Math.abs(between) >= line ? baseline : latest + (between < 0 ? -line : line)
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
