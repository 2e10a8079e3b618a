/** One file for each picture that a page shows, under the digest of its bytes. */
interface File {
  address: string
  base64: string
}

export const data = {
  pagination: { data: 'archive.files', size: 1, alias: 'model' },
  permalink: ({ model }: { model: File }): string => model.address,
  eleventyExcludeFromCollections: true,
}

export const render = ({ model }: { model: File }): string => model.base64
