import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { utf8 } from '../../verifier/format/bytes'
import Entries from '../../verifier/page/Entries.svelte'
import Findings from '../../verifier/page/Findings.svelte'
import Page from '../../verifier/page/Page.svelte'
import Verdicts from '../../verifier/page/Verdicts.svelte'
import { MEANS, visible } from '../../verifier/page/words'
import { CODES } from '../../verifier/record/findings'
import { breaks } from '../axe'
import { changed, contents, judged, packed, turned } from './pack'
import { zipped } from './zip'

it('says first whose word it is, and shows no hash of itself', () => {
  render(Page)
  const [first] = screen.getAllByRole('region')
  expect(first).toHaveTextContent('the sender’s until its SHA-256 equals the one published')
  expect(first).toHaveTextContent('sha256sum verify.html')
  expect(first?.textContent).not.toMatch(/[0-9a-f]{64}/)
})

it('gives each verdict in a word, and says that a pack alone is not anchored', async () => {
  render(Verdicts, { verified: await judged(packed('pack')), name: 'pack.zip' })
  const words = [...document.querySelectorAll('.state')].map((state) => state.textContent)
  expect(words).toEqual(['yes', 'yes', 'not anchored'])
  expect(screen.queryByText('DEMO.')).toBeNull()
})

it('puts the verdict under the cursor of whoever listens', async () => {
  render(Verdicts, { verified: await judged(packed('pack')), name: 'pack.zip' })
  expect(document.activeElement?.textContent).toContain('pack.zip: it agrees with itself')
})

it('marks a demo loudly', async () => {
  const verified = await judged(packed('pack'))
  verified.ledger.demo = true
  render(Verdicts, { verified, name: 'pack.zip' })
  expect(screen.getByText('DEMO.')).toBeTruthy()
})

it('names what does not hold with its file', async () => {
  const pack = await contents('pack')
  const { ledger } = await judged(zipped(turned(pack, 'reports/register.pdf')))
  render(Findings, { findings: ledger.findings })
  const row = screen.getByRole('row', { name: /A file was changed/ })
  expect(row.textContent).toContain('reports/register.pdf')
})

it('renders nothing of a pack as HTML, and spells out signs that deceive', async () => {
  const pack = await contents('pack')
  const path = 'reports/<img src=x onerror=alert(1)>\u202efdp.exe'
  const { ledger } = await judged(zipped(changed(pack, path, utf8('x'))))
  render(Findings, { findings: ledger.findings })
  expect(document.querySelector('img')).toBeNull()
  expect(document.body.textContent).toContain('<img src=x onerror=alert(1)>[U+202E]fdp.exe')
})

it('says of a pack that goes on from another only that the other is needed', async () => {
  const verified = await judged(zipped(await contents('second')))
  render(Verdicts, { verified, name: 'pack.zip' })
  expect(document.activeElement?.textContent).toContain('it continues an earlier pack')
  expect(screen.getAllByText(/It cannot be said without the earlier pack/)).toHaveLength(2)
  expect(screen.queryByText('Head')).toBeNull()
})

it('names the packs that go before, and lets them be taken away', async () => {
  render(Page)
  const input = screen.getByLabelText('Choose earlier packs…')
  await userEvent.upload(input, [new File(['a'], 'first.zip'), new File(['b'], 'second.zip')])
  expect(screen.getByText('After first.zip, second.zip')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Leave them out' }))
  expect(screen.queryByText(/After first/)).toBeNull()
})

it('finds entries by every word of what is typed', async () => {
  const verified = await judged(packed('pack'))
  render(Entries, { verified })
  await userEvent.type(screen.getByRole('searchbox'), 'workspace created per-0001')
  const rows = screen.getAllByRole('row').slice(1)
  expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual(['1'])
})

it('has words for every code', () => {
  expect(Object.keys(MEANS).sort()).toEqual([...CODES].sort())
})

it('leaves what is plain as it is', () => {
  expect(visible('Zoë\n\t你好 👩‍💻')).toBe('Zoë\n\t你好 👩‍💻')
})

it('breaks no rule of axe, verdict, findings and entries on it', async () => {
  const pack = await contents('pack')
  const verified = await judged(zipped(turned(pack, 'reports/register.pdf')))
  render(Page)
  render(Verdicts, { verified, name: 'pack.zip' })
  render(Findings, { findings: verified.ledger.findings })
  expect(await breaks(document.body)).toEqual([])
})
