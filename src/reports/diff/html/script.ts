/**
 * What keys, buttons and printing do in the HTML report; without it everything can be read.
 *
 * It asks the document anew each time: the web page shows one report after another, and says so by the event `report`.
 */
export const script = `
const one = (selector) => document.querySelector(selector)
const every = (selector) => [...document.querySelectorAll(selector)]
const boxOf = (change) => change.closest('details:not([open])') ?? change
const shown = () => every('#text .change:not(.parts *)').filter((change) => boxOf(change).offsetParent !== null)
let held
const isSeen = ({ top, bottom }) => bottom > 0 && top < innerHeight
const placeIn = (changes) => {
  if (held && !(changes.includes(held) && isSeen(boxOf(held).getBoundingClientRect()))) held = undefined
  return held ? changes.indexOf(held) : changes.findLastIndex((change) => boxOf(change).getBoundingClientRect().top < innerHeight / 3)
}
const tell = () => {
  const at = one('.walk .at')
  if (!at) return
  const changes = shown()
  const place = placeIn(changes)
  at.textContent = at.dataset.of.replace('{at}', place + 1).replace('{count}', changes.length)
  const list = one('.walk ol')
  for (const link of list.querySelectorAll('a')) {
    const isHere = changes[place] !== undefined && link.getAttribute('href') === '#' + changes[place].id
    if (isHere === link.hasAttribute('aria-current')) continue
    link.toggleAttribute('aria-current', isHere)
    const row = link.parentElement
    if (isHere && (row.offsetTop < list.scrollTop || row.offsetTop + row.offsetHeight > list.scrollTop + list.clientHeight)) list.scrollTop = row.offsetTop - list.clientHeight / 3
  }
}
const go = (step) => {
  const changes = shown()
  const next = changes[Math.max(placeIn(changes) + step, 0)]
  if (!next) return
  held = next
  if (boxOf(next) !== next) boxOf(next).open = true
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'start' })
  tell()
}
const mark = () => {
  const strip = one('.marks')
  if (!strip) return
  const whole = document.documentElement.scrollHeight
  strip.replaceChildren(...shown().map((change) => {
    const { top, height } = boxOf(change).getBoundingClientRect()
    const sign = document.createElement('i')
    sign.className = change.className.replace('change ', '')
    sign.style.top = 100 * (top + scrollY) / whole + '%'
    sign.style.height = 100 * height / whole + '%'
    sign.addEventListener('click', () => change.scrollIntoView({ block: 'start' }))
    return sign
  }))
}
let waiting = 0
const later = (what) => () => {
  cancelAnimationFrame(waiting)
  waiting = requestAnimationFrame(what)
}
const both = () => { mark(); tell() }
const reveal = () => {
  const folded = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('details')
  if (folded) folded.open = true
}
const seen = new ResizeObserver(later(both))
const start = () => {
  for (const hidden of every('.keys, .walk .steps, .marks')) hidden.hidden = false
  for (const list of every('.walk details')) list.open = matchMedia('(min-width: 72rem)').matches
  seen.disconnect()
  if (one('#text')) seen.observe(one('#text'))
  reveal()
  both()
}
const keys = {
  n: () => go(1),
  p: () => go(-1),
  s: () => one('#view-side').click(),
  i: () => one('#view-inline').click(),
  '?': () => one('#use-keys').focus(),
}
addEventListener('keydown', (event) => {
  if (!one('#use-keys')?.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('select, textarea')) return
  if (Object.hasOwn(keys, event.key)) keys[event.key]()
})
addEventListener('click', (event) => {
  const button = event.target.closest('.walk button')
  if (button) go(Number(button.dataset.step))
  const link = event.target.closest('.change a.link')
  if (link) navigator.clipboard?.writeText(link.href).then(() => { one('.copied').textContent = one('.copied').dataset.said })
})
addEventListener('scroll', later(tell), { passive: true })
for (const moved of ['wheel', 'touchmove']) addEventListener(moved, () => { held = undefined }, { passive: true })
addEventListener('change', later(both))
addEventListener('hashchange', reveal)
addEventListener('report', start)
start()
let opened = []
addEventListener('beforeprint', () => {
  opened = every(one('#whole')?.checked ? '#text details:not([open]), td details:not([open])' : 'details:not([open], .is-unchanged)')
  for (const folded of opened) folded.open = true
})
addEventListener('afterprint', () => {
  for (const folded of opened) folded.open = false
})
`
