import type {
  Coverage,
  CoveragePeriod,
  CoverageQuery,
  EvidenceFound,
  EvidenceMissing,
  Framework,
  FrameworkCoverage,
  FrameworksView,
  MappingShown,
  NotAsked,
  RequirementRow,
  RequirementView,
  ShownBy,
  SourceShown,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, choice, NOW, problem, record, type State } from './state'

/** A requirement with what the desk finds for it, and what the team added. */
export interface Asked {
  framework: Framework
  row: Omit<
    RequirementRow,
    'coverage' | 'inside' | 'earlier' | 'newest' | 'sources' | 'missing' | 'out'
  >
  sources: SourceShown[]
  mapped: MappingShown[]
  out: NotAsked | null
}

const KNOWN: Record<Framework, { reference: string; name: string; says: string }> = {
  'nist-ai-rmf': {
    reference: 'NIST',
    name: 'NIST AI RMF 1.0',
    says: 'All 72 subcategories. The identifiers are NIST’s; the words are Countersign’s.',
  },
  iso42001: {
    reference: 'ISO42001',
    name: 'ISO/IEC 42001:2023',
    says: 'Clauses 4 to 10 and the 38 controls of Annex A, in our own words.',
  },
  'eu-ai-act': {
    reference: 'AIACT',
    name: 'EU AI Act',
    says: 'The articles that deployers meet. No legal advice.',
  },
}

const done = (reference: string, day: string, entry: number, inside = true): EvidenceFound => ({
  reference,
  name: null,
  place: null,
  at: `${day}T10:04:11+01:00`,
  entry,
  inside,
})
const standing = (name: string, place: EvidenceFound['place']): EvidenceFound => ({
  reference: null,
  name,
  place,
  at: null,
  entry: null,
  inside: true,
})
const source = (
  words: string,
  why: string,
  found: EvidenceFound[] = [],
  missing: EvidenceMissing[] = [],
): SourceShown => ({
  words,
  why,
  stands: found.some(({ at }) => at === null),
  inside: found.filter(({ inside }) => inside).length,
  earlier: found.filter(({ inside }) => !inside).length,
  newest: found,
  missing,
})

const OVERRIDES = () =>
  source('Overrides recorded', 'people chose otherwise', [
    done('OVR-0102', '2026-11-12', 4780),
    done('OVR-0101', '2026-11-04', 4655),
  ])
const EVIDENCE = () => source('Evidence attached to it', 'Whatever bears it out')

/** Some requirements as a scene starts with them: a gap, what is old, what is there, what is left out. */
export function sampleFrameworks(empty: boolean): Asked[] {
  const of = (
    framework: Framework,
    called: string,
    group: string,
    title: string,
    asks: string,
    sources: SourceShown[],
    from: string | null = null,
  ): Asked => ({
    framework,
    row: {
      reference: `${KNOWN[framework].reference}-${called.replace(/^(Article|Clause) /, '').replace(' ', '-')}`,
      called,
      group,
      title,
      asks,
      applies_from: from,
      applies: from === null || from <= '2026-12-31',
    },
    sources: empty
      ? sources.map(({ words, why, stands, newest, missing }) =>
          source(words, why, stands ? newest.filter(({ at }) => at === null) : [], missing),
        )
      : sources,
    mapped: [],
    out: null,
  })
  const raci = source('RACI matrices in force', 'RACI matrices in force', [
    standing('Decisions', 'raci'),
    standing('Governance', 'raci'),
  ])
  const version = 'version 2 attested by 4 of 6, by 1 in the period'
  const attested = source(
    'Policies attested by those they ask',
    'people signed for the policy that tells them their part',
    empty ? [] : [{ ...done('POL-0001', '2026-11-05', 4661), name: version }],
    empty
      ? [{ says: 'No policy is in force', reference: null, place: 'policies' }]
      : [{ says: '2 of 6 have not attested version 2', reference: 'POL-0001', place: null }],
  )
  const public_ = of(
    'eu-ai-act',
    'Article 26(8)',
    'Deployers of high-risk systems',
    'Public bodies register',
    'A public authority uses only what is registered, and registers its use; others note that it does not reach them.',
    [EVIDENCE()],
    '2027-12-02',
  )
  if (!empty) {
    public_.out = {
      of: 'AIACT-26(8)',
      why: 'We are no public authority and work for none.',
      by_name: 'Tobias Lindqvist',
      at: '2026-10-02T15:12:00+02:00',
      entry: 3917,
    }
  }
  return [
    of(
      'nist-ai-rmf',
      'GOVERN 2.1',
      'GOVERN 2, who answers',
      'Roles are clear',
      'Say for each activity who is responsible, accountable, consulted and informed, and who is called.',
      [raci, source('Roles with deputies or an on-call order', 'deputies named'), attested],
    ),
    of(
      'nist-ai-rmf',
      'MEASURE 2.11',
      'MEASURE 2, trustworthiness',
      'Fairness is evaluated',
      'Compare how segments, personas, industries and regions are treated.',
      [
        source('Checks: fairness', 'fairness checks', [
          done('CHK-0003', '2026-08-20', 3120, false),
        ]),
        source('“Bias in outputs” answered in reviews', 'the audit reads outputs side by side'),
      ],
    ),
    of(
      'nist-ai-rmf',
      'MEASURE 2.12',
      'MEASURE 2, trustworthiness',
      'Environmental cost is looked at',
      'Ask what running the models costs the environment, and use no more than the work needs.',
      [EVIDENCE()],
    ),
    of(
      'iso42001',
      'Clause 5.2',
      'Clause 5, leadership',
      'A policy for AI',
      'Have leaders adopt a policy for the use of AI.',
      [source('“Policy adoption” decided', 'a policy adopted by decision')],
    ),
    of(
      'iso42001',
      'A.9.4',
      'A.9, use',
      'It is used for what it is meant',
      'Use a workflow for what it is meant for and within what its maker says.',
      [OVERRIDES(), source('Samples confirmed', 'AI actions tested')],
    ),
    of(
      'eu-ai-act',
      'Article 14',
      'What the provider gives',
      'A human can oversee it',
      'See that people can understand, doubt, overrule and stop the system.',
      [
        OVERRIDES(),
        source('Kill-switch drills', 'kill switches tried', [
          done('STOP-0002', '2026-10-14', 4120),
        ]),
      ],
      '2027-12-02',
    ),
    public_,
  ]
}

