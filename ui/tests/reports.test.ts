import { cleanup, screen, waitFor, within } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { structure } from '../src/reports/pages/structure'
import type { Pages } from '../src/reports/pages/pdf'
import { open } from './app'
import { breaks, settled } from './axe'
import { asked, refuse } from './fake/desk'
import { hold } from './fake/transport'

const closed = vi.hoisted(() => vi.fn())

/** Three pages; jsdom draws nothing, so what reads PDFs is seen in the journeys through the window. */
vi.mock('../src/reports/pages/pdf', () => ({
  openPages: (): Promise<Pages> =>
    Promise.resolve({
      sizes: Array.from({ length: 3 }, () => ({ width: 595, height: 842 })),
      contents: [
        { title: 'Statement', depth: 0, to: { page: 0, down: 0 } },
        { title: 'Findings', depth: 0, to: { page: 2, down: 0.5 } },
      ],
      draw: () => ({ done: Promise.resolve(document.createElement('canvas')), stop: () => {} }),
      write(page, over) {
        over.append(`Words of page ${page + 1}`)
        return { done: Promise.resolve(), stop: () => {} }
      },
      links: (page) =>
        Promise.resolve(
          page === 0
            ? [{ left: 0, top: 0, width: 0.1, height: 0.1, to: { page: 1, down: 0 } }]
            : [],
        ),
      close: closed,
    }),
}))

