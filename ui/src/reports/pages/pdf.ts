import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { structure } from './structure'

/** A page's measures in points. */
export interface Size {
  width: number
  height: number
}

/** Somewhere in a report: a page from 0, and how far down it, 0 to 1. */
export interface Spot {
  page: number
  down: number
}

/** A line of a report's contents. */
export interface Heading {
  title: string
  /** How deep it stands, from 0. */
  depth: number
  to: Spot
}

/** What leads elsewhere in the report: where on its page it stands, in shares of it. */
export interface PageLink {
  left: number
  top: number
  width: number
  height: number
  to: Spot
}

/** Something under way that may be given up. */
export interface Drawing<Made> {
  done: Promise<Made>
  stop: () => void
}

/** A report's pages, as they are drawn, read aloud and gone through. */
export interface Pages {
  sizes: readonly Size[]
  contents: readonly Heading[]
  /** Draws a page, `scale` dots a point. */
  draw(page: number, scale: number): Drawing<HTMLCanvasElement>
  /** Lays a page's words over it, to be chosen and read aloud. */
  write(page: number, over: HTMLElement): Drawing<void>
  links(page: number): Promise<PageLink[]>
  close(): void
}

/**
 * Opens a report from base64. The reader of PDFs is read now and not before: it is the largest part
 * of the window's scripts, and few days need it.
 */
export async function openPages(base64: string): Promise<Pages> {
  const [pdf, { default: Reading }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs?worker'),
  ])
  const port = new Reading()
  const worker = pdf.PDFWorker.create({ port })
  const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const opening = pdf.getDocument({
    data,
    worker,
    // The window's policy lets no text become a program, and our pages ask for nothing outside them.
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: pdf.VerbosityLevel.ERRORS,
  })
  const close = () => void opening.destroy().finally(() => port.terminate())
  try {
    const file = await opening.promise
    const all = Array.from({ length: file.numPages }, (_, at) => file.getPage(at + 1))
    const pages = await Promise.all(all)
    const contents = await contentsOf(file, pages)
    return new PdfPages(pdf, file, pages, contents, close)
  } catch (fault) {
    close()
    throw fault
  }
}

type Library = typeof import('pdfjs-dist')

class PdfPages implements Pages {
  readonly sizes: readonly Size[]

  constructor(
    private readonly pdf: Library,
    private readonly file: PDFDocumentProxy,
    private readonly pages: readonly PDFPageProxy[],
    readonly contents: readonly Heading[],
    readonly close: () => void,
  ) {
    this.sizes = pages.map(sizeOf)
  }

  draw(at: number, scale: number): Drawing<HTMLCanvasElement> {
    const page = this.#page(at)
    const viewport = page.getViewport({ scale })
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const task = page.render({
      canvas,
      viewport,
      annotationMode: this.pdf.AnnotationMode.DISABLE,
    })
    return { done: task.promise.then(() => canvas), stop: () => task.cancel() }
  }

  write(at: number, over: HTMLElement): Drawing<void> {
    const page = this.#page(at)
    const layer = new this.pdf.TextLayer({
      textContentSource: page.streamTextContent({ includeMarkedContent: true }),
      container: over,
      viewport: page.getViewport({ scale: 1 }),
    })
    const done = layer.render().then(async () => {
      const tree = await page.getStructTree()
      if (tree && over.isConnected) over.prepend(structure(tree))
    })
    return { done, stop: () => layer.cancel() }
  }

  async links(at: number): Promise<PageLink[]> {
    const page = this.#page(at)
    const { width, height } = sizeOf(page)
    const found: PageLink[] = []
    for (const one of (await page.getAnnotations()) as Annotation[]) {
      // What leads out of the report stays words: the window opens nothing of the network.
      const to = one.subtype === 'Link' ? await spot(this.file, this.pages, one.dest) : undefined
      if (!to) continue
      const [x0, y0, x1, y1] = one.rect
      found.push({
        left: x0 / width,
        top: 1 - y1 / height,
        width: (x1 - x0) / width,
        height: (y1 - y0) / height,
        to,
      })
    }
    return found
  }

  #page(at: number): PDFPageProxy {
    const page = this.pages[at]
    if (!page) throw new RangeError(`There is no page ${at + 1}.`)
    return page
  }
}

/** What is read of a link. */
interface Annotation {
  subtype: string
  rect: [number, number, number, number]
  dest?: Destination
}

type Destination = string | unknown[] | null

function sizeOf(page: PDFPageProxy): Size {
  const { width, height } = page.getViewport({ scale: 1 })
  return { width, height }
}

async function contentsOf(
  file: PDFDocumentProxy,
  pages: readonly PDFPageProxy[],
): Promise<Heading[]> {
  type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>
  const found: Heading[] = []
  const walk = async (lines: Outline, depth: number): Promise<void> => {
    for (const { title, dest, items } of lines ?? []) {
      const to = await spot(file, pages, dest)
      if (to) found.push({ title, depth, to })
      await walk(items as Outline, depth + 1)
    }
  }
  await walk(await file.getOutline(), 0)
  return found
}

/** Where a destination leads: its page, and from its top to the height that it names. */
async function spot(
  file: PDFDocumentProxy,
  pages: readonly PDFPageProxy[],
  dest: Destination | undefined,
): Promise<Spot | undefined> {
  const named = typeof dest === 'string' ? await file.getDestination(dest) : dest
  if (!Array.isArray(named)) return undefined
  const [target, , , top] = named as [unknown, unknown, unknown, unknown]
  const page =
    typeof target === 'number'
      ? target
      : await file.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0])
  const size = pages[page] && sizeOf(pages[page])
  if (!size) return undefined
  const down = typeof top === 'number' ? 1 - top / size.height : 0
  return { page, down: Math.min(1, Math.max(0, down)) }
}
