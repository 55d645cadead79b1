/** The page: documents in, comparison out, all of it in this browser. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Client, type Given, Stopped } from './client.js'
import { Comparison } from './comparison.js'
import { Document } from './document.js'
import { Files, type Listed } from './files.js'
import { SettingsPanel } from './settings-panel.js'
import { keepSettings, keptSettings, type Settings } from './settings.js'
import type { Download, Made } from './work/desk.js'
import { sayIn, type Word, Words } from './words.js'

const downloads: [Download, Word | null, string][] = [
  ['docx', 'docx', 'docx'],
  ['html', 'html', 'html'],
  ['md', null, 'md'],
  ['csv', null, 'csv'],
  ['json', null, 'json'],
  ['akn', null, 'xml'],
]
const names: Partial<Record<Download, string>> = { md: 'Markdown', csv: 'CSV', json: 'JSON', akn: 'Akoma Ntoso' }

type Tab = 'comparison' | 'document' | 'history' | 'concordance'

export function App() {
  const client = useMemo(() => new Client(), [])
  const given = useRef(new Map<number, Given>())
  const [settings, setSettings] = useState(keptSettings)
  const [documents, setDocuments] = useState<Listed[]>([])
  const [pair, setPair] = useState<{ old: number | null; now: number | null }>({ old: null, now: null })
  const [tab, setTab] = useState<Tab>('comparison')
  const [comparison, setComparison] = useState<string | null>(null)
  const [report, setReport] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(0)
  const say = useMemo(() => sayIn(settings.interface), [settings.interface])
  const ready = documents.filter(({ read }) => read !== undefined)
  const byId = (id: number | null) => ready.find((one) => one.id === id)
  const [old, now] = [byId(pair.old), byId(pair.now)]
  const differ =
    old && now && old.read?.outline.language && now.read?.outline.language
      ? old.read.outline.language !== now.read.outline.language
      : false

  const set = (changed: Partial<Settings>) => {
    const next = { ...settings, ...changed }
    setSettings(next)
    keepSettings(next)
  }

  useEffect(() => {
    const root = window.document.documentElement
    root.lang = settings.interface
    root.dir = settings.interface === 'ar' ? 'rtl' : 'ltr'
    root.dataset.theme = settings.theme
    window.document.title = say('title')
  }, [settings.interface, settings.theme, say])

  /** Do something that takes time; what went wrong is said, and the rest of the page goes on. */
  const doing = async (work: () => Promise<void>) => {
    setBusy((count) => count + 1)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Stopped)) setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy((count) => count - 1)
    }
  }

  const read = (list: readonly Given[], language: string) =>
    doing(async () => {
      for (const one of list) {
        const update = (more: Partial<Listed>) =>
          setDocuments((all) => all.map((other) => (other.id === one.id ? { ...other, ...more } : other)))
        try {
          update({ read: await client.read(one, language) })
        } catch (error) {
          update({ reason: error instanceof Error ? error.message || say('cancel') : String(error) })
          continue
        }
        setPair((chosen) => {
          if (chosen.old === null) return { ...chosen, old: one.id }
          return chosen.now === null && chosen.old !== one.id ? { ...chosen, now: one.id } : chosen
        })
      }
    })

  const give = (files: { name: string; bytes: Uint8Array }[]) => {
    const list = files.map(({ name, bytes }) => {
      const id = nextId++
      const one = { id, name, bytes }
      given.current.set(id, one)
      return one
    })
    setDocuments((all) => [...all, ...list.map(({ id, name }) => ({ id, name }))])
    void read(list, settings.language)
  }

  const remove = (id: number) => {
    client.forget([id])
    given.current.delete(id)
    setDocuments((all) => all.filter((one) => one.id !== id))
    setPair(({ old: one, now: other }) => ({ old: one === id ? null : one, now: other === id ? null : other }))
  }

  const holding = (ids: readonly number[]) => ids.flatMap((id) => given.current.get(id) ?? [])
  const ids = ready.map(({ id }) => id)
  const comparing = { level: settings.level, scale: settings.scale, ui: settings.interface }

  // The comparison follows what is chosen.
  useEffect(() => {
    setComparison(null)
    const { old: one, now: other } = pair
    if (!old || !now || one === null || other === null || differ) return
    void doing(async () =>
      setComparison(
        await client.ask(holding([one, other]), settings.language, (desk) => desk.compare(one, other, comparing)),
      ),
    )
  }, [old?.read, now?.read, settings.level, settings.scale, settings.interface])

  useEffect(() => {
    setReport(null)
    if ((tab !== 'history' && tab !== 'concordance') || ids.length < 2) return
    void doing(async () => {
      const made: Made = await client.ask(holding(ids), settings.language, (desk) =>
        tab === 'history' ? desk.history(ids, settings.interface) : desk.concord(ids, settings.interface),
      )
      setReport(String(made.bytes))
    })
  }, [tab, ids.join(), settings.interface])

  const save = (what: Download, ending: string) =>
    doing(async () => {
      const { old: one, now: other } = pair
      if (one === null || other === null) return
      const made = await client.ask(holding([one, other]), settings.language, (desk) =>
        desk.download(what, one, other, comparing),
      )
      keep(made, `${(now?.name ?? 'comparison').replace(/\.\w+$/u, '')}-changes.${ending}`)
    })

  const tabs: Tab[] = ['comparison', 'document', ...(ready.length > 1 ? (['history', 'concordance'] as const) : [])]
  return (
    <Words.Provider value={say}>
      <header class="top">
        <h1>{say('title')}</h1>
        <p class="quiet">{say('private')}</p>
        <SettingsPanel
          settings={settings}
          set={(changed) => {
            set(changed)
            if (changed.language === undefined) return
            client.forget([...given.current.keys()])
            setDocuments((all) => all.map(({ id, name }) => ({ id, name })))
            void read([...given.current.values()], changed.language)
          }}
        />
      </header>
      <main>
        <Files
          documents={documents}
          old={pair.old}
          now={pair.now}
          busy={busy > 0}
          expect={() => void client.warm(settings.language || settings.interface, comparing)}
          give={give}
          choose={(side, id) => setPair((chosen) => ({ ...chosen, [side]: id }))}
          swap={() => setPair(({ old: one, now: other }) => ({ old: other, now: one }))}
          remove={remove}
          cancel={() => client.cancel()}
        />
        {problem !== null && (
          <p class="bad" role="alert">
            {problem}
          </p>
        )}
        {ready.length > 0 && (
          <nav class="tabs" aria-label={say('view')}>
            {tabs.map((one) => (
              <button
                key={one}
                type="button"
                aria-current={tab === one ? 'page' : undefined}
                onClick={() => setTab(one)}
              >
                {say(one)}
              </button>
            ))}
          </nav>
        )}
        {tab === 'comparison' && ready.length === 1 && <p class="quiet">{say('two')}</p>}
        {tab === 'comparison' && differ && <p role="status">{say('languages')}</p>}
        {tab === 'comparison' && comparison !== null && (
          <>
            <div class="actions save">
              <span>{say('save')}</span>
              {downloads.map(([what, word, ending]) => (
                <button
                  key={what}
                  type="button"
                  disabled={what === 'docx' && old?.read?.format !== 'docx'}
                  title={what === 'docx' && old?.read?.format !== 'docx' ? say('needsword') : undefined}
                  onClick={() => void save(what, ending)}
                >
                  {word === null ? names[what] : say(word)}
                </button>
              ))}
            </div>
            <Comparison report={comparison} settings={settings} set={set} />
          </>
        )}
        {tab === 'document' &&
          ready.map((document) => <Document key={document.id} document={document} />)}
        {(tab === 'history' || tab === 'concordance') && report !== null && (
          <Report title={say(tab)} html={report} />
        )}
      </main>
    </Words.Provider>
  )
}

/**
 * A report with a style of its own, which runs nothing.
 *
 * It has no address of its own, so that its links would lead to the page: the page goes to their places.
 */
function Report({ title, html }: { title: string; html: string }) {
  const follow = (event: Event) => {
    const link = (event.target as Element).closest('a')
    const place = link?.hash && link.ownerDocument.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!place) return
    event.preventDefault()
    place.tabIndex = -1
    place.focus()
    place.scrollIntoView()
  }
  return (
    <iframe
      class="frame"
      title={title}
      sandbox="allow-same-origin"
      srcdoc={html}
      onLoad={({ currentTarget }) => currentTarget.contentDocument?.addEventListener('click', follow)}
    />
  )
}

let nextId = 1

/** Give the user a file: it is made here, and goes nowhere. */
function keep({ bytes, type }: Made, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }))
  const link = window.document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
