import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import ts from 'typescript'

/** Modules in the order in which they need each other, starting with those that need none. */
const inOrder = (file, seen = new Set()) => {
  if (seen.has(file)) return seen
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'))
  for (const { fileName } of importedFiles) {
    if (fileName.startsWith('./')) inOrder(resolve(dirname(file), fileName), seen)
  }
  return seen.add(file)
}

const declarationsOf = (files) => {
  const texts = new Map()
  const program = ts.createProgram(files, {
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
  })
  const { diagnostics, emitSkipped } = program.emit(undefined, (name, text) => texts.set(basename(name), text))
  if (emitSkipped || diagnostics.length > 0) throw new Error('The declarations of the SDK could not be made.')
  return files.map((file) => texts.get(basename(file).replace(/\.ts$/, '.d.ts')) ?? '')
}

/** Names that index.ts passes on; all others stay unseen. */
const publicNames = (index) =>
  new Set(
    [...index.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, names]) =>
      names.split(',').map((name) => name.replace('type ', '').trim()),
    ),
  )

const joinsModules = (line) => ['import ', 'export {', 'export type {'].some((start) => line.startsWith(start))

const withoutImports = (text) =>
  text
    .split('\n')
    .filter((line) => !joinsModules(line))
    .join('\n')

const hideOthers = (text, names) =>
  text.replace(/^export ((?:declare )?(?:interface|type|class|const) (\w+))/gm, (whole, rest, name) =>
    names.has(name) ? whole : rest.startsWith('declare') ? rest : `declare ${rest}`,
  )

/** One declaration file from a few small modules: names are unique across them, so they are joined as they are. */
export const declarations = (input, outputs) => ({
  name: 'declarations',
  writeBundle() {
    const files = [...inOrder(input)]
    const names = publicNames(readFileSync(input, 'utf8'))
    const text = declarationsOf(files)
      .map((part) => hideOthers(withoutImports(part), names))
      .join('')
    for (const output of outputs) writeFileSync(output, `${text}export {};\n`)
  },
})
