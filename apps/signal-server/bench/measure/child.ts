import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { bundle } from './bundle.ts'

/** A process of the bench that answers one question at a time. */
export interface Child<Question, Answer> {
  pid: number
  ask(question: Question): Promise<Answer>
  stop(): Promise<void>
}

/** As `npm start` runs the server; the raw parts are run alike. */
const asStarted = ['--max-semi-space-size=32']

/** Bundles a module, starts it as a process of its own and waits for its first message. */
export async function startChild<Ready, Question = never, Answer = never>(
  module: URL,
  args: object,
  execArgv: string[] = [],
): Promise<{ ready: Ready; child: Child<Question, Answer> }> {
  const child = fork(await bundle(module), [JSON.stringify(args)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [...asStarted, ...execArgv],
  })
  const ready = (await nextMessage(child)) as Ready
  const { pid } = child
  if (pid === undefined) throw new Error(`${module.pathname} did not start`)
  return {
    ready,
    child: {
      pid,
      ask(question) {
        child.send(question as object | string)
        return nextMessage(child) as Promise<Answer>
      },
      async stop() {
        if (child.exitCode !== null || child.signalCode !== null) return
        child.kill('SIGTERM')
        await once(child, 'exit')
      },
    },
  }
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`${child.spawnfile} ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}
