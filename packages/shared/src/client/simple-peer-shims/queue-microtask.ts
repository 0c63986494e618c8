const queue = (task: () => void): void => queueMicrotask(task)
export { queue as 'module.exports', queue as default }
