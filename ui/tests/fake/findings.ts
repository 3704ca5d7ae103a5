import type {
  EvidenceRow,
  Finding,
  FindingGroup,
  FindingsShort,
  FindingsView,
  Rule,
  RuleRow,
  RuleShown,
  WorkflowRules,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, problem, record, type State } from './state'

const RULES: RuleShown[] = [
  {
    rule: 'launch.hard-limits',
    group: 'launch',
    blocks: true,
    sentence: 'What runs unattended has a volume cap, a time window and segments.',
    why: 'Without them one bad hour reaches everybody.',
    mend: 'Set the missing limits of the action, or lower it to tier 3.',
  },
  {
    rule: 'launch.logs',
    group: 'launch',
    blocks: true,
    sentence: 'It is written down where the workflow’s logs are.',
    why: 'Without its log nobody can say what it did, or prove what it did not.',
    mend: 'Say where the logs are on the workflow’s page.',
  },
  {
    rule: 'conduct.certification-lasts',
    group: 'conduct',
    blocks: false,
    sentence: 'The vendor’s certifications do not end soon.',
    why: 'A renewal takes weeks, and the day after the last one the workflow may not launch.',
    mend: 'Ask the vendor for the renewal and state its last day.',
  },
  {
    rule: 'conduct.requester-apart',
    group: 'conduct',
    blocks: true,
    sentence: 'Whoever asks does not approve.',
    why: 'An approval by whoever asked for it checks nothing.',
    mend: 'Give a second person the role that approves, or name a deputy.',
  },
  {
    rule: 'raci.role-held',
    group: 'raci',
    blocks: false,
    sentence: 'Somebody holds each role that has a part.',
    why: 'A letter for an empty chair is work and advice that never come.',
    mend: 'Give somebody the role under People, or its letters to a role held.',
  },
]

/** Findings as a scene starts with them. */
export function sampleFindings(): Finding[] {
  const of = (rule: Rule, about: string, about_name: string, says: string): Finding => {
    const { blocks, mend } = shown(rule)
    return {
      rule,
      blocks,
      about,
      about_name,
      part: null,
      says,
      mend,
      place: { screen: 'register', about, fact: null },
      since: '2026-11-02',
      since_entry: 4611,
      put_off: null,
    }
  }
  return [
    {
      ...of(
        'launch.hard-limits',
        'WF-0007',
        'Firmographic enrichment',
        '“Enrich firmographic field” runs unattended without a volume cap and segments.',
      ),
      part: 'enrich-firmographic-field',
      place: { screen: 'register', about: 'WF-0007', fact: 'permissions' },
    },
    {
      ...of(
        'launch.logs',
        'WF-0004',
        'Follow-up sequencing',
        'Nobody has said where its logs are.',
      ),
      place: { screen: 'register', about: 'WF-0004', fact: 'logs' },
    },
    {
      ...of(
        'launch.logs',
        'WF-0007',
        'Firmographic enrichment',
        'Nobody has said where its logs are.',
      ),
      place: { screen: 'register', about: 'WF-0007', fact: 'logs' },
      since: '2026-10-12',
      since_entry: 4102,
      put_off: {
        until: '2026-11-30',
        reason: 'The vendor gives access to its log on 27 November.',
        by: 'Maren Okafor',
        entry: 4800,
      },
    },
    {
      ...of(
        'conduct.certification-lasts',
        'WF-0011',
        'Discount guidance',
        'SOC 2 ends on 2026-11-28.',
      ),
      part: 'soc-2',
      place: { screen: 'register', about: 'WF-0011', fact: 'certifications' },
      since: '2026-09-29',
      since_entry: null,
    },
    {
      ...of(
        'raci.role-held',
        'decisions',
        'Decisions',
        'Deal desk is vacant. Responsible for Pricing exception.',
      ),
      part: 'deal-desk',
      place: { screen: 'people', about: null, fact: null },
    },
  ]
}

