/** What is not written here, and what to write instead. `test/tidy.test.ts` holds the files to it, and each ban to its own proof. */
import ts from 'typescript';
import { outOfPlace } from './rooms.ts';

export interface Ban {
  name: string;
  /** What to write instead: every ban names its replacement. */
  instead: string;
  /** Which files it is about. */
  where: (path: string) => boolean;
  /** The lines, counted from 1, on which it is broken. */
  find: (file: SourceText) => number[];
}

export interface SourceText {
  path: string;
  text: string;
  /** Read only for TypeScript; strings and comments are told apart from code by it. */
  tree: ts.SourceFile;
}

export function sourceText(path: string, text: string): SourceText {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** In characters. */
export const LONGEST_LINE = 140;

/** In lines of its own: those of a function within it are that function's. */
export const LONGEST_FUNCTION = 50;

const isCode = (path: string): boolean => /\.(ts|tsx|mts|mjs)$/.test(path);
const isSource = (path: string): boolean => /^packages\/[^/]+\/src\//.test(path) && isCode(path);
const isDomain = (path: string): boolean => path.startsWith('packages/core/src/domain/') && isCode(path);
const isPure = (path: string): boolean => isDomain(path) || (path.startsWith('packages/vietnam/src/') && isCode(path));
const isTest = (path: string): boolean => /(^|\/)test\/|\.test\.tsx?$/.test(path) && isCode(path);
const isText = (path: string): boolean => !/\.(gz|png|jpg|ico|woff2?)$/.test(path);

function nodes(found: (node: ts.Node) => boolean): Ban['find'] {
  return ({ tree }) => {
    const lines: number[] = [];
    const visit = (node: ts.Node): void => {
      if (found(node)) lines.push(lineOf(tree, node.getStart(tree)));
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return lines;
  };
}

function lineOf(tree: ts.SourceFile, at: number): number {
  return tree.getLineAndCharacterOfPosition(at).line + 1;
}

function lines(found: (line: string) => boolean): Ban['find'] {
  return ({ text }) => text.split('\n').flatMap((line, index) => (found(line) ? [index + 1] : []));
}

/** Comments alone, by where they start: a word in a string is data, and `//` in a text is no comment. */
function commentsOf({ text, tree }: SourceText): Map<number, string> {
  const found = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    const ranges = [...(ts.getLeadingCommentRanges(text, node.pos) ?? []), ...(ts.getTrailingCommentRanges(text, node.end) ?? [])];
    // Text between JSX tags is text, whatever it looks like.
    if (!ts.isJsxText(node)) for (const { pos, end } of ranges) found.set(pos, text.slice(pos, end));
    for (const child of node.getChildren(tree)) visit(child);
  };
  visit(tree);
  return found;
}

function comments(wrong: RegExp): Ban['find'] {
  return (file) => [...commentsOf(file)].filter(([, comment]) => wrong.test(comment)).map(([at]) => lineOf(file.tree, at));
}

function longComments(file: SourceText): number[] {
  const rows = file.text.split('\n');
  const commented = [...commentsOf(file)].flatMap(([at, comment]) => comment.split('\n').map((_, index) => lineOf(file.tree, at) + index));
  return [...new Set(commented)].filter((line) => (rows[line - 1]?.length ?? 0) > LONGEST_LINE);
}

function isMember(node: ts.Node, object: string, ...names: string[]): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === object &&
    names.includes(node.name.text)
  );
}

function isGlobal(node: ts.Node, ...names: string[]): boolean {
  return ts.isIdentifier(node) && names.includes(node.text) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
}

function isDateMade(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && isGlobal(node.expression, 'Date');
}

/** `it.each(…).skip` has its root in `it`. */
function rootOf(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) || ts.isCallExpression(node) ? rootOf(node.expression) : undefined;
}

const quiet = ['skip', 'skipIf', 'runIf', 'only', 'todo', 'fails'];
const runners = ['it', 'test', 'describe', 'suite', 'context', 'ctx', 'task'];

/** Patterns that stand as values in what `toMatchObject` is given; those handed to a function are that function's. */
function barePatterns(node: ts.Node): boolean {
  const isPattern = ts.isRegularExpressionLiteral(node) || (ts.isNewExpression(node) && isGlobal(node.expression, 'RegExp'));
  if (!isPattern) return false;
  let at: ts.Node = node;
  while (!ts.isCallExpression(at.parent) && !ts.isSourceFile(at.parent) && !ts.isFunctionLike(at.parent)) at = at.parent;
  const call = at.parent;
  return ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'toMatchObject';
}

