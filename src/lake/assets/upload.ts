/**
 * POST /assets/images/:dataset and /assets/files/:dataset: bytes in, asset document out.
 *
 *   POST …/assets/images/production?filename=a.jpg   →  {"document":{"_id":"image-<sha1>-40x20-jpg","url":"http…",…}}
 *
 * The same bytes give the same document, however often and under whatever name they come.
 */
import { createHash } from 'node:crypto'
import { answerJson } from '../answer.ts'
import { readBytes } from '../body.ts'
import type { Call, LakeContext } from '../context.ts'
import { editorOf } from '../editor.ts'
import { httpError } from '../error.ts'
import type { JsonObject } from '../json.ts'
import { ASSET_BYTES } from '../limit.ts'
import { transact } from '../mutate/transact.ts'
import { randomId } from '../random.ts'
import { describeImage } from './describe.ts'
import { extensionOf, mimeOf } from './mime.ts'
import { type AssetKind, type AssetName, fileName, imageName } from './name.ts'

interface Described {
  readonly name: AssetName
  readonly extension: string
  readonly metadata?: JsonObject
}

export function uploadEndpoint(kind: AssetKind): (context: LakeContext, call: Call) => Promise<Response> {
  return async (context, { request, url }) => {
    const bytes = await readBytes(request, ASSET_BYTES)
    if (bytes.length === 0) throw httpError(400, 'Expected the bytes of a file as the body, found none')
    const sha1 = createHash('sha1').update(bytes).digest('hex')
    const described = await (kind === 'images' ? describePicture(bytes, sha1) : describeFile(request, url, sha1))
    const document = { ...assetDocument(context, kind, described, sha1, bytes.length), ...stated(url.searchParams) }
    const { results } = transact(context, {
      operations: [{ kind: 'createIfNotExists', document }],
      author: editorOf(request.headers.get('cookie')).id,
      alongside: (transaction) => transaction.putAsset(described.name.id, mimeOf(described.extension), bytes),
    })
    return answerJson({ document: results[0]?.document })
  }
}

async function describePicture(bytes: Buffer, sha1: string): Promise<Described> {
  const { extension, width, height, metadata } = await describeImage(bytes)
  return { name: imageName(sha1, width, height, extension), extension, metadata }
}

function describeFile(request: Request, url: URL, sha1: string): Described {
  const named = /\.([a-z0-9]{1,10})$/i.exec(url.searchParams.get('filename') ?? '')?.[1]?.toLowerCase()
  const extension = named ?? extensionOf(request.headers.get('content-type') ?? '')
  return { name: fileName(sha1, extension), extension }
}

function assetDocument(
  context: LakeContext,
  kind: AssetKind,
  { name, extension, metadata }: Described,
  sha1: string,
  size: number,
): JsonObject {
  const path = `${kind}/${context.projectId}/${context.dataset}/${name.file}`
  return {
    _id: name.id,
    _type: kind === 'images' ? 'sanity.imageAsset' : 'sanity.fileAsset',
    assetId: sha1,
    extension,
    ...(metadata === undefined ? {} : { metadata }),
    mimeType: mimeOf(extension),
    path,
    sha1hash: sha1,
    size,
    uploadId: randomId(),
    url: `${context.publicUrl}/${path}`,
  }
}

/** What the uploader says about the file, under the names the asset document has for it. */
function stated(searchParams: URLSearchParams): JsonObject {
  const said: JsonObject = {}
  const filename = searchParams.get('filename')
  if (filename !== null) said['originalFilename'] = filename
  for (const name of ['label', 'title', 'description', 'creditLine']) {
    const value = searchParams.get(name)
    if (value !== null) said[name] = value
  }
  const [id, name, url] = ['sourceId', 'sourceName', 'sourceUrl'].map((key) => searchParams.get(key))
  if (id && name) said['source'] = { id, name, ...(url ? { url } : {}) }
  return said
}
