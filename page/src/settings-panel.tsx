/** What the user may set. */
import type { ComponentChildren } from 'preact'
import type { Settings } from './settings.js'
import { interfaceLanguages, ownNames, useWords } from './words.js'

interface Props {
  settings: Settings
  set: (changed: Partial<Settings>) => void
}

export function SettingsPanel({ settings, set }: Props) {
  const say = useWords()
  return (
    <div class="settings">
      <Choice
        name={say('language')}
        value={settings.interface}
        change={(value) => set({ interface: value as Settings['interface'] })}
      >
        {interfaceLanguages.map((one) => (
          <option key={one} value={one} lang={one}>
            {ownNames[one]}
          </option>
        ))}
      </Choice>
      <details>
        <summary>{say('settings')}</summary>
        <Choice name={say('textlanguage')} value={settings.language} change={(language) => set({ language })}>
          <option value="">{say('detect')}</option>
          {interfaceLanguages.map((one) => (
            <option key={one} value={one} lang={one}>
              {ownNames[one]}
            </option>
          ))}
        </Choice>
        <Choice
          name={say('level')}
          value={settings.level}
          change={(value) => set({ level: value as Settings['level'] })}
        >
          {(['words', 'phrases', 'clause'] as const).map((one) => (
            <option key={one} value={one}>
              {say(one)}
            </option>
          ))}
        </Choice>
        <Choice name={say('scale')} value={settings.scale} change={(scale) => set({ scale })}>
          <option value="">plenary</option>
          {scales.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Choice>
        <Choice
          name={say('theme')}
          value={settings.theme}
          change={(value) => set({ theme: value as Settings['theme'] })}
        >
          {(['auto', 'light', 'dark'] as const).map((one) => (
            <option key={one} value={one}>
              {say(one)}
            </option>
          ))}
        </Choice>
      </details>
    </div>
  )
}

/** The published scales, by name: the build puts them here. */
declare const __SCALES__: readonly string[]
const scales = __SCALES__

function Choice({
  name,
  value,
  change,
  children,
}: {
  name: string
  value: string
  change: (value: string) => void
  children: ComponentChildren
}) {
  return (
    <label>
      {name}{' '}
      <select value={value} onChange={(event) => change(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  )
}