beforeEach(() => {
  closed.mockClear()
  // jsdom lays nothing out: every page is near.
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(private readonly tell: (seen: { isIntersecting: boolean }[]) => void) {}
      observe() {
        this.tell([{ isIntersecting: true }])
      }
      disconnect() {}
    },
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function preview(at = 'reports/sponsor/2026-Q3') {
  const { user } = await open('full', at)
  await screen.findByText(/Words of page 1/)
  return user
}

describe('reports and packs', () => {
  it('offer each report with a button for every form in which it leaves', async () => {
    await open('full', 'reports')
    await screen.findByRole('link', { name: /^Preview Register/ })
    for (const name of ['Save Register as PDF', 'Save Register as CSV', 'Save RACI as PDF'])
      expect(screen.getByRole('button', { name }), name).toBeVisible()
    const ofAll = screen.queryByRole('button', { name: 'Save RACI as CSV' })
    expect(ofAll, 'a CSV is of one matrix').toBeNull()
  })

  it('are of the last quarter that is over, until another is picked', async () => {
    const { user } = await open('full', 'reports')
    const link = () => screen.findByRole('link', { name: /Preview Audit report/ })
    expect(await link()).toHaveAttribute('href', '#/reports/audit/2026-Q3')
    await user.selectOptions(screen.getByLabelText('Quarter'), '2026-Q2')
    expect(await link()).toHaveAttribute('href', '#/reports/audit/2026-Q2')
  })

  it('save the chosen one on S', async () => {
    const { user } = await open('full', 'reports')
    await screen.findByRole('link', { name: /^Preview Register/ })
    await user.keyboard('jjjs')
    await screen.findByText(/sponsor 2026-Q3.pdf saved/)
    expect(asked('export_sponsor')).toEqual([
      expect.objectContaining({ period: '2026-Q3' }) as unknown,
    ])
  })

  it('begin at those of a quarter for whoever comes from Today', async () => {
    const { user } = await open('full', 'today')
    await user.click(await screen.findByRole('button', { name: 'Reports' }))
    await screen.findByRole('link', { name: /Preview Sponsor page/ })
    await user.keyboard('s')
    await waitFor(() => expect(asked('export_sponsor')).toHaveLength(1))
  })

  it('go on from where somebody has moved to, though something is saved meanwhile', async () => {
    const { user } = await open('full', 'reports/quarter')
    await screen.findByRole('link', { name: /Preview Sponsor page/ })
    await user.keyboard('js')
    await screen.findAllByText(/audit 2026-Q3.pdf saved/)
    await user.keyboard('s')
    await waitFor(() => expect(asked('export_audit')).toHaveLength(2))
  })

  it('say that only the pack of a quarter holds its reports', async () => {
    await open('full', 'reports')
    await screen.findByText(/the sponsor page and the audit report where it is of a quarter/)
  })

  it('tell what has left a page at a time, newest first', async () => {
    const { user } = await open('full', 'reports')
    const table = await screen.findByRole('table', { name: /What has left/ })
    const rows = () => within(table).getAllByRole('row').slice(1)
    expect(rows()[0]).toHaveTextContent(/2400.*Sponsor page.*2026-Q3/)
    expect(rows()).toHaveLength(60)
    await user.click(screen.getByRole('button', { name: 'Show earlier ones' }))
    await waitFor(() => expect(rows()).toHaveLength(64))
    expect(screen.queryByRole('button', { name: 'Show earlier ones' })).toBeNull()
  })

  it('say what will come where nothing has left and no record has pages', async () => {
    await open('empty', 'reports')
    await screen.findByText('Nothing has left yet')
    expect(screen.getByText(/have pages of their own/)).toBeVisible()
  })
})

describe('a preview', () => {
  it('says that nothing is recorded, and asks for nothing but the pages', async () => {
    await preview()
    expect(screen.getByText(/Preview: not recorded/)).toBeVisible()
    expect(asked('preview_report')).toEqual([{ paper: 'sponsor', of: '2026-Q3' }])
    expect(asked('export_sponsor'), 'nothing leaves').toEqual([])
  })

  it('is left with Esc, and lets its pages go', async () => {
    const user = await preview()
    await user.keyboard('{Escape}')
    await screen.findByRole('heading', { name: 'Reports and packs' })
    expect(closed).toHaveBeenCalledOnce()
  })

  it('goes through its pages by keys and says which one is read', async () => {
    const user = await preview()
    const tools = screen.getByRole('toolbar', { name: 'Pages' })
    expect(tools).toHaveTextContent('Page 1 of 3')
    await user.keyboard('j')
    expect(tools).toHaveTextContent('Page 2 of 3')
    await user.keyboard('{End}')
    expect(tools).toHaveTextContent('Page 3 of 3')
    await user.keyboard('{Home}')
    expect(tools).toHaveTextContent('Page 1 of 3')
  })

  it('goes where its contents and the links on its pages lead', async () => {
    const user = await preview()
    const tools = screen.getByRole('toolbar', { name: 'Pages' })
    await user.click(screen.getByRole('button', { name: /Findings/ }))
    expect(tools).toHaveTextContent('Page 3 of 3')
    await user.click(await screen.findByRole('button', { name: 'Go to page 2' }))
    expect(tools).toHaveTextContent('Page 2 of 3')
  })

  it('grows and shrinks by keys', async () => {
    const user = await preview()
    const percent = () => Number(/(\d+) %/.exec(screen.getByRole('toolbar').textContent ?? '')?.[1])
    const before = percent()
    await user.keyboard('+')
    await waitFor(() => expect(percent()).toBeGreaterThan(before))
    const larger = percent()
    await user.keyboard('+-')
    await waitFor(() => expect(percent()).toBe(larger))
  })

  it('saves what is looked at, which is an export, and stays', async () => {
    const user = await preview()
    await user.keyboard('s')
    await screen.findAllByText(/sponsor 2026-Q3.pdf saved, entry \d+/)
    expect(screen.getByText(/Words of page 1/)).toBeVisible()
  })

  it('is stopped with Esc while its pages are set', async () => {
    const { user } = await open('full', 'reports')
    const release = hold('preview_report')
    await user.click(await screen.findByRole('link', { name: /Preview Audit report/ }))
    await screen.findByRole('progressbar', { name: 'Setting the pages' })
    refuse('preview_report', 'cancelled', 'It was stopped; nothing was written.')
    await user.keyboard('{Escape}')
    expect(asked('cancel')).toHaveLength(1)
    release()
    await screen.findByRole('heading', { name: 'Reports and packs' })
  })

  it('can be looked at though nobody is signed in, but not saved', async () => {
    const { user } = await open('signed-out', 'reports/sponsor/2026-Q3')
    await user.click(await screen.findByRole('button', { name: 'Look without signing in' }))
    await screen.findByText(/Words of page 1/)
    await user.click(screen.getByRole('button', { name: /Save as PDF/ }))
    await user.keyboard('s')
    expect(asked('export_sponsor')).toEqual([])
  })

  it('says why it cannot be made', async () => {
    const { user } = await open('full', 'reports')
    await screen.findByRole('link', { name: /Preview Sponsor page/ })
    refuse('preview_report', 'no-such-moment', 'The workspace began after 2026-Q3 was over.')
    await user.click(screen.getByRole('link', { name: /Preview Sponsor page/ }))
    await screen.findByText(/began after 2026-Q3/)
  })

  it('breaks no rule of axe', async () => {
    await preview()
    await settled()
    expect(await breaks(document.querySelector('main') ?? document)).toEqual([])
  })
})

describe('the structure of a page', () => {
  it('tells headings, tables and paragraphs with the words that they own', () => {
    const cell = (id: string) => ({ role: 'TD', children: [{ type: 'content', id }] })
    const made = structure({
      role: 'Root',
      children: [
        { role: 'H2', children: [{ type: 'content', id: 'p1_mc0' }] },
        { role: 'Table', children: [{ role: 'TR', children: [cell('p1_mc1'), cell('p1_mc2')] }] },
        { role: 'Figure', alt: 'Win rate by month', children: [] },
        { role: 'Link', children: [{ type: 'object', id: '60R' }] },
      ],
    })
    const heading = within(made).getByRole('heading', { level: 2 })
    expect(heading.querySelector('[aria-owns="p1_mc0"]')).not.toBeNull()
    expect(within(made).getAllByRole('cell')).toHaveLength(2)
    expect(made.querySelector('[aria-owns="60R"]'), 'no words carry that id').toBeNull()
    expect(within(made).getAllByRole('img', { name: 'Win rate by month' })).toHaveLength(1)
  })
})
