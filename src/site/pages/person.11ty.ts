/** One page for each person: `/people/….html`. */
import type { PersonPage } from '../../content/people.ts'
import { personView } from '../views/person.ts'
import { attempt } from './printed.ts'

export const data = {
  pagination: { data: 'archive.people', size: 1, alias: 'model' },
  permalink: ({ model }: { model: PersonPage }): string => model.address,
  eleventyExcludeFromCollections: true,
}

export const render = ({ model }: { model: PersonPage }): string => attempt(() => personView(model).text)