function shown(rule: Rule): RuleShown {
  const found = RULES.find((one) => one.rule === rule)
  if (!found) throw new Error(`${rule} is no sample`)
  return found
}

function counts({ findings }: State) {
  return {
    all: findings.length,
    blocking: findings.filter(({ blocks }) => blocks).length,
    put_off: findings.filter(({ put_off }) => put_off).length,
  }
}

function view(state: State): FindingsView {
  const groups: FindingGroup[] = RULES.map((rule) => ({
    rule,
    findings: state.findings.filter((one) => one.rule === rule.rule),
  })).filter(({ findings }) => findings.length)
  groups.sort((one, other) => Number(other.rule.blocks) - Number(one.rule.blocks))
  return {
    groups,
    counts: counts(state),
    rules_on: 30,
    rules: 30,
    day: '2026-11-16',
    put_off_until: '2027-05-19',
    as_of: state.entry,
  }
}

/** What Today says of them. */
export function inShort(state: State): FindingsShort {
  const open = state.findings.filter(({ put_off }) => !put_off)
  const about = [...new Set(open.map((one) => one.about))].flatMap((about) => {
    const own = open.filter((one) => one.about === about)
    const [gravest] = own
    if (!gravest) return []
    const blocking = own.filter(({ blocks }) => blocks).length
    return [{ about, name: gravest.about_name, count: own.length, blocking, gravest }]
  })
  return { counts: counts(state), about }
}

export const findings = {
  findings: view,
  put_off_finding(state, { rule, about, part, until, reason }) {
    check(state)
    const found = state.findings.find(
      (one) => one.rule === rule && one.about === about && one.part === part,
    )
    if (!found) throw problem('finding-gone', `${about} holds this rule by now.`)
    record(state, 'finding.put-off', `Put off until ${until}: ${shown(rule).sentence}`, about)
    found.put_off = { until, reason, by: 'Maren Okafor', entry: state.entry }
    return view(state)
  },
  rules(state) {
    const row = (rule: RuleShown): RuleRow => ({
      rule,
      on: true,
      may_be_off: rule.rule !== 'conduct.requester-apart',
      numbers:
        rule.rule === 'conduct.certification-lasts'
          ? [
              {
                number: 'certification-lasts.days',
                words: 'days before the last one',
                value: 60,
                usual: 60,
                least: 1,
                most: 365,
                higher_is_looser: false,
              },
            ]
          : [],
      routes: [],
      findings: state.findings.filter((one) => one.rule === rule.rule).length,
    })
    return { rules: RULES.map(row), since_entry: 12, as_of: state.entry }
  },
  workflow_rules(state, { workflow }): WorkflowRules {
    const WANTS: Partial<Record<EvidenceRow['asked'], string>> = {
      samples:
        '13 weeks of its own samples that prove an error rate below 5 %; none is on the record',
      'drift-stable':
        'a metric of drift that names it, held against a baseline or a limit; it has none',
    }
    const own = state.findings.filter(({ about }) => about === workflow)
    const proof = (asked: EvidenceRow['asked'], asked_words: string, known: string | null) => ({
      asked,
      asked_words,
      there: known !== null,
      known,
      wants: WANTS[asked] ?? '',
      words: null,
      at: [],
    })
    return {
      findings: own,
      to_launch: own.filter(({ blocks }) => blocks),
      asked: 15,
      earned: {
        to: 'execute-autonomously',
        proofs: [
          proof('samples', 'Samples of its actions', null),
          proof('no-open-high-exception', 'No open exception of high severity', 'none is open'),
          proof('metrics-hold', 'No metric below baseline', '3 of 3 metrics hold'),
          proof('drift-stable', 'Drift is stable', null),
          proof('drill-passed', 'Kill-switch drill passed', 'STOP-0002 was confirmed everywhere'),
        ],
        propose: [{ role: 'revops', name: 'RevOps' }],
      },
    }
  },
} satisfies Partial<Desk>
