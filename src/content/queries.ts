/**
 * What the site asks of the lake: every query, in one place.
 *
 *   client.fetch(SITE)  →  { title: '禾风网', … } | null
 *
 * Parameters only, never a value pasted into GROQ. Articles come in pages of documents by ascending `_id`
 * (the way Sanity recommends for large sets: https://www.sanity.io/docs/groq-cookbook, “pagination”), whole, because an archived
 * page prints nearly every field it has; names are joined in the model from PROFILES, SOURCES and CHANNELS, each fetched once.
 */
import { defineQuery } from 'groq'

export const SITE = defineQuery(`*[_type == "site" && _id == "site"][0]`)

export const CHANNELS = defineQuery(`*[_type == "channel"] | order(_id)`)

export const SOURCES = defineQuery(`*[_type == "source"] | order(_id)`)

export const PROFILES = defineQuery(`*[_type == "profile" && _id > $after] | order(_id) [0...$most]`)

export const ARTICLES = defineQuery(`*[_type == "article" && _id > $after] | order(_id) [0...$most]`)

export const PICTURES = defineQuery(
  `*[_type == "sanity.imageAsset" && _id > $after] | order(_id) [0...$most]{ _id, path, sha1hash, size, "width": metadata.dimensions.width, "height": metadata.dimensions.height, "colour": select(metadata.isOpaque == true => metadata.palette.dominant.background) }`,
)

export const COUNTS = defineQuery(
  `{ "site": count(*[_type == "site" && _id == "site"]), "channels": count(*[_type == "channel"]), "sources": count(*[_type == "source"]), "profiles": count(*[_type == "profile"]), "pictures": count(*[_type == "sanity.imageAsset"]), "articles": count(*[_type == "article"]) }`,
)

/** Of one type, whatever it is: the store checks these by hand, for no type tells what a parameter names. */
export const HEADS = `*[_type == $type && _id > $after] | order(_id) [0...$most]{_id, _type, _rev, _updatedAt}`

export const DOCUMENTS = `*[_id in $ids]`
