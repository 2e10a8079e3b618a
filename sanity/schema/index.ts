/** The whole vocabulary, in the order in which the Studio offers it. */
import { article } from './article.ts'
import { attribution } from './attribution.ts'
import { channel } from './channel.ts'
import { correction } from './correction.ts'
import { creditLine } from './creditLine.ts'
import { picture } from './picture.ts'
import { profile } from './profile.ts'
import { provenance } from './provenance.ts'
import { recommended } from './recommended.ts'
import { rights } from './rights.ts'
import { section } from './section.ts'
import { site } from './site.ts'
import { source } from './source.ts'

export const schemaTypes = [
  article,
  profile,
  channel,
  source,
  site,
  section,
  attribution,
  creditLine,
  picture,
  correction,
  recommended,
  provenance,
  rights,
]
