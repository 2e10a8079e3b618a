/**
 * The generations of pages that are known by their places, each in a file of its own: the first whose signs all stand on a page is its
 * template. The order within an outlet is from the strictest signs to the loosest.
 */
import { CAIXIN_2018 } from './caixin-2018.ts'
import { CHINANEWS_2010 } from './chinanews-2010.ts'
import { GUANGMING_2019 } from './guangming-2019.ts'
import { NETEASE_2012 } from './netease-2012.ts'
import { NETEASE_2016 } from './netease-2016.ts'
import { PEOPLE_2009 } from './people-2009.ts'
import { PEOPLE_2016 } from './people-2016.ts'
import { PEOPLE_2021 } from './people-2021.ts'
import { PEOPLE_CHANNEL } from './people-channel.ts'
import { SINA_2010 } from './sina-2010.ts'
import { SINA_2016 } from './sina-2016.ts'
import { THEPAPER_2016 } from './thepaper-2016.ts'
import { XINHUA_2019 } from './xinhua-2019.ts'
import { XINHUA_2021 } from './xinhua-2021.ts'
import type { Template } from './template.ts'

export const TEMPLATES: readonly Template[] = [
  PEOPLE_2016,
  PEOPLE_2021,
  PEOPLE_CHANNEL,
  PEOPLE_2009,
  CAIXIN_2018,
  CHINANEWS_2010,
  GUANGMING_2019,
  NETEASE_2012,
  NETEASE_2016,
  SINA_2010,
  SINA_2016,
  THEPAPER_2016,
  XINHUA_2019,
  XINHUA_2021,
]
