/** What the record calls things that left, in words; what is not listed is shown as it is recorded. */
const WHAT: Record<string, string> = {
  actions: 'Action items',
  audit: 'Audit report',
  calendar: 'Calendar',
  coverage: 'Framework coverage',
  decision: 'Decision record',
  decisions: 'Decisions',
  exceptions: 'Exceptions',
  findings: 'Findings',
  items: 'Items of a sample',
  log: 'Change log',
  metrics: 'Metrics',
  minutes: 'Minutes',
  'operating-model': 'Operating model',
  overrides: 'Overrides',
  pack: 'Evidence pack',
  permits: 'Permits',
  policies: 'Policies and attestations',
  policy: 'Policy',
  population: 'Population test',
  postmortem: 'Postmortem',
  raci: 'RACI',
  register: 'Register',
  'register-view': 'Register as seen',
  rows: 'Rows of a sample',
  samples: 'Samples',
  scorecard: 'Scorecard',
  sponsor: 'Sponsor page',
  stops: 'Stops and drills',
  week: 'Week in short',
  workpaper: 'Workpaper',
}

const FORMS: Record<string, string> = {
  csv: 'CSV',
  excerpt: 'Excerpt',
  ics: 'Calendar file',
  md: 'Markdown',
  pdf: 'PDF',
  zip: 'Zip',
}

export const whatLeft = (what: string): string => WHAT[what] ?? what
export const formLeft = (form: string): string => FORMS[form] ?? form
