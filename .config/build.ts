/**
 * Builds what would be published: each package's `src` becomes its `dist`, file by file, so that a stack trace reads like the source
 * and an auditor can compare the two. `pnpm types` judges the types; this only writes them down.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { z } from 'zod';

export const root = fileURLToPath(new URL('..', import.meta.url));

const published = z.object({ types: z.string(), default: z.string() });

const manifest = z.object({
  name: z.string(),
  description: z.string(),
  private: z.boolean().optional(),
  exports: z.record(z.string(), z.string()),
  publishConfig: z.object({ exports: z.record(z.string(), published), bin: z.record(z.string(), z.string()).optional() }),
});

export interface Package {
  folder: string;
  manifest: z.infer<typeof manifest>;
}

/** Every package that is published, by folder name. */
export function publishedPackages(): Package[] {
  return readdirSync(join(root, 'packages'))
    .map((name) => join(root, 'packages', name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))) }))
    .filter((one) => one.manifest.private !== true);
}

/** `./dist/a.js` → `./src/a.ts` */
export function sourceOf(path: string): string {
  return path.replace('./dist/', './src/').replace(/\.js$/, '.ts');
}

/** The compiler rewrites `./a.ts` to `./a.js` in code and leaves it in declarations, which then point at files nobody gets. */
const declarationImports: ts.TransformerFactory<ts.SourceFile | ts.Bundle> = (context) => (file) => {
  const built = (specifier: ts.Expression): ts.StringLiteral | undefined =>
    ts.isStringLiteral(specifier) && /^\.\.?\/.*\.tsx?$/.test(specifier.text)
      ? context.factory.createStringLiteral(specifier.text.replace(/\.tsx?$/, '.js'), true)
      : undefined;
  const visit = (node: ts.Node): ts.Node => {
    const specifier = ts.isStringLiteral(node) && isSpecifier(node) ? built(node) : undefined;
    return specifier ?? ts.visitEachChild(node, visit, context);
  };
  return ts.isBundle(file) ? file : ts.visitEachChild(file, visit, context);
};

function isSpecifier(node: ts.StringLiteral): boolean {
  const { parent } = node;
  if (parent === undefined) return true;
  return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isImportTypeNode(parent) || ts.isLiteralTypeNode(parent);
}

function compilerOptions(): ts.CompilerOptions {
  const { config, error } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const written = {
    noEmit: false,
    declaration: true,
    sourceMap: true,
    inlineSources: true,
    rewriteRelativeImportExtensions: true,
    noCheck: true,
  };
  return { ...ts.convertCompilerOptionsFromJson(config.compilerOptions, root).options, ...written };
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, 'src', name));
}

/**
 * Builds all packages in one program, since they read each other's types. Throws where something cannot be written down; see `pnpm
 * types`.
 */
export function build(packages: readonly Package[]): void {
  const program = ts.createProgram(
    packages.flatMap(({ folder }) => sourcesIn(folder)),
    compilerOptions(),
  );
  for (const { folder } of packages) rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const { diagnostics } = program.emit(undefined, writeBuilt, undefined, false, { afterDeclarations: [declarationImports] });
  const wrong = [...program.getSyntacticDiagnostics(), ...diagnostics];
  if (wrong.length > 0)
    throw new Error(
      ts.formatDiagnostics(wrong, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }),
    );
  // Programs in one file are built already, and lie beside the source.
  for (const { folder } of packages)
    for (const name of readdirSync(join(folder, 'src')))
      if (name.endsWith('.mjs')) copyFileSync(join(folder, 'src', name), join(folder, 'dist', name));
  // The licence asks that the notice travels with every copy; `pnpm pack` adds the licence itself.
  for (const { folder } of packages) copyFileSync(join(root, 'NOTICE'), join(folder, 'dist', 'NOTICE'));
}

function writeBuilt(path: string, text: string): void {
  const to = path.split('/').join(sep).replace(`${sep}src${sep}`, `${sep}dist${sep}`);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build(publishedPackages());
