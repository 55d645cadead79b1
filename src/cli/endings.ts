/** Endings of the documents that are taken from a folder. */
export const endingsOfDocuments = [
  'docx',
  'pdf',
  'html',
  'htm',
  'akn',
  'xml',
  'md',
  'markdown',
  'txt',
  'json',
]
