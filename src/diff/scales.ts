/**
 * Scales of force as data, by the grammar's verb ids.
 *
 * The scale that decides is the grammar's own (`force` on every phrase). There
 * is no official one, so the published ones are asked for their dissent.
 */

export interface Scale {
  id: string
  source: string
  /** Rank of a verb, weak to strong. Verbs that the source does not rank are absent. */
  ranks: Readonly<Record<string, number>>
}

function ranked(...steps: readonly (readonly string[])[]): Record<string, number> {
  return Object.fromEntries(steps.flatMap((step, rank) => step.map((verb) => [verb, rank] as const)))
}

export const publishedScales: readonly Scale[] = [
  {
    id: 'gruenberg-2009',
    source:
      'Gruenberg, An Analysis of United Nations Security Council Resolutions, 41 Case W. Res. J. Int’l L. 513',
    ranks: ranked(['decide'], ['call-upon'], ['recommend'], ['request'], ['urge'], ['warn'], ['demand']),
  },
  {
    id: 'mun-es',
    source: 'Spanish-language Model United Nations manuals: solicita < exhorta < insta < exige',
    ranks: ranked(['request'], ['call-upon'], ['urge'], ['demand']),
  },
]

/** Degrees of one stance, weak to strong. */
export const stanceScales: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  approval: ranked(
    ['take-note', 'note'],
    ['welcome'],
    ['appreciate', 'commend'],
    ['endorse'],
    ['approve', 'adopt'],
  ),
  disapproval: ranked(['regret'], ['deplore'], ['condemn']),
  commitment: ranked(
    ['recall'],
    ['reiterate'],
    ['reaffirm'],
    ['recommit'],
    ['commit', 'pledge', 'undertake'],
  ),
}
