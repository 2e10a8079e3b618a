/**
 * One operation of a request that can't be read, whatever the documents are.
 *
 *   throw new InvalidOperation('Unknown operation "merge"')
 *
 * Collected while a request is read, so that a caller learns of all malformed operations at once.
 */
export class InvalidOperation extends Error {}
