/** Built and served as the newsroom's own Studio is. */
export { default } from '../../../../sanity/sanity.cli.ts'
