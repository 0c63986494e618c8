import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import type { LogLevel } from './config.ts'

/** Field names that never reach the log, wherever they stand: what people write, who they are, and what opens doors. */
const secretFields = [
  'password',
  'token',
  'secret',
  'secretKey',
  'cookie',
  'authorization',
  'code',
  'credential',
  'identity',
  'text',
  'body',
  'note',
  'comment',
  'email',
  'phone',
  'name',
  'databaseUrl',
]

/** pino matches a path exactly, so each depth is listed. */
const redactedPaths = secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`, `*.*.*.${field}`])

export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    redact: { paths: [...redactedPaths, '*.headers["set-cookie"]', 'headers["set-cookie"]'], censor: '[redacted]' },
    // Without a message of its own a line would repeat the error's, past the serializer.
    hooks: {
      logMethod(args, method) {
        const [first, message] = args
        if (typeof first === 'string' || typeof message === 'string') method.apply(this, args)
        else method.apply(this, [first, 'error'])
      },
    },
    serializers: { err: describeError, error: describeError, req: describeRequest },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/**
 * Type, message, stack and a symbol for the kind of error. A database error's detail, where and query parameters are
 * left out: they quote the values of rows.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const kind = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : null
  return { type: error.name, message: withoutValues(error), kind, stack: stackWithoutMessage(error) }
}

/** PostgreSQL quotes the offending value after a colon in errors of class 22 (data exception): it is cut off. */
function withoutValues(error: Error): string {
  const sqlState = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const message = sqlState.startsWith('22') ? error.message.replace(/:.*$/s, '') : error.message
  return message.replace(/postgres(ql)?:\/\/\S+/g, 'postgresql://[redacted]')
}

const stackWithoutMessage = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')

/** The query of an address may hold codes and tokens, so only its path is kept. */
function describeRequest(request: unknown): object {
  if (typeof request !== 'object' || request === null) return {}
  const { method, url, id } = request as { method?: unknown; url?: unknown; id?: unknown }
  return { id, method, path: typeof url === 'string' ? url.split('?')[0] : undefined }
}
