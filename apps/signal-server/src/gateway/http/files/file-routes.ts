import { Readable } from 'node:stream'
import type { Principal, Program } from '@beckon/shared/model/principal'
import { FileParams, FilePartQuery } from '@beckon/shared/protocol/file'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { readFileBytes } from '../../../stores/read-file.ts'
import { SiteQuery } from '../console/site-query.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { FilePartShape } from '../shapes.ts'
import { contentDisposition } from './content-disposition.ts'
import { findFile } from './find-file.ts'
import { createFileReceiver } from './receive-part.ts'

interface FileDoor {
  /** `/widget/api/files` or `/api/v1/files`. */
  path: string
  /** Only people send files. */
  senderOf(request: FastifyRequest): Principal
  readerOf(request: FastifyRequest): Principal | Program
}

/** Files come in parts and go out as attachments; the same under both names. */
export async function fileRoutes(scope: FastifyInstance, options: HttpGatewayOptions, door: FileDoor): Promise<void> {
  await scope.register(async (inner) => {
    // Who asks, for what and how often is judged before a byte of the body is read.
    inner.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body))
    addUpload(inner, options, door)
    addDownload(inner, options, door)
  })
}

function addUpload(scope: FastifyInstance, options: HttpGatewayOptions, { path, senderOf }: FileDoor): void {
  const receive = createFileReceiver(options)
  scope.withTypeProvider<ZodTypeProvider>().post(
    `${path}/:fileId`,
    {
      config: { access: 'file:upload' },
      schema: {
        summary: 'One part of a file, as raw bytes; `file:send` makes the whole an entry',
        consumes: ['application/octet-stream'],
        params: FileParams,
        querystring: FilePartQuery,
        response: { 200: FilePartShape },
      },
    },
    (request) => {
      const { fileId } = request.params
      const { stream: streamId, size, offset } = request.query
      const body = request.body as Readable | null
      return receive(senderOf(request), { fileId, streamId, size, offset }, request.headers, body)
    },
  )
}

function addDownload(scope: FastifyInstance, options: HttpGatewayOptions, { path, readerOf }: FileDoor): void {
  scope.withTypeProvider<ZodTypeProvider>().get(
    `${path}/:fileId`,
    {
      config: { access: 'file:read' },
      exposeHeadRoute: false,
      schema: { summary: 'A file that was sent, as an attachment', params: FileParams, querystring: SiteQuery },
    },
    async (request, reply) => {
      const file = await findFile(options, readerOf(request), request.params.fileId)
      const tag = `"${file.hash}"`
      reply.headers({
        // Kept by this browser alone, and asked for again each time: a right may end.
        'cache-control': 'private, no-cache',
        etag: tag,
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      })
      if (request.headers['if-none-match'] === tag) return reply.code(304).send()
      return reply
        .headers({
          'content-type': file.type,
          'content-length': file.size,
          'content-disposition': contentDisposition(file.name),
        })
        .send(Readable.from(readFileBytes(options.db, file), { objectMode: false }))
    },
  )
}
