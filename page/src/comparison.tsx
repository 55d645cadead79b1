/** A comparison: verbs first, then what changed, with the changes listed beside the text. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Change, DiffDocument, Edit, Fact, FrontChange, MatterChange, PhraseChange } from 'plenary'
import type { Settings } from './settings.js'
import { upper } from '../../src/model/words.js'
import { type Say, useWords, type Word } from './words.js'

const kinds = ['all', 'f_verbs', 'weaker', 'inserted', 'deleted', 'moved'] as const
type Kind = (typeof kinds)[number]

interface Props {
  found: DiffDocument
  settings: Settings
  set: (settings: Partial<Settings>) => void
}

/** A change is shown as two blocks where less than a third of its words stays. */
const mostlyNew = 1 / 3

export function Comparison({ found, settings, set }: Props) {
  const say = useWords()
  const [kind, setKind] = useState<Kind>('all')
  const [rest, setRest] = useState(false)
  const { hideRoutine, layout } = settings
  const anchors = useMemo(() => anchorsOf(found.changes), [found])
  const isChanged = (change: Change) => change.kind !== 'unchanged' || change.moved
  const told = found.changes.filter(
    (change) => isChanged(change) && is(change, kind) && !(hideRoutine && change.routine && !change.moved),
  )
  const shown = new Set(rest && kind === 'all' ? found.changes : told)
  const matter = found.matter.filter(({ routine }) => !(hideRoutine && routine))
  const verbs = found.changes.flatMap((change) =>
    all(change).flatMap(({ phrases }) => phrases.map((phrase) => ({ phrase, change }))),
  )
  const none = found.front.length === 0 && found.matter.length === 0 && !found.changes.some(isChanged)
  return (
    <section aria-label={say('comparison')} class={`comparison ${layout}`}>
      <Totals found={found} />
      {none && <p class="none">{say('sentence', { words: say('nochange') })}</p>}
      {verbs.length > 0 && (
        <>
          <h2>{say('verbs')}</h2>
          <ol class="verbs">
            {verbs.map(({ phrase, change }) => (
              <li key={`${anchors.get(change)} ${phrase.old} ${phrase.new}`}>
                <a href={`#${anchors.get(change)}`}>
                  <bdi>{nameOf(change, say)}</bdi>
                </a>{' '}
                <Verb phrase={phrase} />
              </li>
            ))}
          </ol>
        </>
      )}
      {(found.front.length > 0 || matter.length > 0) && (
        <>
          <h2>{say('outside')}</h2>
          <Outside front={found.front} matter={matter} />
        </>
      )}
      {!none && (
        <>
          <h2 id="changes">{say('changes')}</h2>
          <div class="controls">
            <label>
              {say('show')}{' '}
              <select value={kind} onChange={(event) => setKind(event.currentTarget.value as Kind)}>
                {kinds.map((one) => (
                  <option key={one} value={one}>
                    {upper(say(one))}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <input
                type="checkbox"
                checked={hideRoutine}
                onChange={(event) => set({ hideRoutine: event.currentTarget.checked })}
              />{' '}
              {say('hide_routine')}
            </label>
            <label>
              <input type="checkbox" checked={rest} onChange={(event) => setRest(event.currentTarget.checked)} />{' '}
              {say('rest')}
            </label>
            <label>
              {say('view')}{' '}
              <select
                value={layout}
                onChange={(event) => set({ layout: event.currentTarget.value as Settings['layout'] })}
              >
                <option value="inline">{upper(say('inline'))}</option>
                <option value="side">{upper(say('side'))}</option>
              </select>
            </label>
          </div>
          <div class="text">
            <nav aria-label={say('changes')}>
              <Walk anchors={told.map((change) => anchors.get(change) ?? '')} />
              <ol>
                {told.map((change) => (
                  <li key={anchors.get(change)}>
                    <a href={`#${anchors.get(change)}`}>
                      <bdi>{nameOf(change, say)}</bdi>
                    </a>{' '}
                    <Tags change={change} />
                  </li>
                ))}
              </ol>
            </nav>
            <div class="paragraphs">
              {found.changes
                .filter((change) => shown.has(change))
                .map((change) => (
                  <Paragraph
                    key={anchors.get(change)}
                    change={change}
                    anchor={anchors.get(change) ?? ''}
                    layout={layout}
                  />
                ))}
            </div>
          </div>
        </>
      )}
    </section>
  )
}

function all(change: Change): Change[] {
  return [change, ...(change.parts ?? []).flatMap(all)]
}

function is(change: Change, kind: Kind): boolean {
  return all(change).some((part) => {
    switch (kind) {
      case 'all':
        return true
      case 'f_verbs':
        return part.phrases.length > 0
      case 'weaker':
        return part.phrases.some(({ shift }) => shift === 'weaker' || shift === 'demoted' || shift === 'dropped')
      case 'moved':
        return part.moved
      case 'inserted':
      case 'deleted':
        return part.kind === kind
    }
  })
}

function nameOf({ old, new: now, role }: Change, say: Say): string {
  const [from, to] = [old.join(', '), now.join(', ')]
  if (from === '' && to === '') return upper(say(`role_${role}`))
  return from === '' || to === '' || from === to ? to || from : `${from} → ${to}`
}

/** A place to link to for each change, the same for the same two documents. */
function anchorsOf(changes: readonly Change[]): Map<Change, string> {
  const taken = new Map<string, number>()
  return new Map(
    changes.map((change) => {
      const side = change.new.length > 0 ? change.new : change.old.map((label) => `old-${label}`)
      const name = [change.resolution, side[0] ?? change.role].filter(Boolean).join('-').replace(/[^\w-]+/gu, '-')
      const count = taken.get(name) ?? 0
      taken.set(name, count + 1)
      return [change, count === 0 ? name : `${name}-${count + 1}`]
    }),
  )
}

function Totals({ found: { summary } }: { found: DiffDocument }) {
  const say = useWords()
  const counted = (['modified', 'inserted', 'deleted', 'split', 'merged', 'moved', 'renumbered', 'unchanged'] as const)
    .filter((one) => summary[one] > 0)
    .map((one) => (
      <li key={one}>
        <b>{summary[one]}</b> {say(one)}
      </li>
    ))
  return <ul class="totals">{counted}</ul>
}

function Verb({ phrase: { old, new: now, shift, lead } }: { phrase: PhraseChange }) {
  const say = useWords()
  return (
    <span class={lead ? 'verb lead' : 'verb'}>
      <bdi dir="auto">
        {old !== null && <del>{old}</del>}
        {old !== null && now !== null && ' → '}
        {now !== null && <ins>{now}</ins>}
      </bdi>{' '}
      <span class={`tag ${shift}`}>{say(shift)}</span>
    </span>
  )
}

function Tags({ change }: { change: Change }) {
  const say = useWords()
  const parts = all(change)
  const shifts = [...new Set(parts.flatMap(({ phrases }) => phrases.map(({ shift }) => shift)))]
  const words: [Word, string][] = [
    ...(change.kind === 'unchanged' ? [] : [[change.kind, change.kind] as [Word, string]]),
    ...(change.moved ? [['moved', 'moved'] as [Word, string]] : []),
    ...shifts.map((shift) => [shift, shift] as [Word, string]),
    ...(change.routine ? [['routine', 'routine'] as [Word, string]] : []),
  ]
  return (
    <>
      {words.map(([word, name]) => (
        <span key={name} class={`tag ${name}`}>
          {say(word)}
        </span>
      ))}
    </>
  )
}

function Paragraph({ change, anchor, layout }: { change: Change; anchor: string; layout: Settings['layout'] }) {
  const say = useWords()
  const name = nameOf(change, say)
  const [copied, setCopied] = useState(false)
  return (
    <article id={anchor} tabIndex={-1} class={change.kind}>
      <h3>
        <bdi>{name}</bdi> <Tags change={change} />
        <button
          type="button"
          class="small link"
          aria-label={say('link', { name })}
          onClick={async () => {
            const address = new URL(`#${anchor}`, location.href).href
            history.replaceState(null, '', `#${anchor}`)
            await navigator.clipboard?.writeText(address)
            setCopied(true)
          }}
        >
          #
        </button>
        {copied && (
          <span role="status" class="quiet">
            {say('copied')}
          </span>
        )}
      </h3>
      <Body change={change} layout={layout} />
      <Facts change={change} />
    </article>
  )
}

function Body({ change, layout }: { change: Change; layout: Settings['layout'] }) {
  return (
    <>
      <Words edits={change.edits} layout={layout} whole={change.similarity < mostlyNew && change.kind === 'modified'} />
      {(change.parts ?? []).map((part) => (
        <div class="part" key={`${part.oldRows.join()} ${part.newRows.join()}`}>
          <b>{partName(part)}</b>
          <Body change={part} layout={layout} />
        </div>
      ))}
    </>
  )
}

function partName({ old, new: now }: Change): string {
  const last = (labels: readonly string[]) => /\([^()]*\)$/u.exec(labels[0] ?? '')?.[0] ?? ''
  const [from, to] = [last(old), last(now)]
  return from === '' || to === '' || from === to ? to || from : `${from} → ${to}`
}

function Words({ edits, layout, whole }: { edits: readonly Edit[]; layout: Settings['layout']; whole: boolean }) {
  if (edits.length === 0) return null
  const one = (op: 'delete' | 'insert') => edits.filter((edit) => edit.op === 'equal' || edit.op === op)
  const plain = (op: 'delete' | 'insert') =>
    one(op)
      .map(({ op: own, text, old }) => (own === 'equal' && op === 'delete' ? (old ?? text) : text))
      .join('')
  if (layout === 'side')
    return (
      <div class="two">
        <p dir="auto">
          <Marked edits={one('delete')} />
        </p>
        <p dir="auto">
          <Marked edits={one('insert')} />
        </p>
      </div>
    )
  if (whole)
    return (
      <>
        <p dir="auto">
          <del>{plain('delete')}</del>
        </p>
        <p dir="auto">
          <ins>{plain('insert')}</ins>
        </p>
      </>
    )
  return (
    <p dir="auto">
      <Marked edits={edits} />
    </p>
  )
}

function Marked({ edits }: { edits: readonly Edit[] }) {
  return (
    <>
      {edits.map(({ op, text }, at) => {
        if (op === 'equal') return text
        // biome-ignore lint/suspicious/noArrayIndexKey: edits have no name but their place
        return op === 'delete' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>
      })}
    </>
  )
}

function Facts({ change }: { change: Change }) {
  const say = useWords()
  const facts = all(change).flatMap((part) => part.facts)
  if (facts.length === 0) return null
  return (
    <ul class="facts">
      {facts.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts have no name but their place
        <li key={at}>
          <FactLine fact={fact} name={fact.op === 'stale' ? say('stale') : say(`fact_${fact.kind}`)} />
        </li>
      ))}
    </ul>
  )
}

function FactLine({ fact, name }: { fact: Fact; name: string }) {
  return (
    <>
      {name}: {fact.op === 'insert' && <ins dir="auto">{fact.text}</ins>}
      {fact.op === 'delete' && <del dir="auto">{fact.text}</del>}
      {fact.op === 'replace' && (
        <>
          <del dir="auto">{fact.old}</del> → <ins dir="auto">{fact.new}</ins>
        </>
      )}
      {fact.op === 'stale' && (
        <>
          <bdi>{fact.text}</bdi>
          {fact.should !== undefined && <> → {fact.should}</>}
        </>
      )}
    </>
  )
}

function Outside({ front, matter }: { front: readonly FrontChange[]; matter: readonly MatterChange[] }) {
  const say = useWords()
  /** A kind of proposal is a name of the tree's, not words of the text. */
  const shown = (field: FrontChange['field'], value: string) =>
    field === 'proposal' ? say(`kind_${value}` as Word) : value
  return (
    <dl class="outside">
      {front.map((change) => (
        <div key={change.field}>
          <dt>{upper(say(`field_${change.field}`))}</dt>
          {change.field === 'sponsors' ? (
            <dd>
              {change.joined.length > 0 && (
                <>
                  {say('joined')}: <ins dir="auto">{change.joined.join(', ')}</ins>{' '}
                </>
              )}
              {change.left.length > 0 && (
                <>
                  {say('left')}: <del dir="auto">{change.left.join(', ')}</del>
                </>
              )}
            </dd>
          ) : (
            <dd>
              {change.old !== null && <del dir="auto">{shown(change.field, change.old)}</del>}{' '}
              {change.new !== null && <ins dir="auto">{shown(change.field, change.new)}</ins>}
            </dd>
          )}
        </div>
      ))}
      {matter.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these have no name but their place
        <div key={at}>
          <dt>{upper(say(`field_${change.place}`))}</dt>
          <dd dir="auto">
            <Marked edits={change.edits} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Goes from change to change, by buttons and by the keys n and p. */
function Walk({ anchors }: { anchors: readonly string[] }) {
  const say = useWords()
  const [at, setAt] = useState(-1)
  // Keys come faster than the page is drawn.
  const last = useRef(-1)
  const go = (step: number) => {
    const next = Math.min(Math.max(last.current + step, 0), anchors.length - 1)
    last.current = next
    setAt(next)
    const target = document.getElementById(anchors[next] ?? '')
    target?.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'n') go(1)
      if (event.key === 'p') go(-1)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })
  if (anchors.length === 0) return null
  return (
    <p class="walk">
      <button type="button" aria-label={upper(say('previous'))} title={upper(say('previous'))} onClick={() => go(-1)}>
        ↑
      </button>
      <button type="button" aria-label={upper(say('next'))} title={upper(say('next'))} onClick={() => go(1)}>
        ↓
      </button>{' '}
      <span role="status">{say('of', { at: Math.max(at + 1, 0), count: anchors.length })}</span>
    </p>
  )
}
