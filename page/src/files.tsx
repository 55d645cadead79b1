/** The documents: dropped, chosen or pasted, with which is old and which is new. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ReadDocument } from './work/desk.js'
import { useWords } from './words.js'

/** A document on the page. */
export interface Listed {
  id: number
  name: string
  /** Absent while it is read. */
  read?: ReadDocument
  /** Why it could not be read. */
  reason?: string
}

interface Props {
  documents: readonly Listed[]
  old: number | null
  now: number | null
  busy: boolean
  /** Documents may come soon: a pointer, a file or the keyboard is on the place for them. */
  expect: () => void
  give: (files: { name: string; bytes: Uint8Array }[]) => void
  choose: (side: 'old' | 'now', id: number) => void
  swap: () => void
  remove: (id: number) => void
  cancel: () => void
}

export function Files({ documents, old, now, busy, expect, give, choose, swap, remove, cancel }: Props) {
  const say = useWords()
  const input = useRef<HTMLInputElement>(null)
  const paste = useRef<HTMLButtonElement>(null)
  const [over, setOver] = useState(false)
  const [pasting, setPasting] = useState(false)
  const take = async (list: FileList | null | undefined) => {
    const files = [...(list ?? [])]
    give(
      await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      ),
    )
  }
  return (
    <section
      class={over ? 'files over' : 'files'}
      aria-label={say('documents')}
      onPointerEnter={expect}
      onFocusIn={expect}
      onDragEnter={expect}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void take(event.dataTransfer?.files)
      }}
    >
      <p class="drop">
        <strong>{say('drop')}</strong> <span class="quiet">{say('formats')}</span>
      </p>
      <p class="actions">
        <button type="button" class="main" onClick={() => input.current?.click()}>
          {say('choose')}
        </button>
        <button ref={paste} type="button" aria-expanded={pasting} onClick={() => setPasting((open) => !open)}>
          {say('paste')}
        </button>
        {/* Readers of screens are told what changes in a place that was there before. */}
        <span role="status">{busy ? say('working') : ''}</span>
        {busy && (
          <button type="button" onClick={cancel}>
            {say('cancel')}
          </button>
        )}
      </p>
      <input
        ref={input}
        class="hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={say('choose')}
        onChange={(event) => {
          void take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      {pasting && (
        <Paste
          done={(text) => {
            setPasting(false)
            paste.current?.focus()
            if (text.trim() !== '') give([{ name: say('pasted'), bytes: new TextEncoder().encode(text) }])
          }}
        />
      )}
      {documents.length > 0 && (
        <div class="scroll">
          <table class="list">
            <thead>
              <tr>
                <th scope="col">{say('old')}</th>
                <th scope="col">{say('new')}</th>
                <th scope="col">{say('document')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {documents.map((document) => (
                <Line key={document.id} {...{ document, old, now, choose, remove }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {documents.length > 1 && (
        <p class="actions">
          <button type="button" onClick={swap}>
            {say('swap')}
          </button>
        </p>
      )}
    </section>
  )
}

function Line({
  document,
  old,
  now,
  choose,
  remove,
}: Pick<Props, 'old' | 'now' | 'choose' | 'remove'> & { document: Listed }) {
  const say = useWords()
  const { id, name, read, reason } = document
  const side = (which: 'old' | 'now', chosen: boolean) => (
    <td>
      <input
        type="radio"
        name={which}
        checked={chosen}
        disabled={!read}
        aria-label={`${say(which === 'old' ? 'old' : 'new')}: ${name}`}
        onChange={() => choose(which, id)}
      />
    </td>
  )
  return (
    <tr>
      {side('old', old === id)}
      {side('now', now === id)}
      <th scope="row">
        <bdi>{name}</bdi>{' '}
        {read && (
          <span class="quiet of">
            <bdi>{read.outline.symbol}</bdi> <bdi dir="auto">{read.outline.title}</bdi>
          </span>
        )}
        {reason !== undefined && (
          <span class="bad" role="alert">
            {/* Reasons are in English, whatever is around them. */}
            {say('failed', { reason: `\u2068${reason}\u2069` })}
          </span>
        )}
        {!read && reason === undefined && <span class="quiet">{say('reading')}</span>}
      </th>
      <td>
        <button type="button" class="small" aria-label={say('remove', { name })} onClick={() => remove(id)}>
          ×
        </button>
      </td>
    </tr>
  )
}

function Paste({ done }: { done: (text: string) => void }) {
  const say = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const area = useRef<HTMLTextAreaElement>(null)
  // Before anything is seen: a key that is pressed at once is meant for it.
  useLayoutEffect(() => area.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape does what the button does
    <div class="paste" onKeyDown={({ key }) => key === 'Escape' && done('')}>
      <label for={id}>{say('pasted')}</label>
      <textarea ref={area} id={id} rows={8} dir="auto" onInput={(event) => setText(event.currentTarget.value)} />
      <p class="actions">
        <button type="button" class="main" onClick={() => done(text)}>
          {say('add')}
        </button>
        <button type="button" onClick={() => done('')}>
          {say('cancel')}
        </button>
      </p>
    </div>
  )
}
