/** Characters that print nothing: advice where to break a line, controls (LibreOffice leaves those of Word's fields). */
export const silent = /(?:[\u00ad\u200b\ufeff]|(?!\s)\p{Cc})+/gu
