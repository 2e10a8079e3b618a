/**
 * The content model as JSON Schema 2020-12, made from what `sanity schema extract` writes, so that anyone can check the opened data.
 *
 *   jsonSchema(extracted)  →  { $schema: '…/2020-12/schema', oneOf: [{ $ref: '#/$defs/article' }, …], $defs: { article: { type: 'object', … }, … } }
 *
 * Further attributes are allowed everywhere: Sanity adds its own, and a newer Studio may write more.
 */
import type { SchemaType, TypeNode } from 'groq-js'
import { isSchema } from '../content/types.ts'

/** What `sanity/schema.json` holds, typed; throws when it is no extracted schema. */
export function extractedSchema(value: unknown): SchemaType {
  if (isSchema(value)) return value
  throw new Error('expected sanity/schema.json as `sanity schema extract` writes it; run npm run schema')
}

export function jsonSchema(extracted: SchemaType): object {
  const documents = extracted.filter(({ type }) => type === 'document').map(({ name }) => ({ $ref: `#/$defs/${name}` }))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    oneOf: documents,
    $defs: Object.fromEntries(
      extracted.map((entry) => [
        entry.name,
        nodeSchema(entry.type === 'document' ? { type: 'object', attributes: entry.attributes } : entry.value),
      ]),
    ),
  }
}

function nodeSchema(node: TypeNode): object {
  switch (node.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return node.value === undefined ? { type: node.type } : { const: node.value }
    case 'null':
      return { type: 'null' }
    case 'array':
      return { type: 'array', items: nodeSchema(node.of) }
    case 'union':
      return { anyOf: node.of.map(nodeSchema) }
    case 'inline':
      return { $ref: `#/$defs/${node.name}` }
    case 'unknown':
      return {}
    case 'object': {
      const own = {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(node.attributes).map(([name, { value }]) => [name, nodeSchema(value)]),
        ),
        required: Object.entries(node.attributes).flatMap(([name, { optional }]) => (optional === true ? [] : [name])),
      }
      return node.rest === undefined ? own : { allOf: [own, nodeSchema(node.rest)] }
    }
  }
}
