/**
 * Figures for whoever draws curves, in Prometheus's text format (https://prometheus.io/docs/instrumenting/exposition_formats/).
 *
 *   formatMetrics(status, counts, hooks)
 *     →  '# HELP zebian_releases_total Releases made.\n# TYPE zebian_releases_total counter\nzebian_releases_total 7\n…'
 */
import type { Counts, Status } from './publisher/status.ts'

type Sample = [labels: Record<string, string>, value: number]

export function formatMetrics(status: Status, counts: Counts, hooks: ReadonlyMap<number, number>, now: Date): string {
  const age = status.madeAt === undefined ? undefined : (now.getTime() - Date.parse(status.madeAt)) / 1000
  const parts = Object.entries(counts.parts).map(([part, ms]): Sample => [{ part }, ms / 1000])
  const states = ['live', 'waiting', 'building', 'failed', 'held']
  return [
    family(
      'zebian_hooks_total',
      'counter',
      'Hooks answered, by status.',
      [...hooks].map(([code, n]): Sample => [{ code: String(code) }, n]),
    ),
    family('zebian_hooks_waiting', 'gauge', 'Hooks on disk that are not on the site yet.', [[{}, status.waiting]]),
    family('zebian_releases_total', 'counter', 'Releases made.', [[{}, counts.releases]]),
    family('zebian_unchanged_total', 'counter', 'Builds that changed nothing.', [[{}, counts.unchanged]]),
    family('zebian_failures_total', 'counter', 'Builds and looks at the lake that failed.', [[{}, counts.failures]]),
    family('zebian_differences_total', 'counter', 'Documents that no hook had told of.', [[{}, counts.differences]]),
    family('zebian_quarantined', 'gauge', 'Documents left out of the release.', [[{}, status.quarantined.length]]),
    family(
      'zebian_state',
      'gauge',
      '1 for the state that publishing is in.',
      states.map((state): Sample => [{ state }, Number(state === status.state)]),
    ),
    family(
      'zebian_release',
      'gauge',
      'Number of the release that readers have.',
      status.release === undefined ? [] : [[{}, Number(status.release)]],
    ),
    family('zebian_release_age_seconds', 'gauge', 'Since the release was made.', age === undefined ? [] : [[{}, age]]),
    family('zebian_last_release_seconds', 'gauge', 'Time the last release took, by part.', parts),
  ].join('')
}

function family(name: string, type: 'counter' | 'gauge', help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return ''
  const lines = samples.map(([labels, value]) => `${name}${formatLabels(labels)} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
}

function formatLabels(labels: Record<string, string>): string {
  const all = Object.entries(labels).map(([name, value]) => `${name}="${value.replaceAll(/["\\\n]/gu, '')}"`)
  return all.length === 0 ? '' : `{${all.join(',')}}`
}
