import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { createRawSnippet } from 'svelte'
import { describe, expect, it, vi } from 'vitest'
import CellChoice from '../src/kit/CellChoice.svelte'
import Combo from '../src/kit/Combo.svelte'
import DateField from '../src/kit/DateField.svelte'
import { toasts } from '../src/frame/toasts.svelte'
import FormSheet from '../src/kit/FormSheet.svelte'
import NumberField from '../src/kit/NumberField.svelte'
import Tabs from '../src/kit/Tabs.svelte'
import { addDays, addMonths, dayWords, readDay } from '../src/lib/days'
import { open } from './app'

const field = createRawSnippet(() => ({
  render: () => '<label>Name<input aria-invalid="true" /></label>',
}))

describe('a form sheet', () => {
  const escape = () =>
    screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true }))

  it('closes when what it saves is saved', async () => {
    const [save, onclose] = [vi.fn(() => Promise.resolve()), vi.fn()]
    render(FormSheet, { title: 'A form', word: 'Save', save, onclose, children: field })
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(save).toHaveBeenCalledOnce()
    expect(onclose).toHaveBeenCalledOnce()
  })

  it('lets what it did be told only once it is gone', async () => {
    toasts.list = []
    let done = () => {}
    const save = () => {
      toasts.say('It is saved')
      return new Promise<void>((resolve) => (done = resolve))
    }
    const sheet = render(FormSheet, {
      title: 'A form',
      word: 'Save',
      save,
      onclose,
      children: field,
    })
    function onclose() {
      expect(toasts.list, 'nobody is told while the sheet still takes the keys').toEqual([])
      sheet.unmount()
    }
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    done()
    await waitFor(() => expect(toasts.list).toMatchObject([{ words: 'It is saved' }]))
  })

  it('stays open on a refusal, says it, and goes back to the field in question', async () => {
    const onclose = vi.fn()
    const save = () => Promise.reject({ code: 'blank', says: 'The name is blank.' } as never)
    render(FormSheet, { title: 'A form', word: 'Save', save, onclose, children: field })
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The name is blank. Fill it in')
    expect(screen.getByRole('textbox')).toHaveFocus()
    expect(onclose).not.toHaveBeenCalled()
  })

  it('leaves a refusal to the field that shows it', async () => {
    const save = () => Promise.reject({ code: 'blank', says: 'The name is blank.' } as never)
    const given = { title: 'A form', word: 'Save', save, onclose: vi.fn(), children: field }
    render(FormSheet, { ...given, atField: ['blank'] })
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.queryByText(/The name is blank/)).toBeNull()
  })

  it('asks once before it drops words that were typed', async () => {
    const onclose = vi.fn()
    const given = { title: 'A form', word: 'Save', save: vi.fn(), onclose, children: field }
    render(FormSheet, given)
    await userEvent.type(screen.getByRole('textbox'), 'half a name')
    escape()
    expect(await screen.findByText('Press Esc again to drop what you typed.')).toBeVisible()
    expect(onclose).not.toHaveBeenCalled()
    escape()
    expect(onclose).toHaveBeenCalledOnce()
  })

  it('sends nothing that the fields refuse', async () => {
    const save = vi.fn()
    const given = { title: 'A form', word: 'Save', save, onclose: vi.fn(), children: field }
    render(FormSheet, { ...given, check: () => false })
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(save).not.toHaveBeenCalled()
    expect(screen.getByRole('textbox'), 'the field to mend').toHaveFocus()
  })
})

describe('a day', () => {
  it.each([
    ['2026-11-16', '2026-11-16'],
    [' 2026-1-6 ', '2026-01-06'],
    ['20261116', '2026-11-16'],
    ['2026/11/16', '2026-11-16'],
    ['16.11.2026', '2026-11-16'],
    ['6. 1. 2026', '2026-01-06'],
    ['2026-02-30', undefined],
    ['tomorrow', undefined],
    ['', undefined],
  ])('typed as “%s” is %s', (typed, day) => expect(readDay(typed)).toBe(day))

  it('moves over month ends and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
    expect(dayWords('2026-11-16')).toBe('Mon 16 Nov 2026')
  })

  it('is stepped with the arrow keys and said in words', async () => {
    render(DateField, { label: 'From', value: '2026-11-16' })
    const input = screen.getByLabelText('From')
    await userEvent.type(input, '{ArrowUp}{PageUp}')
    expect(input).toHaveValue('2026-12-17')
    expect(input).toHaveAccessibleDescription('Thu 17 Dec 2026')
  })

  it('says what is wrong only once the field is left', async () => {
    render(DateField, { label: 'From', value: '', min: '2026-11-16' })
    const input = screen.getByLabelText('From')
    await userEvent.type(input, '2026-11-1')
    expect(input).not.toHaveAttribute('aria-invalid')
    await userEvent.tab()
    expect(input).toHaveAccessibleDescription('Not before Mon 16 Nov 2026.')
  })
})