function longFunctions({ tree }: SourceText): number[] {
  const found: number[] = [];
  const own = (node: ts.Node): number => {
    const size = lineOf(tree, node.end) - lineOf(tree, node.getStart(tree)) + 1;
    const within = functionsWithin(node).reduce((sum, inner) => sum + lineOf(tree, inner.end) - lineOf(tree, inner.getStart(tree)), 0);
    return size - within;
  };
  const visit = (node: ts.Node): void => {
    if (hasBody(node) && own(node) > LONGEST_FUNCTION) found.push(lineOf(tree, node.getStart(tree)));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function hasBody(node: ts.Node): boolean {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

/** The outermost functions inside a function. */
function functionsWithin(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (child: ts.Node): void => {
    if (hasBody(child)) found.push(child);
    else ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

export const bans: readonly Ban[] = [
  {
    name: 'no wall clock in the domain',
    instead: 'a legal day or an instant that comes in with the command; calendar.ts alone may make a Date, from a day it was given',
    where: isPure,
    find: (file) => {
      const calendar = file.path.endsWith('/domain/calendar.ts');
      const made = (node: ts.Node): boolean => isDateMade(node) && (!calendar || (node.arguments ?? []).length === 0);
      return nodes((node) => isMember(node, 'Date', 'now') || isMember(node, 'performance', 'now') || made(node))(file);
    },
  },
  {
    name: 'no chance in the domain',
    instead: 'an id derived from the command id, or a value that comes in with the command',
    where: isPure,
    find: nodes((node) => isMember(node, 'Math', 'random') || isMember(node, 'crypto', 'randomUUID', 'getRandomValues')),
  },
  {
    name: 'no promise in the domain',
    instead: 'a value loaded before decide is called: run/engine.ts is the place that waits',
    where: isPure,
    find: nodes(
      (node) =>
        node.kind === ts.SyntaxKind.AsyncKeyword ||
        node.kind === ts.SyntaxKind.AwaitKeyword ||
        ts.isAwaitExpression(node) ||
        (isGlobal(node, 'Promise') && !ts.isTypeReferenceNode(node.parent)),
    ),
  },
  {
    name: 'no timer in the domain',
    instead: 'an entry in a clock’s ledger; run/watch.ts turns clocks that ran out into commands',
    where: isPure,
    find: nodes((node) => isGlobal(node, 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask')),
  },
  {
    name: 'no any',
    instead: 'unknown, and a schema or a check that narrows it',
    where: isCode,
    find: nodes((node) => node.kind === ts.SyntaxKind.AnyKeyword),
  },
  {
    name: 'no silenced compiler',
    instead: 'the right type; a test of types may say @ts-expect-error',
    where: isCode,
    find: (file) => comments(isTest(file.path) ? /@ts-(ignore|nocheck)/ : /@ts-(ignore|nocheck|expect-error)/)(file),
  },
  {
    name: 'no note to do it later',
    instead: 'the thing itself, or an issue',
    where: isCode,
    find: comments(/\b(TODO|FIXME|XXX|HACK)\b/),
  },
  {
    name: 'no quiet skip',
    instead: 'describeIf(ready, reason, title, suite) of .config/loud-skip.ts, whose reason ends every run',
    where: (path) => isTest(path) && path !== '.config/loud-skip.ts',
    find: nodes(
      (node) => ts.isPropertyAccessExpression(node) && quiet.includes(node.name.text) && runners.includes(rootOf(node.expression) ?? ''),
    ),
  },
  {
    name: 'no pattern inside toMatchObject',
    instead: 'expect.stringMatching(pattern): a pattern by itself is compared with nothing there, and whatever stands in its place passes',
    where: isTest,
    find: nodes(barePatterns),
  },
  {
    name: 'no name that says nothing',
    instead: 'the noun of what is inside: calendar, refusal, record',
    where: () => true,
    find: ({ path }) => (/(^|[/.-])(utils?|helpers?|common|managers?|services?|base|impl)([/.-]|$)/i.test(path) ? [1] : []),
  },
  {
    name: 'no file out of its room',
    instead: 'a room listed in .config/rooms.ts',
    where: () => true,
    find: ({ path }) => (outOfPlace(path) === undefined ? [] : [1]),
  },
  {
    name: 'no long line in a comment',
    instead: `at most ${LONGEST_LINE} characters; the formatter breaks code, and leaves long only a text that is read in one piece`,
    where: isCode,
    find: longComments,
  },
  {
    name: 'no long function',
    instead: `at most ${LONGEST_FUNCTION} lines of its own: name a step, and call it`,
    where: isSource,
    find: longFunctions,
  },
  {
    name: 'no path of one machine',
    instead: 'a path relative to the repository, or a temporary folder asked from the system',
    where: isText,
    find: lines((line) => /(?<![\w.~-])\/(work|root|home|Users|tmp)\/\w|[A-Z]:\\Users\\/.test(line)),
  },
  {
    name: 'no registry in a file',
    instead: 'nothing: every machine has its own, and the lockfile’s checksums hold for all',
    where: isText,
    find: lines((line) =>
      /\btarball:\s*\S*\/\/|\bregistry(-url)?\s*=|\/\/[^\s/'"]*(registry|npmmirror|artifactory|verdaccio|nexus)[^\s/'"]*\//i.test(line),
    ),
  },
];
