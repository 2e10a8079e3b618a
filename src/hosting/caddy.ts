/**
 * The plan as Caddy reads it.
 *
 *   caddyFile(plan, '/srv/zebian/site')  →  ':80 {\n\troot * /srv/zebian/site …'
 */
import { OPEN, SPECULATION, type Plan } from './plan.ts'

/**
 * Of headers of one name Caddy sets the one without a path last, so that each is set for paths of its own; and it knows errors by their
 * status only from 2.8 on (Debian has 2.6).
 */

/** Between backticks nothing is escaped, and no address or header of ours holds one. */
const quoted = (text: string): string => `\`${text}\``

const rows = (lines: readonly string[]): string => lines.map((line) => `\t\t${line}\n`).join('')

export function caddyFile({ always, caching, moved, gone }: Plan, root: string): string {
  return `:80 {
	root * ${quoted(root)}
	map {path} {zebian_moved} {
${rows(Object.entries(moved).map(([from, to]) => `${quoted(from)} ${quoted(encodeURI(to))}`))}		default ""
	}
	map {path} {zebian_gone} {
${rows(gone.map((address) => `${quoted(address)} 1`))}		default ""
	}
	header {
${rows(Object.entries(always).map(([name, value]) => `${name} ${quoted(value)}`))}	}
	@pages not path /pictures/*
	header @pages cache-control ${quoted(caching.pages)}
	header /pictures/* cache-control ${quoted(caching.hashed)}
	header ${OPEN.folder}* access-control-allow-origin *
	header ${OPEN.file} access-control-allow-origin *
	header ${SPECULATION} content-type application/speculationrules+json
	@moved not vars {zebian_moved} ""
	redir @moved {zebian_moved} 301
	@gone not vars {zebian_gone} ""
	handle @gone {
		file_server {
			status 410
			precompressed br gzip
		}
	}
	handle {
		file_server {
			precompressed br gzip
		}
	}
	handle_errors {
		@none expression \`{http.error.status_code} == 404\`
		handle @none {
			rewrite * /404.html
			file_server {
				status 404
				precompressed br gzip
			}
		}
	}
}
`
}
