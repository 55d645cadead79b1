/** A comparison: the report itself, shown in the page. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Settings } from './settings.js'
import { useWords } from './words.js'

interface Props {
  /** The report's own elements: all that is of a document is escaped in them. */
  report: string
  settings: Pick<Settings, 'layout' | 'hideRoutine'>
  set: (settings: Partial<Settings>) => void
}

export function Comparison({ report, settings, set }: Props) {
  const say = useWords()
  const place = useRef<HTMLElement>(null)
  // The report has its own controls: what they are set to is kept from one to the next.
  useLayoutEffect(() => {
    const control = (id: string) => place.current?.querySelector<HTMLInputElement>(`#${id}`)
    control(settings.layout === 'side' ? 'view-side' : 'view-inline')?.click()
    const routine = control('show-routine')
    if (routine) routine.checked = !settings.hideRoutine
    dispatchEvent(new Event('report'))
  }, [report])
  return (
    <section
      ref={place}
      class="report"
      aria-label={say('comparison')}
      onChange={({ target }) => {
        if (!(target instanceof HTMLInputElement)) return
        if (target.name === 'view') set({ layout: target.id === 'view-side' ? 'side' : 'inline' })
        if (target.id === 'show-routine') set({ hideRoutine: !target.checked })
      }}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it is escaped, and the policy of the page runs nothing in it
      dangerouslySetInnerHTML={{ __html: report }}
    />
  )
}