function row(asked: Asked): RequirementRow {
  const all = [...asked.sources, ...asked.mapped]
  const sum = (of: 'inside' | 'earlier') => all.reduce((total, one) => total + one[of], 0)
  const [inside, earlier] = [sum('inside'), sum('earlier')]
  const coverage: Coverage = asked.out
    ? 'out-of-scope'
    : inside
      ? 'in-period'
      : earlier
        ? 'earlier'
        : 'none'
  const found = all.flatMap(({ newest }) => newest)
  return {
    ...asked.row,
    coverage,
    inside,
    earlier,
    newest: found.toSorted((a, b) => (b.entry ?? 0) - (a.entry ?? 0))[0] ?? null,
    sources: asked.sources.map(({ words }) => words),
    missing: asked.out ? [] : asked.sources.flatMap(({ missing }) => missing),
    out: asked.out,
  }
}

function period({ period: name, from, to }: CoverageQuery): CoveragePeriod {
  if (from && to) return { name: `${from} to ${to}`, from, to, over: to < NOW.slice(0, 10) }
  if (name === '2026-Q3') return { name, from: '2026-07-01', to: '2026-09-30', over: true }
  return { name: '2026-Q4', from: '2026-10-01', to: '2026-12-31', over: false }
}

function view({ frameworks }: State, within: CoverageQuery): FrameworksView {
  const coverages: Coverage[] = ['none', 'earlier', 'in-period', 'out-of-scope']
  const of = (framework: Framework): FrameworkCoverage => {
    const requirements = frameworks.filter((one) => one.framework === framework).map(row)
    return {
      framework,
      ...KNOWN[framework],
      out: null,
      counts: coverages.map((coverage) => ({
        coverage,
        requirements: requirements.filter((one) => one.coverage === coverage).length,
      })),
      requirements,
    }
  }
  return {
    period: period(within),
    began: '2026-08-31',
    quarters: ['2026-Q4', '2026-Q3'],
    frameworks: (['nist-ai-rmf', 'iso42001', 'eu-ai-act'] as const).map(of),
    may_map: true,
  }
}

function known(state: State, requirement: string): Asked {
  const asked = state.frameworks.find((one) => one.row.reference === requirement)
  if (!asked) throw problem('unknown', `${requirement} is not known in this workspace.`)
  return asked
}

function one(state: State, requirement: string, within: CoverageQuery): RequirementView {
  const asked = known(state, requirement)
  return {
    period: period(within),
    framework: asked.framework,
    framework_name: KNOWN[asked.framework].name,
    row: row(asked),
    sources: asked.sources,
    mapped: asked.mapped,
    may_map: true,
    may_scope: true,
  }
}

function words(shown: ShownBy): string {
  if (shown.by === 'thing') return shown.reference
  return shown.by === 'item' ? `${shown.cadence}, ${shown.item}` : shown.rule
}

export const frameworks = {
  frameworks: view,
  requirement: (state, { requirement, within }) => one(state, requirement, within),
  map_requirement(state, { requirement, shown, reason, within }) {
    check(state)
    const asked = known(state, requirement)
    const thing = shown.by === 'thing' ? shown.reference : ''
    if (/^WF-/.test(thing) && !state.workflows.some(({ workflow }) => workflow === thing))
      throw problem('unknown', `${thing} is not known in this workspace.`)
    record(state, 'framework.mapped', `${words(shown)} shows it: ${reason}`, requirement)
    asked.mapped.push({
      shown,
      words: words(shown),
      reason,
      by_name: choice(state, state.person ?? '').name,
      at: NOW,
      entry: state.entry,
      inside: 1,
      earlier: 0,
      newest: thing ? [{ ...standing('', null), reference: thing, name: null }] : [],
    })
    return one(state, requirement, within)
  },
  unmap_requirement(state, { requirement, shown, reason, within }) {
    check(state)
    const asked = known(state, requirement)
    record(
      state,
      'framework.unmapped',
      `${words(shown)} shows it no longer: ${reason}`,
      requirement,
    )
    asked.mapped = asked.mapped.filter((mapping) => mapping.words !== words(shown))
    return one(state, requirement, within)
  },
  ask_again(state, { of, within }) {
    check(state)
    record(state, 'framework.scoped', 'Asked again', of)
    state.frameworks.forEach((asked) => {
      if (asked.out?.of === of) asked.out = null
    })
    return view(state, within)
  },
  export_coverage(state, { form }) {
    check(state)
    record(state, 'export.made', `coverage exported as ${form}`, null)
    return { name: `coverage.${form}`, bytes: 48_213, sha256: '9f'.repeat(32), entry: state.entry }
  },
} satisfies Partial<Desk>
