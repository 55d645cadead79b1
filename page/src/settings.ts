/** What the user set, kept in this browser and nowhere else. */

import { type InterfaceLanguage, interfaceLanguages } from './words.js'
import type { CompareSettings } from './work/desk.js'

export interface Settings extends Omit<CompareSettings, 'ui'> {
  /** Language of the page. */
  interface: InterfaceLanguage
  /** Language of the documents; empty: as found. */
  language: string
  theme: 'auto' | 'light' | 'dark'
  layout: 'inline' | 'side'
  hideRoutine: boolean
}

const key = 'plenary-settings'

function preset(): Settings {
  const [own] = navigator.language.split('-')
  return {
    interface: interfaceLanguages.find((one) => one === own) ?? 'en',
    language: '',
    theme: 'auto',
    layout: 'inline',
    hideRoutine: false,
    level: 'phrases',
    scale: '',
  }
}

/** Storage may be forbidden: then nothing is kept, and the page works. */
export function keptSettings(): Settings {
  const settings = preset()
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof kept === 'object' && kept !== null)
      for (const [name, value] of Object.entries(kept))
        if (name in settings && typeof value === typeof settings[name as keyof Settings])
          Object.assign(settings, { [name]: value })
  } catch {
    return preset()
  }
  return interfaceLanguages.includes(settings.interface) ? settings : preset()
}

export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings))
  } catch {
    // A browser that forbids storage keeps nothing.
  }
}
