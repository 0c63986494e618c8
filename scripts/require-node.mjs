// Kept to syntax that old versions of Node understand, so that they can say what they lack.
const major = Number(process.versions.node.split('.')[0])
const minor = Number(process.versions.node.split('.')[1])

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    'Beckon needs Node 20.19 or newer, and this is Node ' + process.versions.node + '. See https://nodejs.org',
  )
  process.exit(1)
}
