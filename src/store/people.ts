/**
 * People by name, by the initial of it and by the picture that is their portrait.
 *
 *   filePerson(db, { _id: 'profile-han-ling', name: '韩岭', … })   →  rows ('name', '韩岭', …), ('initial', '韩', …)
 */
import { PROFILE_KEYS, type ProfileIndex } from '../content/catalogue.ts'
import type { ProfileDocument } from '../content/documents.ts'
import type { Database } from './database.ts'

const INDEXES = ['name', 'initial', 'portrait'] as const satisfies readonly ProfileIndex[]

export function filePerson(db: Database, profile: ProfileDocument): void {
  for (const by of INDEXES) {
    const key = PROFILE_KEYS[by](profile)
    if (key !== undefined) db.run('INSERT INTO person (by, key, id) VALUES (?, ?, ?)', by, key, profile._id)
  }
}

export function unfilePerson(db: Database, profile: ProfileDocument): void {
  for (const by of INDEXES) {
    const key = PROFILE_KEYS[by](profile)
    if (key !== undefined) db.run('DELETE FROM person WHERE by = ? AND key = ? AND id = ?', by, key, profile._id)
  }
}
