/**
 * The store's tables.
 *
 *   document   every document that the site is made from, as the lake gave it
 *   refused    the newest revision of a document that cannot be printed, and why; its last good revision stays in `document`
 *   claim      which document each address belongs to, folded as disks fold case
 *   breach     articles that the newsroom's rules would not have let pass, and why
 *   embargo    articles that have an instant before which they are not printed
 *   head       of each article that is filed (its embargo is over), what a list prints of it
 *   list       every key of every index (src/content/entries.ts), and how many articles stand under it
 *   entry      which articles those are; `at` in milliseconds, so that the newest come first
 *   pile       entries while the store is filled, in the order in which they came
 *   person     people by name, by initial, by portrait
 *   waiting    what changed since the last release: the revision that it has of each document (null: none)
 *   page       every page that those changes can alter
 *   drawn      articles’ pages as they were drawn, each beside its revision, with the digest of what else shaped it
 *   told       what feeds and the search index say of articles, kept likewise
 *   note       single values: which lake this is a copy of, which copy it is, whether it is whole
 *
 * Keys of lists are numbers in `entry`: an article stands in some fifty lists, and their names would be most of the file.
 */

/** Another number, another shape: the file is begun anew. */
export const VERSION = 5

export const TABLES = `
CREATE TABLE document (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, rev TEXT NOT NULL, updated TEXT NOT NULL, body BLOB NOT NULL
);
CREATE INDEX document_head ON document (type, id, rev, updated);
CREATE TABLE refused (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, rev TEXT NOT NULL, verdict TEXT NOT NULL, address TEXT, body BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE claim (address TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, created TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX refused_address ON refused (address);
CREATE TABLE breach (id TEXT PRIMARY KEY, title TEXT NOT NULL, message TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE embargo (id TEXT PRIMARY KEY, until TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE head (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev TEXT NOT NULL, address TEXT NOT NULL, published TEXT NOT NULL, kicker TEXT,
  title TEXT NOT NULL, source TEXT, channel TEXT, withdrawn INTEGER NOT NULL
);
CREATE INDEX head_address ON head (address);
CREATE TABLE list (k INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL, count INTEGER NOT NULL, UNIQUE (name, key));
CREATE TABLE entry (k INTEGER NOT NULL, at INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (k, at, n)) WITHOUT ROWID;
CREATE TABLE pile (k INTEGER NOT NULL, at INTEGER NOT NULL, n INTEGER NOT NULL);
CREATE TABLE person (by TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (by, key, id)) WITHOUT ROWID;
CREATE TABLE waiting (id TEXT PRIMARY KEY, rev TEXT) WITHOUT ROWID;
CREATE TABLE page (kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE drawn (
  n INTEGER PRIMARY KEY REFERENCES document (n) ON DELETE CASCADE, template TEXT NOT NULL, page BLOB NOT NULL
);
CREATE TABLE told (
  n INTEGER NOT NULL REFERENCES document (n) ON DELETE CASCADE, what TEXT NOT NULL, template TEXT NOT NULL, text BLOB NOT NULL,
  PRIMARY KEY (n, what)
);
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`

/** What is filled from the lake, in an order in which it may be emptied. */
export const FILLED = [
  'drawn',
  'told',
  'document',
  'refused',
  'claim',
  'breach',
  'embargo',
  'head',
  'list',
  'entry',
  'pile',
  'person',
  'waiting',
  'page',
  'note',
] as const
