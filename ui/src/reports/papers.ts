import { operations, type Grant, type Paper, type PaperForm, type Written } from '../lib/bindings'

/** What a report is of: all of the desk, a quarter of it, or one record. */
export type Hangs = 'desk' | 'quarter' | 'record'

/** A report that has pages: what it is called and for, and how it leaves. */
export interface PaperWords {
  word: string
  /** What it is for, in a sentence. */
  says: string
  hangs: Hangs
  /** The forms in which it leaves; pages come first. */
  forms: readonly PaperForm[]
  /** Saves it: of which quarter or record, where that is asked. */
  save: (form: PaperForm, of: string, grant: Grant) => Promise<Written>
}

export const FORM: Record<PaperForm, { word: string; ending: string }> = {
  pdf: { word: 'PDF', ending: 'pdf' },
  csv: { word: 'CSV', ending: 'csv' },
  markdown: { word: 'Markdown', ending: 'md' },
}

export const PAPERS: Record<Paper, PaperWords> = {
  register: {
    word: 'Register',
    says: 'Every AI workflow on a page: how much it may do alone, who answers for it, what guards it.',
    hangs: 'desk',
    forms: ['pdf', 'csv'],
    save: (form, _, grant) => operations.export_register({ form, grant, as_of: null, seen: null }),
  },
  'operating-model': {
    word: 'Operating model',
    says: 'One page for the team’s wall: owners, rhythm, who decides, whom to call.',
    hangs: 'desk',
    forms: ['pdf'],
    save: (_, __, grant) => operations.export_operating_model({ grant, as_of: null }),
  },
  raci: {
    word: 'RACI',
    says: 'Who does what and who answers for it, every matrix in force.',
    hangs: 'desk',
    forms: ['pdf'],
    save: (form, _, grant) => operations.export_raci({ matrix: null, form, grant, as_of: null }),
  },
  sponsor: {
    word: 'Sponsor page',
    says: 'The quarter on a page or two for the executive sponsor; every number leads to its rows.',
    hangs: 'quarter',
    forms: ['pdf'],
    save: (_, period, grant) => operations.export_sponsor({ period, grant }),
  },
  audit: {
    word: 'Audit report',
    says: 'The whole quarter for an auditor, from the sponsor’s statement to how to verify it.',
    hangs: 'quarter',
    forms: ['pdf'],
    save: (_, period, grant) => operations.export_audit({ period, grant }),
  },
  coverage: {
    word: 'Framework coverage',
    says: 'What evidence the period left for each requirement of the frameworks, gaps first.',
    hangs: 'quarter',
    forms: ['pdf', 'csv'],
    save: (form, period, grant) =>
      operations.export_coverage({
        framework: null,
        within: { period, from: null, to: null },
        form,
        grant,
      }),
  },
  minutes: {
    word: 'Minutes',
    says: 'What a review found, decided and handed on.',
    hangs: 'record',
    forms: ['pdf', 'markdown'],
    save: (form, review, grant) => operations.export_minutes({ review, form, grant }),
  },
  decision: {
    word: 'Decision record',
    says: 'What was decided, its difference, by whom and why.',
    hangs: 'record',
    forms: ['pdf'],
    save: (_, decision, grant) =>
      operations.export_decision({ decision, form: 'pdf', withhold_words: false, grant }),
  },
  workpaper: {
    word: 'Workpaper',
    says: 'What a sample drew, found and proves.',
    hangs: 'record',
    forms: ['pdf'],
    save: (_, sample, grant) => operations.export_sample({ sample, form: 'pdf', grant }),
  },
  postmortem: {
    word: 'Postmortem',
    says: 'What was learnt from an exception.',
    hangs: 'record',
    forms: ['pdf'],
    save: (_, exception, grant) => operations.export_postmortem({ exception, grant }),
  },
  policy: {
    word: 'Policy',
    says: 'A policy as it is in force, and who has attested it.',
    hangs: 'record',
    forms: ['pdf'],
    save: (_, policy, grant) => operations.export_policy({ policy, version: null, grant }),
  },
}

/** The reports that hang on no record, in the order in which they are offered. */
export function papersOf(hangs: Hangs): Paper[] {
  return (Object.keys(PAPERS) as Paper[]).filter((paper) => PAPERS[paper].hangs === hangs)
}

/** Whether a word of the address names a report. */
export function isPaper(word: string | undefined): word is Paper {
  return word !== undefined && Object.hasOwn(PAPERS, word)
}

/** A report by name, with what it is of: `Sponsor page 2026-Q3`. */
export function called(paper: Paper, of: string): string {
  return `${PAPERS[paper].word} ${of}`.trim()
}