describe('a number', () => {
  it.each([
    ['12', undefined],
    ['0', 'At least 1.'],
    ['100', 'At most 99.'],
    ['1.5', 'Write a whole number.'],
    ['many', 'Write a number, such as 12.'],
  ])('%s between 1 and 99: %s', async (typed, fault) => {
    render(NumberField, { label: 'Minutes', value: null, min: 1, max: 99 })
    const input = screen.getByLabelText('Minutes')
    await userEvent.type(input, typed)
    expect(input).toHaveValue(typed)
    if (fault) expect(input).toHaveAccessibleDescription(fault)
    else expect(input).not.toHaveAttribute('aria-invalid')
  })

  it('steps with the arrow keys, within its bounds', async () => {
    render(NumberField, { label: 'Minutes', value: 98, max: 99 })
    const input = screen.getByLabelText('Minutes')
    await userEvent.type(input, '{ArrowUp}{ArrowUp}')
    expect(input).toHaveValue('99')
  })
})

describe('one of many', () => {
  const options = [
    { value: 'PER-0001', word: 'Maren Okafor', note: 'PER-0001' },
    { value: 'PER-0002', word: 'Jonas Weidmann', note: 'PER-0002' },
    { value: 'PER-0003', word: 'Zoë Núñez', note: 'PER-0003' },
  ]
  const open = (value?: string) => {
    const onchange = vi.fn()
    render(Combo, { label: 'Who', value, options, onchange })
    return { onchange, input: screen.getByRole('combobox', { name: 'Who' }) }
  }

  it('is found by a part of the name, whatever its accents, and taken with Enter', async () => {
    const { input, onchange } = open()
    await userEvent.type(input, 'nune{Enter}')
    expect(onchange).toHaveBeenLastCalledWith('PER-0003')
    expect(input).toHaveValue('Zoë Núñez')
  })

  it('is walked through with the arrow keys, from the one chosen', async () => {
    const { input, onchange } = open('PER-0001')
    await userEvent.type(input, '{ArrowDown}{ArrowDown}{Enter}', { skipClick: false })
    expect(onchange).toHaveBeenLastCalledWith('PER-0003')
  })

  it('keeps what was chosen when Esc closes the list', async () => {
    const { input } = open('PER-0002')
    await userEvent.click(input)
    await userEvent.keyboard('{ArrowDown}{Escape}')
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(input).toHaveValue('Jonas Weidmann')
  })

  it('says so when nothing fits', async () => {
    const { input } = open()
    await userEvent.type(input, 'xyz')
    expect(screen.getByText('Nothing has “xyz” in it.')).toBeInTheDocument()
  })

  it('has names for a screen reader', async () => {
    const { input } = open()
    await userEvent.click(input)
    const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }
    const { violations } = await axe.run(document.body, { rules })
    expect(violations.map(({ id }) => id)).toEqual([])
  })
})

it('tabs are walked along with the arrow keys, round the ends', async () => {
  const onchoose = vi.fn()
  const tabs = [
    { id: 'people', word: 'People' },
    { id: 'roles', word: 'Roles' },
  ] as const
  render(Tabs, { label: 'Settings', tabs, chosen: 'people', onchoose, children: field })
  screen.getByRole('tab', { name: 'People' }).focus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(onchoose).toHaveBeenCalledWith('roles')
})

it('a sheet keeps the focus when what had it is gone', async () => {
  const { user } = await open('full', 'register')
  await screen.findByText('Inbound routing')
  await user.keyboard('i')
  const sheet = await screen.findByRole('dialog', { name: 'Import an inventory' })
  await user.click(within(sheet).getByRole('button', { name: /Choose a file/ }))
  await within(sheet).findByText('Rejected rows')
  await waitFor(() => expect(sheet).toContainElement(document.activeElement as HTMLElement))
})

describe('a choice in a cell', () => {
  const options = ['', 'time', 'target'].map((value) => ({ value, word: value || 'Left out' }))
  const shown = () => {
    const onchange = vi.fn()
    render(CellChoice, { label: 'case means', value: '', options, onchange })
    return { onchange, list: screen.getByRole('combobox', { name: 'case means' }) }
  }

  it('tells what stands when the hand leaves it, and nothing that was passed on the way', async () => {
    const { onchange, list } = shown()
    await userEvent.selectOptions(list, 'time')
    await userEvent.selectOptions(list, 'target')
    expect(onchange, 'a letter on the way is no choice').not.toHaveBeenCalled()
    await userEvent.tab()
    expect(onchange.mock.calls).toEqual([['target']])
  })

  it('tells it when the hand rests, and before a key goes on', async () => {
    const { onchange, list } = shown()
    await userEvent.selectOptions(list, 'time')
    await waitFor(() => expect(onchange).toHaveBeenCalledExactlyOnceWith('time'))
    await userEvent.selectOptions(list, 'target')
    await userEvent.keyboard('{Control>}')
    expect(onchange, 'what the key does finds the choice made').toHaveBeenLastCalledWith('target')
  })
})
