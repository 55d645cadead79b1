/** The language of texts that have too few words to tell theirs: most short drafts and negotiating texts are in it. */
export const fallbackLanguage = 'en'
