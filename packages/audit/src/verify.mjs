/*
 * Verifies an evidence bundle of Redress: node verify.mjs FOLDER --vkey KEY
 * Needs Node 20 or later and nothing else. Built from @redress/audit; Apache-2.0.
 * Whoever forges a bundle can forge this file in it: take verifier and keys from somebody else.
 */

// packages/audit/src/verify-main.ts
import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";

// packages/audit/src/canonical.ts
var EvidenceError = class extends Error {
  code;
  says;
  constructor(code, says) {
    super(`${code}: ${says}`);
    this.name = "EvidenceError";
    this.code = code;
    this.says = says;
  }
};
var DEEPEST = 256;
var SURROGATE = /[\ud800-\udfff]/;
var LONE_SURROGATE = /[\ud800-\udfff]/u;
var ESCAPED = /[\u0000-\u001f"\\]/;
function canonicalize(value) {
  inspect(value, "$", 0);
  return new TextEncoder().encode(written(value));
}
function isCanonical(text, parsed2) {
  if (inOrder(parsed2, 0) && JSON.stringify(parsed2) === text && !text.includes("\\ud")) return true;
  try {
    return written(parsed2) === text;
  } catch (error) {
    if (error instanceof EvidenceError) return false;
    throw error;
  }
}
function inOrder(value, depth) {
  if (typeof value !== "object" || value === null) return true;
  if (depth >= DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => inOrder(item, depth + 1));
  let before = null;
  for (const key in value) {
    if (before !== null && before >= key) return false;
    before = key;
    if (!inOrder(value[key], depth + 1)) return false;
  }
  return true;
}
function written(value, depth = 0) {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return numeral(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (depth >= DEEPEST) throw new EvidenceError("too-deep", `the value lies more than ${DEEPEST} levels deep, or in a circle`);
  return Array.isArray(value) ? `[${value.map((item) => written(item, depth + 1)).join(",")}]` : members(value, depth + 1);
}
function members(value, depth) {
  const keys = Object.keys(value).sort();
  const holder = value;
  let text = "{";
  for (const key of keys) text += `${text.length > 1 ? "," : ""}${quoted(key)}:${written(holder[key], depth)}`;
  return `${text}}`;
}
function quoted(text) {
  if (SURROGATE.test(text) && LONE_SURROGATE.test(text)) throw new EvidenceError("lone-surrogate", "the text holds half a character");
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
function numeral(value) {
  if (!Number.isFinite(value)) throw new EvidenceError("not-finite", `${value} is no JSON number`);
  return String(value);
}
function inspect(value, path, depth) {
  switch (typeof value) {
    case "boolean":
      return;
    case "string":
      if (LONE_SURROGATE.test(value)) throw new EvidenceError("lone-surrogate", `${path} holds half a character`);
      return;
    case "number":
      if (!Number.isFinite(value)) throw new EvidenceError("not-finite", `${path} is ${value}`);
      return;
    case "object":
      if (value !== null) inspectInside(value, path, depth);
      return;
    case "bigint":
    case "function":
    case "symbol":
    case "undefined":
      throw new EvidenceError("not-json", `${path} is a ${typeof value}`);
  }
}
function inspectInside(value, path, depth) {
  if (depth >= DEEPEST) throw new EvidenceError("too-deep", `${path} lies more than ${DEEPEST} levels deep, or in a circle`);
  if (!isPlain(value) || "toJSON" in value) throw new EvidenceError("not-plain", `${path} is neither a plain object nor a list`);
  const list = Array.isArray(value);
  const keys = Reflect.ownKeys(value);
  if (list) {
    for (let index = 0; index < value.length; index += 1)
      if (!(index in value)) throw new EvidenceError("hole", `${path}[${index}] is a hole`);
  }
  if (list && keys.length !== value.length + 1) throw new EvidenceError("not-plain", `${path} is a list with members of its own`);
  for (const key of keys) if (!(list && key === "length")) inspectMember(value, key, path, depth);
}
function inspectMember(holder, key, path, depth) {
  if (typeof key === "symbol") throw new EvidenceError("symbol-key", `${path} has a symbol for a key`);
  const here = Array.isArray(holder) ? `${path}[${key}]` : `${path}.${key}`;
  const described = Object.getOwnPropertyDescriptor(holder, key);
  if (!described || !("value" in described) || !described.enumerable) throw new EvidenceError("accessor", `${here} is not a plain member`);
  if (LONE_SURROGATE.test(key)) throw new EvidenceError("lone-surrogate", `${here}: the key holds half a character`);
  inspect(described.value, here, depth + 1);
}
function isPlain(value) {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null) return !Array.isArray(value);
  const above = Object.getPrototypeOf(prototype);
  if (!Array.isArray(value)) return above === null;
  return Array.isArray(prototype) && above !== null && Object.getPrototypeOf(above) === null;
}

// .config/verifier-crypto.ts
import * as crypto from "crypto";
var { createPublicKey, randomBytes, sign, verify } = crypto;
var hash2 = crypto.hash ?? ((algorithm, input, encoding) => {
  const made = crypto.createHash(algorithm).update(input);
  return encoding === "buffer" ? made.digest() : made.digest(encoding);
});

// packages/audit/src/merkle.ts
var HASH_BYTES = 32;
var isBytes = (value) => ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";
var isHash = (value) => isBytes(value) && value.length === HASH_BYTES;
var badArgument = (says) => new EvidenceError("bad-argument", says);
function membersOf(value) {
  if (typeof value !== "object" || value === null) throw badArgument("the argument is not an object");
  return value;
}
function bytesOf(value, name) {
  if (!isBytes(value)) throw badArgument(`${name} is not a Uint8Array`);
  return value;
}
function sizeOf(value, name) {
  if (typeof value === "bigint") return value;
  if (typeof value !== "number") throw badArgument(`${name} is neither a bigint nor a number`);
  if (!Number.isSafeInteger(value)) throw badArgument(`${name} is ${value}: give a safe integer, or a bigint`);
  return BigInt(value);
}
var sha256 = (input) => new Uint8Array(hash2("sha256", input, "buffer"));
var equalBytes = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);
function leafHash(record) {
  const leaf = new Uint8Array(bytesOf(record, "record").length + 1);
  leaf.set(record, 1);
  return sha256(leaf);
}
function nodeHash(left, right) {
  const node2 = new Uint8Array(1 + bytesOf(left, "left").length + bytesOf(right, "right").length);
  node2[0] = 1;
  node2.set(left, 1);
  node2.set(right, 1 + left.length);
  return sha256(node2);
}
function verifyInclusion(claim) {
  const { index, size, leafHash: leaf, proof, root } = membersOf(claim);
  let at = sizeOf(index, "index");
  let last = sizeOf(size, "size") - 1n;
  let computed = bytesOf(leaf, "leafHash");
  const path = listOf(proof, "proof");
  const sound = isHash(computed) && isHash(bytesOf(root, "root")) && path.every(isHash);
  if (!sound || at < 0n || at > last) return false;
  for (const hashed of path) {
    if (last === 0n) return false;
    if (isOdd(at) || at === last) {
      computed = nodeHash(hashed, computed);
      [at, last] = upToPair(at, last);
    } else computed = nodeHash(computed, hashed);
    at >>= 1n;
    last >>= 1n;
  }
  return last === 0n && equalBytes(computed, root);
}
function verifyConsistency(claim) {
  const { oldSize, newSize, oldRoot, newRoot, proof } = membersOf(claim);
  const from = sizeOf(oldSize, "oldSize");
  const to = sizeOf(newSize, "newSize");
  const path = listOf(proof, "proof");
  const sound = isHash(bytesOf(oldRoot, "oldRoot")) && isHash(bytesOf(newRoot, "newRoot")) && path.every(isHash);
  if (!sound || from < 0n || from > to) return false;
  if (from === to) return path.length === 0 && equalBytes(oldRoot, newRoot) && (to > 0n || equalBytes(newRoot, sha256("")));
  return from > 0n && leadsOn(from, to, path, oldRoot, newRoot);
}
function leadsOn(from, to, path, oldRoot, newRoot) {
  let at = from - 1n;
  let last = to - 1n;
  while (isOdd(at)) {
    at >>= 1n;
    last >>= 1n;
  }
  const [first = oldRoot, ...rest] = at === 0n ? [oldRoot, ...path] : path;
  let old = first;
  let now = first;
  for (const hashed of rest) {
    if (last === 0n) return false;
    if (isOdd(at) || at === last) {
      old = nodeHash(hashed, old);
      now = nodeHash(hashed, now);
      [at, last] = upToPair(at, last);
    } else now = nodeHash(now, hashed);
    at >>= 1n;
    last >>= 1n;
  }
  return last === 0n && equalBytes(old, oldRoot) && equalBytes(now, newRoot);
}
var isOdd = (value) => (value & 1n) === 1n;
function upToPair(at, last) {
  let [risen, lastRisen] = [at, last];
  while (!isOdd(risen)) {
    risen >>= 1n;
    lastRisen >>= 1n;
  }
  return [risen, lastRisen];
}
function listOf(value, name) {
  if (!Array.isArray(value)) throw badArgument(`${name} is no list`);
  for (const [index, each] of value.entries()) bytesOf(each, `${name}[${index}]`);
  return value;
}

// packages/audit/src/checkpoint.ts
var LARGEST_NOTE = 1e6;
var MOST_SIGNATURES = 100;
var MOST_LEAVES = 1n << 64n;
var KEY_ID_BYTES = 4;
var ED25519 = 1;
var P = 2n ** 255n - 19n;
var Y8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
var SMALL_ORDER = /* @__PURE__ */ new Set([1n, P - 1n, 0n, Y8, P - Y8]);
var CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
var LONE_SURROGATE2 = /[\ud800-\udfff]/u;
var NO_KEY_NAME = /[\p{White_Space}+]/u;
var SIZE = /^(?:0|[1-9]\d{0,19})$/;
function openCheckpoint(note, verifiers) {
  if (!Array.isArray(verifiers)) throw badArgument("verifiers is no list");
  const { text, lines } = partsOf(textOf(note));
  const signedBy = signersOf(encoded(text), lines.map(signatureOf), verifiers);
  return { ...read(text), signedBy };
}
function unsignedCheckpoint(note) {
  return read(partsOf(textOf(note)).text);
}
function verifierFrom(vkey) {
  const [name, id, ...key] = String(vkey).split("+");
  const bytes = fromBase64(key.join("+"));
  if (!isKeyName(name) || bytes?.length !== 33 || bytes[0] !== ED25519)
    throw badArgument("this is no verifier key of type Ed25519: <name>+<key id>+<base64 of 33 bytes>");
  const publicKey = bytes.slice(1);
  const keyId = keyIdOf(name, publicKey);
  if (hex(keyId) !== id) throw badArgument(`the key id does not belong to this name and key: ${id}, and ${hex(keyId)} computed`);
  const x = Buffer.from(publicKey).toString("base64url");
  const handle = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const isTaken = isTakenPoint(publicKey);
  return { name, keyId, verify: (text, signature) => isTaken && hasTakenR(signature) && verify(null, text, handle, signature) };
}
function fromBase64(text) {
  if (typeof text !== "string") return null;
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? new Uint8Array(bytes) : null;
}
var hex = (bytes) => Buffer.from(bytes).toString("hex");
var encoded = (text) => new TextEncoder().encode(text);
var malformed = (says) => new EvidenceError("note-malformed", says);
var keyIdOf = (name, publicKey) => sha256(Buffer.concat([encoded(`${name}
`), Uint8Array.of(ED25519), publicKey])).slice(0, KEY_ID_BYTES);
function isTakenPoint(packed) {
  const y = BigInt.asUintN(255, BigInt(`0x${hex(packed.toReversed())}`));
  return y < P && !SMALL_ORDER.has(y);
}
var hasTakenR = (signature) => signature.length === 64 && isTakenPoint(signature.subarray(0, 32));
var isLine = (text) => typeof text === "string" && text !== "" && !text.includes("\n") && !CONTROL.test(text) && !LONE_SURROGATE2.test(text);
var isKeyName = (name) => isLine(name) && !NO_KEY_NAME.test(name);
function textOf(note) {
  const bytes = typeof note === "string" ? encoded(note) : bytesOf(note, "note");
  if (bytes.length > LARGEST_NOTE)
    throw new EvidenceError("input-too-large", `the note has ${bytes.length} bytes, and at most ${LARGEST_NOTE} are read`);
  const text = typeof note === "string" ? note : decoded(bytes);
  if (LONE_SURROGATE2.test(text)) throw malformed("the note holds half a character");
  if (CONTROL.test(text)) throw malformed("the note holds a control character: lines end in a newline alone");
  return text;
}
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw malformed("the note is not UTF-8");
  }
}
function partsOf(note) {
  const blank = note.lastIndexOf("\n\n");
  if (blank < 0) throw malformed("no empty line comes before the signatures");
  if (!note.endsWith("\n")) throw malformed("the last line does not end in a newline");
  const lines = note.slice(blank + 2, -1).split("\n");
  if (lines.length > MOST_SIGNATURES)
    throw new EvidenceError("note-too-many-signatures", `${lines.length} signature lines, and at most ${MOST_SIGNATURES} are read`);
  return { text: note.slice(0, blank + 1), lines };
}
function signatureOf(line) {
  const [dash, name, encodedSignature, ...more] = line.split(" ");
  const bytes = fromBase64(encodedSignature);
  if (dash !== "—" || !isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES || more.length > 0)
    throw malformed(`no signature line: ${JSON.stringify(line.slice(0, 60))}`);
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
}
function signersOf(text, lines, verifiers) {
  const signed = /* @__PURE__ */ new Map();
  for (const { name, keyId, signature } of lines) {
    const key = `${name}+${hex(keyId)}`;
    const known = verifiers.filter((each) => membersOf(each).name === name && equalBytes(bytesOf(each.keyId, "keyId"), keyId));
    if (known.length === 0 || signed.has(key)) continue;
    if (!known.some((each) => each.verify(text, signature) === true))
      throw new EvidenceError("signature-invalid", `the signature by ${key} does not hold`);
    signed.set(key, name);
  }
  if (signed.size === 0) throw new EvidenceError("key-unknown", "none of the signatures is by a known key");
  return [...signed.values()];
}
function read(text) {
  const [origin, size = "", root, ...extensions] = text.slice(0, -1).split("\n");
  if (!origin || !root || extensions.includes(""))
    throw new EvidenceError("checkpoint-malformed", "a checkpoint has an origin, a size, a root, and no empty line");
  if (!SIZE.test(size) || BigInt(size) >= MOST_LEAVES)
    throw new EvidenceError("size-malformed", `the size is ${JSON.stringify(size.slice(0, 60))}: 0 to 2^64 - 1, without leading zeros`);
  const hashed = fromBase64(root);
  if (!isHash(hashed)) throw new EvidenceError("checkpoint-malformed", "the root is not the base64 of 32 bytes");
  return { origin, size: BigInt(size), root: hashed, extensions };
}

// packages/audit/src/verdict-texts.ts
var bundleFindingTexts = {
  "file-missing": { en: "a file of the bundle is missing", vi: "gói chứng cứ thiếu một tệp" },
  "file-unknown": { en: "this does not belong in a bundle", vi: "mục này không thuộc về gói chứng cứ" },
  "file-malformed": { en: "the file is not what the format asks for", vi: "tệp không đúng định dạng" },
  "input-too-large": { en: "it is larger than anything the format allows", vi: "kích thước vượt quá mức mà định dạng cho phép" },
  "note-malformed": { en: "the file is not a signed note", vi: "tệp không phải là bản ghi chú có chữ ký" },
  "note-too-many-signatures": { en: "the note has too many signature lines", vi: "bản ghi chú có quá nhiều dòng chữ ký" },
  "key-unknown": { en: "no key that you gave has signed the note", vi: "không có khóa nào bạn cung cấp đã ký bản ghi chú này" },
  "signature-invalid": { en: "a signature by a key that you gave does not hold", vi: "chữ ký của một khóa bạn cung cấp không hợp lệ" },
  "checkpoint-malformed": { en: "the note is not a checkpoint", vi: "bản ghi chú không phải là mốc kiểm chứng" },
  "size-malformed": { en: "the size in the checkpoint is not a size", vi: "kích thước ghi trong mốc kiểm chứng không hợp lệ" },
  "origin-mismatch": { en: "it is about another log, or signed by another office", vi: "thuộc về nhật ký khác, hoặc do cơ quan khác ký" },
  "log-mismatch": { en: "it belongs to another log", vi: "thuộc về một nhật ký khác" },
  "checkpoint-rollback": { en: "the checkpoint is older than one already seen", vi: "mốc kiểm chứng cũ hơn mốc đã thấy trước đó" },
  "checkpoint-conflict": {
    en: "two checkpoints of one size have different roots: one of them is false",
    vi: "hai mốc kiểm chứng cùng kích thước nhưng khác gốc băm: một trong hai là giả"
  },
  "consistency-invalid": {
    en: "the log does not begin with all that it held at the older checkpoint",
    vi: "nhật ký không bắt đầu bằng toàn bộ nội dung đã có tại mốc cũ"
  },
  "record-not-canonical": {
    en: "the line is not the canonical form of what it says",
    vi: "dòng không ở dạng chuẩn tắc của nội dung mà nó ghi"
  },
  "record-malformed": { en: "the line is not a record that belongs here", vi: "dòng không phải là bản ghi hợp lệ ở vị trí này" },
  "record-duplicate": { en: "a record with this id stands further up", vi: "một bản ghi có cùng mã đã xuất hiện ở trên" },
  "index-out-of-range": { en: "the place lies outside the tree", vi: "vị trí nằm ngoài cây băm" },
  "index-duplicate": { en: "two records claim one place", vi: "hai bản ghi cùng nhận một vị trí" },
  "proof-length": { en: "the proof has more or fewer hashes than it must", vi: "số mã băm trong bằng chứng không đúng số bắt buộc" },
  "inclusion-invalid": {
    en: "these bytes do not lie at this place of the log",
    vi: "chuỗi byte này không nằm ở vị trí này của nhật ký"
  },
  "root-mismatch": { en: "the records do not give the root of the checkpoint", vi: "các bản ghi không cho ra gốc băm của mốc kiểm chứng" },
  "chain-broken": {
    en: "the record does not name the one before it in its case",
    vi: "bản ghi không dẫn đúng bản ghi liền trước trong vụ việc"
  },
  "version-gap": {
    en: "facts of the case are missing, doubled or out of order here",
    vi: "tại đây sự kiện của vụ việc bị thiếu, lặp hoặc sai thứ tự"
  },
  "seal-invalid": { en: "the seal does not say what the log held", vi: "niêm phong không khớp với nội dung của nhật ký" },
  "head-invalid": {
    en: "the seal does not show that the case ends so",
    vi: "niêm phong không chứng tỏ vụ việc kết thúc như vậy"
  },
  "case-incomplete": {
    en: "the case had more facts when the log was sealed",
    vi: "khi niêm phong, vụ việc có nhiều sự kiện hơn"
  },
  "disclosure-malformed": { en: "the line is not a disclosure", vi: "dòng không phải là một giá trị được tiết lộ hợp lệ" },
  "disclosure-unknown": {
    en: "no record here has committed itself to this value",
    vi: "không bản ghi nào ở đây đã cam kết giá trị này"
  },
  "disclosure-duplicate": { en: "the same disclosure stands further up", vi: "giá trị tiết lộ này đã xuất hiện ở trên" }
};
var provedTexts = {
  signed: {
    en: "The checkpoint of the log {0}, over {1} facts, was signed with the key {2}.",
    vi: "Mốc kiểm chứng của nhật ký {0}, gồm {1} sự kiện, đã được ký bằng khóa {2}."
  },
  "log-whole": {
    en: "These {0} records are the whole log up to that checkpoint: none was changed, left out, added or moved.",
    vi: "{0} bản ghi này là toàn bộ nhật ký tính đến mốc đó: không bản ghi nào bị sửa, bỏ, thêm hay đổi chỗ."
  },
  "seals-hold": {
    en: "Each of the {0} seals in the log says truly how every case stood.",
    vi: "Mỗi niêm phong trong số {0} niêm phong của nhật ký đều ghi đúng tình trạng của mọi vụ việc."
  },
  included: {
    en: "Each of the {0} records lies unchanged in that log, in this order.",
    vi: "Mỗi bản ghi trong số {0} bản ghi đều nằm nguyên vẹn trong nhật ký đó, theo đúng thứ tự này."
  },
  complete: {
    en: "The case {0} is complete as of the first {1} facts of the log: it had {2} facts then, and all are here.",
    vi: "Vụ việc {0} là đầy đủ tính đến {1} sự kiện đầu của nhật ký: khi đó có {2} sự kiện, và tất cả đều có ở đây."
  },
  "extends-older": {
    en: "The log begins with all that it held at the older checkpoint in the bundle, over {0} facts.",
    vi: "Nhật ký bắt đầu bằng toàn bộ nội dung đã có tại mốc cũ trong gói, gồm {0} sự kiện."
  },
  "extends-seen": {
    en: "The log begins with all that it held at the checkpoint that you had seen, over {0} facts.",
    vi: "Nhật ký bắt đầu bằng toàn bộ nội dung đã có tại mốc mà bạn đã thấy, gồm {0} sự kiện."
  },
  "same-as-seen": {
    en: "The checkpoint says the same as the one that you had seen.",
    vi: "Mốc kiểm chứng trùng với mốc mà bạn đã thấy."
  },
  disclosed: {
    en: "Each of the {0} values disclosed is the one that its record was committed to.",
    vi: "Mỗi giá trị trong số {0} giá trị được tiết lộ đúng là giá trị mà bản ghi đã cam kết."
  }
};
var unprovedTexts = {
  findings: {
    en: "There are findings: rely on nothing in this bundle.",
    vi: "Có điểm sai lệch: không thể dựa vào bất cứ điều gì trong gói này."
  },
  truth: {
    en: "That what was written is true.",
    vi: "Rằng điều được ghi là đúng sự thật."
  },
  lawfulness: {
    en: "That each step was lawful and each due day right; a replay compares these.",
    vi: "Rằng từng bước là đúng luật và từng ngày đến hạn là đúng; việc đó do chạy lại hồ sơ đối chiếu."
  },
  instants: {
    en: "When something was recorded: the instants are those of the clock of whoever wrote.",
    vi: "Thời điểm ghi: các mốc giờ là theo đồng hồ của bên ghi."
  },
  keys: {
    en: "Whose the keys are: take them, and this verifier, from somebody other than whoever gave you the bundle.",
    vi: "Khóa thuộc về ai: hãy lấy khóa và chương trình kiểm chứng từ nơi khác, không phải từ người đưa gói."
  },
  "after-checkpoint": {
    en: "Anything after the checkpoint.",
    vi: "Những gì xảy ra sau mốc kiểm chứng."
  },
  newest: {
    en: "That this is the newest checkpoint, and the only one of its size: no other was given to compare it with.",
    vi: "Rằng đây là mốc mới nhất và duy nhất với kích thước này: không có mốc nào khác để đối chiếu."
  },
  "seen-apart": {
    en: "That the log begins with what the checkpoint that you had seen holds, over {0} facts: the bundle has no proof from there.",
    vi: "Rằng nhật ký bắt đầu bằng nội dung của mốc mà bạn đã thấy, gồm {0} sự kiện: gói không có bằng chứng từ mốc đó."
  },
  "other-cases": {
    en: "Anything about the other cases of the log.",
    vi: "Bất cứ điều gì về các vụ việc khác trong nhật ký."
  },
  "after-seal": {
    en: "That the case has no facts after the first {0} of the log, which the seal covers.",
    vi: "Rằng vụ việc không có sự kiện nào sau {0} sự kiện đầu của nhật ký mà niêm phong bao trùm."
  },
  "seal-honest": {
    en: "That whoever sealed the log told the truth about where each case ended, and about the size: the whole log shows it.",
    vi: "Rằng bên niêm phong đã ghi đúng điểm kết thúc của từng vụ việc và kích thước nhật ký: chỉ toàn bộ nhật ký mới cho thấy."
  },
  undisclosed: {
    en: "Values that are only committed to and not disclosed.",
    vi: "Các giá trị chỉ có cam kết mà không được tiết lộ."
  }
};
var particularTexts = {
  "cannot-be-read": { en: "it cannot be read ({0})", vi: "không đọc được ({0})" },
  "no-plain-file": { en: "it is no plain file", vi: "không phải tệp thường" },
  "no-folder": { en: "it is no folder", vi: "không phải thư mục" },
  "too-many-bytes": { en: "it has {0} bytes, of {1} allowed", vi: "có {0} byte, tối đa cho phép {1}" },
  "too-many-entries": { en: "it has more than {0} entries", vi: "có hơn {0} mục" },
  "line-too-long": {
    en: "the line is longer than {0} bytes; nothing after it was read",
    vi: "dòng dài hơn {0} byte; phần sau không được đọc"
  },
  "belongs-with": { en: "it belongs with {0}", vi: "phải đi cùng {0}" },
  "in-case-bundles-only": { en: "only the bundle of one case has it", vi: "chỉ gói của một vụ việc mới có" },
  "not-the-object": {
    en: "it is not the canonical JSON of the object that stands here",
    vi: "không phải JSON chuẩn tắc của đối tượng ở đây"
  },
  "not-in-order": { en: "the places of the records do not rise", vi: "vị trí các bản ghi không tăng dần" },
  "entries-and-lines": { en: "{0} entries for {1} records", vi: "{0} mục cho {1} bản ghi" },
  "size-differs": { en: "its size is {0}, that of the checkpoint {1}", vi: "kích thước là {0}, của mốc kiểm chứng là {1}" },
  "records-and-size": { en: "{0} records, and the checkpoint counts {1}", vi: "{0} bản ghi, còn mốc kiểm chứng ghi {1}" },
  "last-line-open": { en: "the last line does not end", vi: "dòng cuối không kết thúc bằng ký tự xuống dòng" },
  "not-a-case-in-folder": { en: "a folder of bundles holds bundles of cases", vi: "thư mục nhiều gói chỉ chứa gói của vụ việc" },
  "named-otherwise": { en: "the bundle of the case {0} is called {1}", vi: "gói của vụ việc {0} phải có tên {1}" },
  "extension-lines": { en: "it has more than three lines", vi: "có hơn ba dòng" },
  "origin-is": { en: "{0}, and not {1}", vi: "{0}, không phải {1}" },
  "origin-unfit": {
    en: "the origin {0} is no URL without scheme, spaces or plus",
    vi: "nguồn gốc {0} không phải là URL không có giao thức, dấu cách và dấu cộng"
  },
  "origin-unsigned": { en: "no key called {0} has signed", vi: "không có khóa tên {0} nào đã ký" },
  "size-is": { en: "size {0}, and {1} was seen", vi: "kích thước {0}, trong khi đã thấy {1}" },
  "sizes-are": { en: "from {0} to {1}", vi: "từ {0} đến {1}" },
  "not-utf8": { en: "it is not UTF-8", vi: "không phải UTF-8" },
  "not-json": { en: "it is no JSON object", vi: "không phải đối tượng JSON" },
  "key-twice": { en: "a key stands there twice", vi: "một khóa xuất hiện hai lần" },
  "number-too-large": { en: "a whole number lies beyond 2^53 - 1", vi: "có số nguyên vượt quá 2^53 - 1" },
  "member-wrong": { en: "the member {0}", vi: "thành phần {0}" },
  "other-stream": { en: "it is neither of the case nor the seal", vi: "không thuộc vụ việc và cũng không phải niêm phong" },
  "place-is": { en: "place {0} of {1}", vi: "vị trí {0} trong {1}" },
  "hashes-are": { en: "{0} hashes, and not {1}", vi: "{0} mã băm, không phải {1}" },
  "version-is": { en: "fact {0} where {1} was to come", vi: "sự kiện {0} ở chỗ của sự kiện {1}" },
  "seal-absent": { en: "the record at its place is not here", vi: "bản ghi ở vị trí đó không có ở đây" },
  "seal-unlike": { en: "the record is not a seal in the stream of seals", vi: "bản ghi không phải niêm phong trong chuỗi niêm phong" },
  "seal-malformed": { en: "its data is not that of a seal", vi: "dữ liệu không phải của một niêm phong" },
  "seal-covers-itself": { en: "it covers {0} facts and stands at place {1}", vi: "bao trùm {0} sự kiện nhưng đứng ở vị trí {1}" },
  "seal-prefix": { en: "the first {0} facts have another root", vi: "{0} sự kiện đầu có gốc băm khác" },
  "seal-heads": { en: "the ends of the cases have another root", vi: "các mục cuối của vụ việc có gốc băm khác" },
  "seal-streams": { en: "it counts {0} cases, and there are {1}", vi: "ghi {0} vụ việc, trong khi có {1}" },
  "head-of-another": { en: "it is the end of another case", vi: "là mục cuối của vụ việc khác" },
  "head-not-in-tree": { en: "it is not among the sealed ends of cases", vi: "không nằm trong số các mục cuối đã niêm phong" },
  "head-other-size": { en: "its tree has {0} cases, that of the seal {1}", vi: "cây của nó có {0} vụ việc, của niêm phong có {1}" },
  "head-other-fact": { en: "the last fact is another", vi: "sự kiện cuối là sự kiện khác" },
  "head-exceeded": {
    en: "it says {0} facts, and fact {1} stands below the size of the seal",
    vi: "ghi {0} sự kiện, nhưng sự kiện {1} nằm trong phần đã niêm phong"
  },
  "head-after-seal": { en: "fact {0} was recorded after what the seal covers", vi: "sự kiện {0} được ghi sau phần đã niêm phong" },
  "facts-are": { en: "{0} of {1} facts are here", vi: "có {0} trong {1} sự kiện" }
};
var headings = {
  holds: { en: "It holds. Bundles: {0}, records: {1}.", vi: "Hợp lệ. Số gói: {0}, số bản ghi: {1}." },
  "holds-not": {
    en: "It does not hold. Bundles: {0}, records: {1}, findings: {2}.",
    vi: "Không hợp lệ. Số gói: {0}, số bản ghi: {1}, số điểm sai lệch: {2}."
  },
  more: { en: "and {0} more", vi: "và {0} điểm khác" },
  proved: { en: "Proved:", vi: "Đã chứng minh:" },
  unproved: { en: "Not proved:", vi: "Chưa chứng minh:" }
};
var programTexts = {
  usage: {
    en: "node verify.mjs [FOLDER] --vkey KEY [--vkey KEY ...] [--seen NOTE] [--lang en|vi] [--json]\n\nVerifies an evidence bundle: the folder, or this one. KEY is a verifier key that you trust, had from elsewhere than the\nbundle. NOTE is the file of a checkpoint of this log that you have seen before. Exit: 0 it holds, 1 findings, 2 usage.",
    vi: "node verify.mjs [THƯ_MỤC] --vkey KHÓA [--vkey KHÓA ...] [--seen MỐC] [--lang en|vi] [--json]\n\nKiểm chứng một gói chứng cứ: thư mục đã cho, hoặc thư mục hiện tại. KHÓA là khóa kiểm chứng mà bạn tin cậy, lấy từ nơi\nkhác chứ không phải từ gói. MỐC là tệp mốc kiểm chứng của nhật ký này mà bạn đã thấy. Mã thoát: 0 hợp lệ, 1 có sai lệch, 2 sai lệnh."
  },
  "no-folder": { en: "There is no folder {0}. Nothing was verified.", vi: "Không có thư mục {0}. Chưa kiểm chứng gì." },
  "no-note": { en: "There is no note {0}. Nothing was verified.", vi: "Không có tệp mốc {0}. Chưa kiểm chứng gì." },
  "no-key": { en: "This is no verifier key: {0}. Nothing was verified.", vi: "Đây không phải khóa kiểm chứng: {0}. Chưa kiểm chứng gì." }
};
var UNSHOWN = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
var nameShown = (text) => text.replace(UNSHOWN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
var LONGEST_SHOWN = 300;
var shown = (text) => nameShown(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
var filledIn = (text, values) => text.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ""));
var filled = (text, values) => filledIn(text, values.map(shown));

// packages/audit/src/verdict.ts
var MOST_LISTED = 1e3;
var Findings = class {
  language;
  listed = [];
  found = {};
  total = 0;
  /** Goes before the name of each file: the folder of a bundle among several. */
  folder = "";
  constructor(language) {
    this.language = language;
  }
  add(code, file, particular, line) {
    this.total += 1;
    this.found[code] = (this.found[code] ?? 0) + 1;
    if (this.listed.length >= MOST_LISTED) return;
    const says = bundleFindingTexts[code][this.language];
    const full = particular ? `${says}: ${this.#particular(particular)}` : says;
    this.listed.push({ code, file: `${this.folder}${file}`, ...line === void 0 ? {} : { line }, says: full });
  }
  #particular([code, ...values]) {
    return filled(particularTexts[code][this.language], values.map(String));
  }
};
function statement(texts, code, language, values) {
  const written2 = values.map(String);
  return { code, values: written2, says: filled(texts[code][language], written2) };
}
var SHOWN = 50;
function verdictText(verdict, language) {
  const heading = (name, ...values) => filled(headings[name][language], values.map(String));
  const { ok, bundles, records, findings, found } = verdict;
  const all = Object.values(found).reduce((sum, count) => sum + count, 0);
  const place = ({ file, line }) => line === void 0 ? shown(file) : `${shown(file)}:${line}`;
  const listed = findings.slice(0, SHOWN).map((finding) => `  ${[finding.code, place(finding), finding.says].filter(Boolean).join("  ")}`);
  return [
    heading(ok ? "holds" : "holds-not", bundles, records, all),
    ...listed,
    ...all > SHOWN ? [`  ${heading("more", all - SHOWN)}`] : [],
    ...ok ? ["", heading("proved"), ...verdict.proved.map(({ says }) => `  ${says}`)] : [],
    "",
    heading("unproved"),
    ...verdict.unproved.map(({ says }) => `  ${says}`)
  ].join("\n");
}

// packages/audit/src/verify-text.ts
import { isUtf8 } from "node:buffer";
function fromBase64Url(text) {
  if (typeof text !== "string") return null;
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : null;
}
var textOfUtf8 = (bytes) => isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8") : null;
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var allUtf8 = (bytes, from, to) => isUtf8(bytes.subarray(from, to));
var byteAt = (bytes, at) => bytes[at] ?? 0;
var numberAt = (numbers, at) => numbers[at] ?? 0;

// packages/audit/src/verify-ids.ts
var chosen = new Uint32Array(new Uint8Array(randomBytes(12)).buffer);
var SEED = numberAt(chosen, 0);
var ODD = numberAt(chosen, 1) | 1;
var OTHER = numberAt(chosen, 2) | 1;
function mixed(hash3, word) {
  const one = Math.imul(hash3 ^ word, ODD);
  return Math.imul(one ^ one >>> 15, OTHER);
}
var ended = (hash3) => (hash3 ^ hash3 >>> 16) >>> 0;
function tableHash(bytes, from, to) {
  let hash3 = SEED ^ to - from;
  let at = from;
  for (; at + 4 <= to; at += 4)
    hash3 = mixed(hash3, byteAt(bytes, at) | byteAt(bytes, at + 1) << 8 | byteAt(bytes, at + 2) << 16 | byteAt(bytes, at + 3) << 24);
  for (; at < to; at += 1) hash3 = mixed(hash3, byteAt(bytes, at));
  return ended(hash3);
}
var WORDS = 4;
var FIRST_SLOTS = 1024;
var IdSet = class {
  #slots = new Uint32Array(FIRST_SLOTS * WORDS);
  #mask = FIRST_SLOTS - 1;
  #count = 0;
  /** False where it is there already. */
  add(id) {
    const at = this.#find(id);
    if (this.#slots[at + 1] !== 0) return false;
    this.#slots.set(id, at);
    this.#count += 1;
    if (this.#count * 4 > (this.#mask + 1) * 3) this.#grow();
    return true;
  }
  /** Where the id is, or would be. */
  #find(id) {
    const slots = this.#slots;
    const mask = this.#mask;
    const first = numberAt(id, 0);
    const second = numberAt(id, 1);
    const third = numberAt(id, 2);
    const fourth = numberAt(id, 3);
    let place = ended(mixed(mixed(mixed(mixed(SEED, first), second), third), fourth)) & mask;
    for (; ; ) {
      const at = place * WORDS;
      const there = slots[at + 1];
      if (there === 0) return at;
      if (there === second && slots[at] === first && slots[at + 2] === third && slots[at + 3] === fourth) return at;
      place = place + 1 & mask;
    }
  }
  #grow() {
    const old = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Uint32Array((this.#mask + 1) * WORDS);
    for (let at = 0; at < old.length; at += WORDS) {
      const id = old.subarray(at, at + WORDS);
      if (id[1] !== 0) this.#slots.set(id, this.#find(id));
    }
  }
};
function grown(buffer, needed) {
  if (needed <= buffer.length) return buffer;
  const larger = Buffer.alloc(Math.max(needed, buffer.length * 2));
  buffer.copy(larger);
  return larger;
}

// packages/audit/src/verify-files.ts
import { constants } from "node:fs";
import { lstat, open, opendir } from "node:fs/promises";
import { join } from "node:path";
var LARGEST_JSON = 256 * 1024 * 1024;
var LONGEST_LINE = 256 * 1024;
var MOST_ENTRIES = 1e6;
var CHUNK = 1024 * 1024;
var NEWLINE = 10;
var codeOf = (error) => error instanceof Error && "code" in error ? String(error.code) : String(error);
async function entriesOf(folder, findings) {
  const found = [];
  try {
    for await (const entry of await opendir(folder)) {
      if (found.length === MOST_ENTRIES) {
        findings.add("input-too-large", "", ["too-many-entries", MOST_ENTRIES]);
        return null;
      }
      found.push({ name: entry.name, kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other" });
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") findings.add("file-missing", "");
    else findings.add("file-malformed", "", code === "ENOTDIR" ? ["no-folder"] : ["cannot-be-read", code]);
    return null;
  }
  return found.sort((a, b) => a.name < b.name ? -1 : 1);
}
async function openPlain(folder, name, findings) {
  try {
    const path = join(folder, name);
    if ((await lstat(path)).isFile()) return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    findings.add("file-malformed", name, ["no-plain-file"]);
  } catch (error) {
    findings.add("file-malformed", name, ["cannot-be-read", codeOf(error)]);
  }
  return null;
}
async function bytesOfFile(folder, name, most, findings) {
  const handle = await openPlain(folder, name, findings);
  if (!handle) return null;
  try {
    const { size } = await handle.stat();
    if (size > most) {
      findings.add("input-too-large", name, ["too-many-bytes", size, most]);
      return null;
    }
    return await handle.readFile();
  } catch (error) {
    findings.add("file-malformed", name, ["cannot-be-read", codeOf(error)]);
    return null;
  } finally {
    await handle.close();
  }
}
async function* blocksOf(folder, name, findings, reading) {
  const handle = await openPlain(folder, name, findings);
  if (!handle) return;
  try {
    yield* blocksIn(handle, name, findings, reading);
  } catch (error) {
    if (reading.signal?.aborted) throw error;
    findings.add("file-malformed", name, ["cannot-be-read", codeOf(error)]);
  } finally {
    await handle.close();
  }
}
var ROOM = 1 + LONGEST_LINE;
async function* blocksIn(handle, name, findings, { signal }) {
  const { size } = await handle.stat();
  let [now, next] = [Buffer.allocUnsafe(ROOM + CHUNK + 1), Buffer.allocUnsafe(ROOM + CHUNK + 1)];
  const read2 = (into, at) => {
    const started = handle.read(into, ROOM, CHUNK, at);
    started.catch(() => {
    });
    return started;
  };
  let reading = read2(now, 0);
  let [from, done] = [ROOM, 0];
  for (; ; ) {
    signal?.throwIfAborted();
    const { bytesRead } = await reading;
    done += bytesRead;
    if (bytesRead === 0) break;
    reading = read2(next, done);
    const end = ROOM + bytesRead;
    const to = now.subarray(0, end).lastIndexOf(NEWLINE) + 1;
    const open2 = Math.max(to, from);
    if (to > from) yield { bytes: now, from, to, done, of: size };
    if (end - open2 > LONGEST_LINE) {
      findings.add("input-too-large", name, ["line-too-long", LONGEST_LINE]);
      return;
    }
    now.copy(next, ROOM - (end - open2), open2, end);
    from = ROOM - (end - open2);
    [now, next] = [next, now];
  }
  if (from < ROOM) {
    findings.add("file-malformed", name, ["last-line-open"]);
    now[ROOM] = NEWLINE;
    yield { bytes: now, from, to: ROOM + 1, done, of: size };
  }
}

// packages/audit/src/day.ts
var SHAPE = /^\d{4}-\d\d-\d\d$/;
function daysInMonth(year, month) {
  if (month === 2) return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
var parts = (day) => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10))
];
var isDate = (year, month, day) => month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
var isDay = (text) => SHAPE.test(text) && isDate(...parts(text));

// packages/audit/src/verify-scan.ts
var META_MEMBERS = [
  ...["actor", "authority", "calendar", "caseType", "causation", "chart", "command", "commandType", "correlation"],
  ...["door", "from", "law", "occurredOn", "onBehalfOf", "role", "to", "unit"]
];
var Fact = class {
  /** The id as four words. */
  id = new Uint32Array(4);
  version = 0;
  bytes = new Uint8Array(0);
  logFrom = 0;
  /** Where 43 characters stand; 0 where `prev` is null. */
  prevFrom = 0;
  streamFrom = 0;
  streamTo = 0;
  typeFrom = 0;
  typeTo = 0;
  /** The list of commitments, brackets included. */
  sealedFrom = 0;
  sealedTo = 0;
  /** Where the record ends: at its newline. */
  to = 0;
};
var QUOTE = 34;
var COMMA = 44;
var COLON = 58;
var OPEN_LIST = 91;
var ESCAPE = 92;
var CLOSE_LIST = 93;
var OPEN = 123;
var CLOSE = 125;
var ZERO = 48;
var FIVE = 53;
var MINUS = 45;
var NEWLINE2 = 10;
var DEEPEST2 = 64;
var EXACT_DIGITS = 15;
var FIRST_BEYOND = 238;
var table = (accepts) => Uint8Array.from({ length: 256 }, (_, byte) => accepts(byte) ? 1 : 0);
var isOneOf = (text) => table((byte) => text.includes(String.fromCharCode(byte)));
var DIGITS = "0123456789";
var LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
var PLAIN = table((byte) => byte >= 32 && byte !== QUOTE && byte !== ESCAPE);
var PLAIN_KEY = table((byte) => byte >= 32 && byte !== QUOTE && byte !== ESCAPE && byte < FIRST_BEYOND);
var DIGIT = isOneOf(DIGITS);
var VARIANT = isOneOf("89ab");
var BASE64URL = isOneOf(`${LETTERS}${DIGITS}-_`);
var BASE64URL_LAST = isOneOf("AEIMQUYcgkosw048");
var HEX = Uint8Array.from({ length: 256 }, (_, byte) => "0123456789abcdef".indexOf(String.fromCharCode(byte)) & 31).map(
  (value) => value > 15 ? 16 : value
);
var ascii = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));
var BEGIN = ascii('{"data":');
var ID = ascii(',"id":"');
var LOG = ascii('","log":"');
var META = ascii('","meta":{');
var PREV = ascii(',"prev":');
var RECORDED = ascii(',"recordedAt":"');
var SCHEMA = ascii('","schema":');
var SEALED = ascii(',"sealed":[');
var STREAM = ascii(',"stream":"');
var TYPE = ascii('","type":"');
var VERSION = ascii('","v":1,"version":');
var NULL = ascii("null");
var TRUE = ascii("true");
var FALSE = ascii("false");
var META_KEYS = META_MEMBERS.map((name) => ascii(`"${name}":"`));
var UUID_CHARACTERS = 36;
var HASH_CHARACTERS = 43;
var INSTANT_CHARACTERS = 24;
var NOWHERE = -1;
var RecordScanner = class {
  fact = new Fact();
  #bytes = new Uint8Array(0);
  /**
   * Whether a well-formed record in canonical bytes begins at `from`, and ends in a newline. The bytes are valid UTF-8 and hold a
   * newline after `from`.
   */
  recognises(bytes, from) {
    this.#bytes = bytes;
    const { fact } = this;
    fact.bytes = bytes;
    let at = this.#literal(BEGIN, from);
    if (bytes[at] !== OPEN) return false;
    at = this.#value(at, 1);
    if (at === NOWHERE) return false;
    at = this.#id(this.#literal(ID, at));
    fact.logFrom = this.#literal(LOG, at);
    at = this.#meta(this.#literal(META, this.#uuid(fact.logFrom)));
    at = this.#prev(this.#literal(PREV, at));
    at = this.#instant(this.#literal(RECORDED, at));
    at = this.#count(this.#literal(SCHEMA, at));
    at = this.#sealed(this.#literal(SEALED, at));
    fact.streamFrom = this.#literal(STREAM, at);
    fact.streamTo = this.#name(fact.streamFrom);
    fact.typeFrom = this.#literal(TYPE, fact.streamTo);
    fact.typeTo = this.#name(fact.typeFrom);
    at = this.#count(this.#literal(VERSION, fact.typeTo));
    if (bytes[at] !== CLOSE || bytes[at + 1] !== NEWLINE2) return false;
    fact.version = this.#number;
    fact.to = at + 1;
    return true;
  }
  #literal(expected, from) {
    const bytes = this.#bytes;
    const length = expected.length;
    for (let index = 0; index < length; index += 1) if (bytes[from + index] !== expected[index]) return NOWHERE;
    return from + length;
  }
  /** After the value that begins at `at`. */
  #value(at, depth) {
    const byte = this.#bytes[at];
    switch (byte) {
      case QUOTE:
        return this.#text(at + 1);
      case OPEN:
        return depth > DEEPEST2 ? NOWHERE : this.#object(at + 1, depth + 1);
      case OPEN_LIST:
        return depth > DEEPEST2 ? NOWHERE : this.#list(at + 1, depth + 1);
      case NULL[0]:
        return this.#literal(NULL, at);
      case TRUE[0]:
        return this.#literal(TRUE, at);
      case FALSE[0]:
        return this.#literal(FALSE, at);
      case MINUS:
        return this.#bytes[at + 1] === ZERO ? NOWHERE : this.#digits(at + 1);
      default:
        return this.#digits(at);
    }
  }
  #object(from, depth) {
    const bytes = this.#bytes;
    let at = from;
    if (bytes[at] === CLOSE) return at + 1;
    let keyFrom = 0;
    let keyTo = 0;
    for (; ; ) {
      if (bytes[at] !== QUOTE) return NOWHERE;
      const key = at + 1;
      for (at = key; byteAt(PLAIN_KEY, byteAt(bytes, at)) === 1; ) at += 1;
      if (bytes[at] !== QUOTE || bytes[at + 1] !== COLON || keyFrom > 0 && !this.#rises(keyFrom, keyTo, key, at)) return NOWHERE;
      [keyFrom, keyTo] = [key, at];
      at = this.#value(at + 2, depth);
      if (at === NOWHERE) return NOWHERE;
      if (bytes[at] === CLOSE) return at + 1;
      if (bytes[at] !== COMMA) return NOWHERE;
      at += 1;
    }
  }
  /** Whether the second key comes after the first. */
  #rises(from, to, nextFrom, nextTo) {
    const bytes = this.#bytes;
    const length = Math.min(to - from, nextTo - nextFrom);
    for (let index = 0; index < length; index += 1) {
      const difference = byteAt(bytes, nextFrom + index) - byteAt(bytes, from + index);
      if (difference > 0) return true;
      if (difference < 0) return false;
    }
    return nextTo - nextFrom > to - from;
  }
  #list(from, depth) {
    const bytes = this.#bytes;
    let at = from;
    if (bytes[at] === CLOSE_LIST) return at + 1;
    for (; ; ) {
      at = this.#value(at, depth);
      if (at === NOWHERE) return NOWHERE;
      if (bytes[at] === CLOSE_LIST) return at + 1;
      if (bytes[at] !== COMMA) return NOWHERE;
      at += 1;
    }
  }
  /** After the quote that ends the text; short escapes only, the rest is left to the other reader. */
  #text(from) {
    const bytes = this.#bytes;
    for (let at = from; ; at += 1) {
      while (byteAt(PLAIN, byteAt(bytes, at)) === 1) at += 1;
      if (bytes[at] === QUOTE) return at + 1;
      if (bytes[at] !== ESCAPE) return NOWHERE;
      at += 1;
      if (byteAt(SHORT_ESCAPE, byteAt(bytes, at)) !== 1) return NOWHERE;
    }
  }
  /** After one character or more, none of them escaped: where the quote that ends the text must stand. */
  #name(from) {
    const bytes = this.#bytes;
    let at = from;
    while (byteAt(PLAIN, byteAt(bytes, at)) === 1) at += 1;
    return at > from ? at : NOWHERE;
  }
  #number = 0;
  /** A whole number that a double holds exactly. */
  #digits(from) {
    const bytes = this.#bytes;
    let at = from;
    let value = 0;
    while (byteAt(DIGIT, byteAt(bytes, at)) === 1) {
      value = value * 10 + (byteAt(bytes, at) - ZERO);
      at += 1;
    }
    const length = at - from;
    if (length === 0 || length > EXACT_DIGITS) return NOWHERE;
    if (bytes[from] === ZERO && length > 1) return NOWHERE;
    this.#number = value;
    return at;
  }
  #count(at) {
    const end = this.#digits(at);
    return this.#number >= 1 ? end : NOWHERE;
  }
  #meta(from) {
    const bytes = this.#bytes;
    let at = from;
    if (bytes[at] === CLOSE) return at + 1;
    for (const key of META_KEYS) {
      if (key[2] !== bytes[at + 2] || key[1] !== bytes[at + 1]) continue;
      const after = this.#literal(key, at);
      if (after === NOWHERE) continue;
      at = this.#text(after);
      if (bytes[at] === CLOSE) return at + 1;
      if (bytes[at] !== COMMA) return NOWHERE;
      at += 1;
    }
    return NOWHERE;
  }
  #prev(at) {
    this.fact.prevFrom = 0;
    if (this.#bytes[at] !== QUOTE) return this.#literal(NULL, at);
    this.fact.prevFrom = at + 1;
    return this.#hash(at);
  }
  /** After 43 characters in quotes. */
  #hash(at) {
    const bytes = this.#bytes;
    const last = at + HASH_CHARACTERS;
    for (let each = at + 1; each !== last; each += 1) if (byteAt(BASE64URL, byteAt(bytes, each)) !== 1) return NOWHERE;
    return byteAt(BASE64URL_LAST, byteAt(bytes, last)) === 1 && bytes[last + 1] === QUOTE ? last + 2 : NOWHERE;
  }
  #sealed(from) {
    const bytes = this.#bytes;
    this.fact.sealedFrom = from - 1;
    this.fact.sealedTo = bytes[from] === CLOSE_LIST ? from + 1 : this.#hashes(from);
    return this.fact.sealedTo;
  }
  /** After a list of one hash or more, each greater than the one before, and its bracket. */
  #hashes(from) {
    const bytes = this.#bytes;
    let at = from;
    for (let before = 0; ; ) {
      const end = bytes[at] === QUOTE ? this.#hash(at) : NOWHERE;
      if (before > 0 && !this.#rises(before, before + HASH_CHARACTERS, at + 1, end - 1)) return NOWHERE;
      if (bytes[end] === CLOSE_LIST) return end + 1;
      if (bytes[end] !== COMMA) return NOWHERE;
      before = at + 1;
      at = end + 1;
    }
  }
  #id(from) {
    const end = this.#uuid(from);
    this.fact.id.set(this.#words);
    return byteAt(this.#bytes, from + 14) === FIVE && byteAt(VARIANT, byteAt(this.#bytes, from + 19)) === 1 ? end : NOWHERE;
  }
  #words = new Uint32Array(4);
  #uuid(from) {
    const bytes = this.#bytes;
    let digits = 0;
    let word = 0;
    for (let index = 0; index < UUID_CHARACTERS; index += 1) {
      const byte = byteAt(bytes, from + index);
      if (index === 8 || index === 13 || index === 18 || index === 23) {
        if (byte !== MINUS) return NOWHERE;
        continue;
      }
      const value = byteAt(HEX, byte);
      if (value === 16) return NOWHERE;
      word = word << 4 | value;
      digits += 1;
      if ((digits & 7) === 0) this.#words[(digits >> 3) - 1] = word;
    }
    return from + UUID_CHARACTERS;
  }
  #instant(from) {
    const bytes = this.#bytes;
    for (let index = 0; index < INSTANT_CHARACTERS; index += 1) {
      const expected = byteAt(INSTANT, index);
      const byte = byteAt(bytes, from + index);
      if (expected === ZERO ? byteAt(DIGIT, byte) !== 1 : byte !== expected) return NOWHERE;
    }
    if (this.#pair(from + 11) > 23 || this.#pair(from + 14) > 59 || this.#pair(from + 17) > 59) return NOWHERE;
    const year = this.#pair(from) * 100 + this.#pair(from + 2);
    return isDate(year, this.#pair(from + 5), this.#pair(from + 8)) ? from + INSTANT_CHARACTERS : NOWHERE;
  }
  #pair(at) {
    return (byteAt(this.#bytes, at) - ZERO) * 10 + (byteAt(this.#bytes, at + 1) - ZERO);
  }
};
var SHORT_ESCAPE = isOneOf('"\\bfnrt');
var INSTANT = ascii("0000-00-00T00:00:00.000Z");

// packages/audit/src/verify-record.ts
var MEMBERS = ["data", "id", "log", "meta", "prev", "recordedAt", "schema", "sealed", "stream", "type", "v", "version"];
var UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
var UUID_5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
var INSTANT2 = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
var META2 = new Set(META_MEMBERS);
var isUuid = (value) => typeof value === "string" && UUID.test(value);
var isUuid5 = (value) => typeof value === "string" && UUID_5.test(value);
var isMembers = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
var isName = (value) => typeof value === "string" && value !== "";
var isInstant = (value) => typeof value === "string" && INSTANT2.test(value) && isDay(value.slice(0, 10));
var isHash2 = (value) => fromBase64Url(value)?.length === 32;
var isMeta = (value) => isMembers(value) && Object.entries(value).every(([key, text]) => META2.has(key) && typeof text === "string");
var isSealed = (value) => Array.isArray(value) && value.every((each, index) => isHash2(each) && (index === 0 || value[index - 1] < each));
var CHECKS = [
  ["v", (value) => value === 1],
  ["log", isUuid],
  ["id", isUuid5],
  ["stream", isName],
  ["type", isName],
  ["version", isCount],
  ["schema", isCount],
  ["recordedAt", isInstant],
  ["prev", (value) => value === null || isHash2(value)],
  ["data", isMembers],
  ["meta", isMeta],
  ["sealed", isSealed]
];
var SHORTEST = 200;
function readLine(line, fact) {
  if (line.length < SHORTEST) return malformed2("not-json");
  const text = textOfUtf8(line);
  if (text === null) return malformed2("not-utf8");
  const value = parsed(text);
  if (!isMembers(value)) return malformed2("not-json");
  const canonical = isCanonical(text, value);
  if (!canonical && hasKeyTwice(text)) return malformed2("key-twice");
  const wrong = faultIn(value);
  if (wrong) return { malformed: wrong, canonical };
  fill(fact, value);
  return { malformed: null, canonical };
}
var malformed2 = (...particular) => ({ malformed: particular, canonical: true });
function faultIn(value) {
  for (const name of MEMBERS) if (!Object.hasOwn(value, name)) return ["member-wrong", name];
  for (const name in value) if (!MEMBERS.includes(name)) return ["member-wrong", JSON.stringify(name.slice(0, 40))];
  for (const [name, holds] of CHECKS) if (!holds(value[name])) return ["member-wrong", name];
  return hasUnsafeNumber(value) ? ["number-too-large"] : null;
}
function hasUnsafeNumber(value) {
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === "number" && Math.abs(next) > Number.MAX_SAFE_INTEGER) return true;
    if (typeof next === "object" && next !== null) for (const each of Object.values(next)) left.push(each);
  }
  return false;
}
function hasKeyTwice(text) {
  const outer = [];
  let keys = /* @__PURE__ */ new Set();
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [word, colon] = found;
    if (word === "{") {
      outer.push(keys);
      keys = /* @__PURE__ */ new Set();
    } else if (word === "}") keys = outer.pop() ?? keys;
    else if (colon !== void 0) {
      const key = JSON.parse(word.slice(0, -colon.length));
      if (keys.has(key)) return true;
      keys.add(key);
    }
  }
  return false;
}
var bytesOfText = (value) => Buffer.from(JSON.stringify(value));
function fill(fact, { id, log, prev, sealed, stream, type, version }) {
  const texts = [log, prev, stream, type, sealed].map(bytesOfText);
  const from = texts.map((_, index) => 1 + texts.slice(0, index).reduce((sum, each) => sum + each.length, 0));
  const [logFrom = 0, prevFrom = 0, streamFrom = 0, typeFrom = 0, sealedFrom = 0] = from;
  fact.bytes = Buffer.concat([Buffer.alloc(1), ...texts]);
  fact.version = Number(version);
  fact.logFrom = logFrom + 1;
  fact.prevFrom = prev === null ? 0 : prevFrom + 1;
  fact.streamFrom = streamFrom + 1;
  fact.streamTo = typeFrom - 1;
  fact.typeFrom = typeFrom + 1;
  fact.typeTo = sealedFrom - 1;
  fact.sealedFrom = sealedFrom;
  fact.sealedTo = fact.bytes.length;
  fact.id.set(wordsOf(String(id)));
}
function wordsOf(uuid) {
  const hex2 = uuid.replaceAll("-", "");
  return Uint32Array.from({ length: 4 }, (_, word) => Number.parseInt(hex2.slice(word * 8, word * 8 + 8), 16));
}

// packages/audit/src/verify-tree.ts
var node = Buffer.alloc(65);
node[0] = 1;
function pair(left, right) {
  node.write(left + right, 1, "latin1");
  return hash2("sha256", node, "binary");
}
function leafIn(bytes, from, to) {
  bytes[from - 1] = 0;
  return hash2("sha256", bytes.subarray(from - 1, to), "binary");
}
var asText = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
var EdgeTree = class {
  /** The whole subtree of each height that ends the log, '' where there is none. */
  #edge = [];
  size = 0;
  add(leaf) {
    let risen = leaf;
    let height = 0;
    for (let left = this.#edge[height]; left; left = this.#edge[height]) {
      risen = pair(left, risen);
      this.#edge[height] = "";
      height += 1;
    }
    this.#edge[height] = risen;
    this.size += 1;
  }
  root() {
    let root = "";
    for (const left of this.#edge) if (left !== "") root = root === "" ? left : pair(left, root);
    return root === "" ? hash2("sha256", "", "binary") : root;
  }
};
var BASE64URL2 = Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
function namesHash(bytes, from, hashes, at) {
  let character = from;
  for (let byte = at; byte < at + 30; byte += 3) {
    const bits2 = byteAt(hashes, byte) << 16 | byteAt(hashes, byte + 1) << 8 | byteAt(hashes, byte + 2);
    if (bytes[character] !== BASE64URL2[bits2 >> 18] || bytes[character + 1] !== BASE64URL2[bits2 >> 12 & 63]) return false;
    if (bytes[character + 2] !== BASE64URL2[bits2 >> 6 & 63] || bytes[character + 3] !== BASE64URL2[bits2 & 63]) return false;
    character += 4;
  }
  const bits = byteAt(hashes, at + 30) << 10 | byteAt(hashes, at + 31) << 2;
  if (bytes[character] !== BASE64URL2[bits >> 12] || bytes[character + 1] !== BASE64URL2[bits >> 6 & 63]) return false;
  return bytes[character + 2] === BASE64URL2[bits & 63];
}

// packages/audit/src/verify-lines.ts
var RECORDS = "records.ndjson";
var NEWLINE3 = 10;
var LOG_CHARACTERS = 36;
async function readLines(lines) {
  const reader = new LineReader(lines);
  for await (const block of blocksOf(lines.folder, RECORDS, lines.findings, lines)) {
    if (!reader.read(block)) break;
    lines.onRead?.(reader.number, block.done, block.of);
  }
  return reader.number;
}
var LineReader = class {
  number = 0;
  fact = null;
  leaf = "";
  #lines;
  #scanner = new RecordScanner();
  #slow = new Fact();
  #ids = new IdSet();
  #log;
  #block = Buffer.alloc(0);
  #from = 0;
  #to = 0;
  constructor(lines) {
    this.#lines = lines;
    this.#log = lines.log === null ? null : Buffer.from(lines.log);
  }
  bytes() {
    return this.#block.subarray(this.#from, this.#to);
  }
  /** False where a line is too long, after which nothing is read. */
  read({ bytes, from, to }) {
    this.#block = bytes;
    const sound = allUtf8(bytes, from, to);
    for (let at = from; at < to; at = this.#to + 1) {
      this.#from = at;
      const quick = sound && this.#scanner.recognises(bytes, at);
      this.#to = quick ? this.#scanner.fact.to : bytes.indexOf(NEWLINE3, at);
      if (this.#to - at > LONGEST_LINE) {
        this.#lines.findings.add("input-too-large", RECORDS, ["line-too-long", LONGEST_LINE], this.number + 1);
        return false;
      }
      this.number += 1;
      this.fact = quick ? this.#scanner.fact : this.#readSlowly();
      if (this.fact) this.#check(this.fact);
      this.leaf = leafIn(bytes, at, this.#to);
      this.#lines.visit(this);
    }
    return true;
  }
  #readSlowly() {
    const { findings } = this.#lines;
    const { malformed: malformed3, canonical } = readLine(this.bytes(), this.#slow);
    if (!canonical) findings.add("record-not-canonical", RECORDS, void 0, this.number);
    if (malformed3) findings.add("record-malformed", RECORDS, malformed3, this.number);
    return malformed3 ? null : this.#slow;
  }
  #check(fact) {
    const { findings, disclosures } = this.#lines;
    if (this.#log && !isAt(fact.bytes, fact.logFrom, this.#log)) findings.add("log-mismatch", RECORDS, void 0, this.number);
    if (!this.#ids.add(fact.id)) findings.add("record-duplicate", RECORDS, void 0, this.number);
    if (disclosures.any) disclosures.meet(fact);
  }
};
function isAt(bytes, from, expected) {
  for (let index = 0; index < LOG_CHARACTERS; index += 1) if (bytes[from + index] !== expected[index]) return false;
  return true;
}

// packages/audit/src/verify-seal.ts
var DECIMAL = /^(?:0|[1-9]\d{0,19})$/;
var MOST = 1n << 64n;
var STREAM2 = Buffer.from("$seals");
var TYPE2 = Buffer.from("LogSealed");
var IN_SEALS = Buffer.from('$seals","type":"LogSealed"');
var isInSeals = ({ bytes, streamFrom, streamTo }) => stands(STREAM2, bytes, streamFrom, streamTo);
var isSeal = (fact) => isInSeals(fact) && stands(TYPE2, fact.bytes, fact.typeFrom, fact.typeTo);
function stands(text, bytes, from, to) {
  if (to - from !== text.length) return false;
  for (let index = 0; index < text.length; index += 1) if (bytes[from + index] !== text[index]) return false;
  return true;
}
function sealIn(line) {
  const { data } = JSON.parse(Buffer.from(line.bytes()).toString("utf8"));
  if (Object.keys(data).sort().join() !== "heads,root,size,streams") return null;
  const [size, streams] = [decimalOf(data.size), decimalOf(data.streams)];
  const [root, heads] = [hashOf(data.root), hashOf(data.heads)];
  return size === null || streams === null || root === null || heads === null ? null : { size, root, heads, streams };
}
function decimalOf(value) {
  const size = typeof value === "string" && DECIMAL.test(value) ? BigInt(value) : MOST;
  return size < MOST ? size : null;
}
function hashOf(value) {
  const bytes = fromBase64(value);
  return bytes?.length === 32 ? asText(bytes) : null;
}

// packages/audit/src/verify-streams.ts
var HASH = 32;
var PREFIX = 6;
var Streams = class {
  count = 0;
  #versions = new Float64Array(256);
  #leaves = Buffer.alloc(256 * HASH);
  /** Names as JSON writes them, one after the other, and where each ends. */
  #names = Buffer.alloc(16384);
  #ends = new Float64Array(256);
  /** Number of the stream, from 1, at the place its name leads to or the next that was free. */
  #places = new Uint32Array(1024);
  #heads = new SortedHeads();
  /** Number of the stream with this name, from 0; it is new where it is the number of those before. */
  numberOf(bytes, from, to) {
    const mask = this.#places.length - 1;
    let place = tableHash(bytes, from, to) & mask;
    for (let number = numberAt(this.#places, place); number > 0; number = numberAt(this.#places, place)) {
      if (this.#isNamed(number - 1, bytes, from, to)) return number - 1;
      place = place + 1 & mask;
    }
    return this.#add(place, bytes, from, to);
  }
  /** Version of its last fact; 0 for a new one. */
  version(number) {
    return numberAt(this.#versions, number);
  }
  leaf(number) {
    return this.#leaves.toString("latin1", number * HASH, (number + 1) * HASH);
  }
  /** Whether the fact names the one before it; one of version 1, and no other, names none. */
  follows(number, { version, prevFrom, bytes }) {
    if (version === 1) return prevFrom === 0;
    return this.version(number) > 0 && prevFrom > 0 && namesHash(bytes, prevFrom, this.#leaves, number * HASH);
  }
  set(number, version, leaf) {
    this.#versions[number] = version;
    this.#leaves.write(leaf, number * HASH, "latin1");
    this.#heads.changed(number);
  }
  /** Root over the heads as they stand. */
  headsRoot() {
    return this.#heads.root(this);
  }
  digest(number) {
    return sha256(JSON.parse(`"${this.#names.toString("utf8", this.#start(number), numberAt(this.#ends, number))}"`));
  }
  #start(number) {
    return numberAt(this.#ends, number - 1);
  }
  #isNamed(number, bytes, from, to) {
    const names = this.#names;
    const start = this.#start(number);
    if (numberAt(this.#ends, number) - start !== to - from) return false;
    for (let index = to - from - 1; index >= 0; index -= 1) if (names[start + index] !== bytes[from + index]) return false;
    return true;
  }
  #add(place, bytes, from, to) {
    const number = this.count;
    const start = this.#start(number);
    const end = start + to - from;
    this.#names = grown(this.#names, end);
    this.#names.set(bytes.subarray(from, to), start);
    if (number === this.#ends.length) this.#grow();
    this.#ends[number] = end;
    this.#places[place] = number + 1;
    this.count += 1;
    if (this.count * 2 > this.#places.length) this.#placeAgain();
    return number;
  }
  #grow() {
    const longer = (old) => {
      const larger = new Float64Array(old.length * 2);
      larger.set(old);
      return larger;
    };
    this.#versions = longer(this.#versions);
    this.#ends = longer(this.#ends);
    this.#leaves = grown(this.#leaves, this.#ends.length * HASH);
  }
  #placeAgain() {
    this.#places = new Uint32Array(this.#places.length * 2);
    const mask = this.#places.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let place = tableHash(this.#names, this.#start(number), numberAt(this.#ends, number)) & mask;
      while (this.#places[place] !== 0) place = place + 1 & mask;
      this.#places[place] = number + 1;
    }
  }
};
var SortedHeads = class {
  /** Numbers of streams by their digest. */
  #order = new Uint32Array(0);
  #digests = Buffer.alloc(0);
  #leaves = Buffer.alloc(0);
  #stale = new Uint8Array(256);
  changed(number) {
    if (number >= this.#stale.length) {
      const larger = new Uint8Array(this.#stale.length * 2);
      larger.set(this.#stale);
      this.#stale = larger;
    }
    this.#stale[number] = 1;
  }
  root(streams) {
    this.#takeIn(streams);
    const tree = new EdgeTree();
    for (const number of this.#order) {
      if (this.#stale[number] === 1) this.#hash(number, streams);
      tree.add(this.#leaves.toString("latin1", number * HASH, (number + 1) * HASH));
    }
    return tree.root();
  }
  /** Streams that are new since the last time find their place among the others. */
  #takeIn(streams) {
    const before = this.#order;
    const { count } = streams;
    this.#digests = grown(this.#digests, count * HASH);
    this.#leaves = grown(this.#leaves, count * HASH);
    for (let number = before.length; number < count; number += 1) this.#digests.set(streams.digest(number), number * HASH);
    const fresh = new Uint32Array(count - before.length).map((_, index) => before.length + index).sort((a, b) => this.#compare(a, b));
    const order = new Uint32Array(count);
    let [old, young] = [0, 0];
    for (const at of order.keys()) {
      const [one, other] = [numberAt(before, old), numberAt(fresh, young)];
      const takesOld = young === fresh.length || old < before.length && this.#compare(one, other) < 0;
      order[at] = takesOld ? one : other;
      if (takesOld) old += 1;
      else young += 1;
    }
    this.#order = order;
  }
  #compare(one, other) {
    const digests = this.#digests;
    const [a, b] = [one * HASH, other * HASH];
    const difference = digests.readUIntBE(a, PREFIX) - digests.readUIntBE(b, PREFIX);
    return difference === 0 ? digests.compare(digests, b, b + HASH, a, a + HASH) : difference;
  }
  #hash(number, streams) {
    const h = Buffer.from(streams.leaf(number), "latin1").toString("base64url");
    const s = this.#digests.toString("hex", number * HASH, (number + 1) * HASH);
    const text = `\0{"h":"${h}","n":${streams.version(number)},"s":"${s}"}`;
    this.#leaves.write(hash2("sha256", text, "binary"), number * HASH, "latin1");
    this.#stale[number] = 0;
  }
};

// packages/audit/src/verify-case.ts
var INDEX = "index.json";
var HEADS_PROOF = "heads-proof.json";
var WORD = 0xffffffffn;
async function readCase(pass) {
  const { findings, index } = pass;
  const visitor = new CaseVisitor(pass);
  const records = await readLines({ ...pass, visit: (line) => visitor.visit(line) });
  if (records !== index.entries) findings.add("file-malformed", INDEX, ["entries-and-lines", index.entries, records]);
  return { records, seal: visitor.end() };
}
function pathLength(index, size) {
  const differing = (index ^ size - 1n).toString(2).replace(/^0/, "").length;
  const shared = (index >> BigInt(differing)).toString(2);
  return differing + shared.replaceAll("0", "").length;
}
function leads({ index, size, leaf, proof, root }, add) {
  if (index >= size) {
    add("index-out-of-range", ["place-is", index, size]);
    return true;
  }
  const length = pathLength(index, size);
  if (proof.length !== length) {
    add("proof-length", ["hashes-are", proof.length, length]);
    return true;
  }
  return verifyInclusion({ index, size, leafHash: leaf, proof: proof.hashes, root });
}
function sealOn(line, index) {
  const claim = sealIn(line);
  if (!claim) return { claim: null, wrong: ["seal-malformed"] };
  return claim.size > index ? { claim: null, wrong: ["seal-covers-itself", claim.size, index] } : { claim, wrong: null };
}
var CaseVisitor = class {
  #pass;
  #findings;
  #entries;
  #stream;
  #streams = new Streams();
  /** Versions up to the head's that are here. */
  #versions;
  #places = new IdSet();
  #words = Uint32Array.of(0, 1, 0, 0);
  #before = -1n;
  #present = 0;
  #lastWithin = -1n;
  #lastWithinVersion = 0;
  #firstBeyond = null;
  #leafOfLast = null;
  #seal = null;
  constructor(pass) {
    this.#pass = pass;
    this.#findings = pass.findings;
    this.#entries = pass.index.read();
    this.#stream = Buffer.from(JSON.stringify(pass.index.stream).slice(1, -1));
    this.#versions = new Uint8Array(Math.min(pass.headsProof?.head.n ?? 0, pass.index.entries) + 1);
  }
  visit(line) {
    const entry = this.#entries.next().value ?? null;
    if (entry) this.#place(entry, line);
    const { fact } = line;
    if (!fact) return;
    if (this.#isOfCase(fact)) this.#followOn(fact, entry, line);
    else this.#other(fact, entry, line);
  }
  #place({ index, proof }, { leaf, number }) {
    const { checkpoint } = this.#pass;
    this.#words[0] = Number(index & WORD);
    this.#words[2] = Number(index >> 32n);
    if (!this.#places.add(this.#words)) this.#findings.add("index-duplicate", INDEX, void 0, number);
    else if (index < this.#before) this.#findings.add("file-malformed", INDEX, ["not-in-order"], number);
    this.#before = index;
    if (!checkpoint) return;
    const { size, root } = checkpoint;
    const bytes = new Uint8Array(Buffer.from(leaf, "latin1"));
    const holds = leads(
      { index, size, leaf: bytes, proof, root },
      (code, particular) => this.#findings.add(code, INDEX, particular, number)
    );
    if (!holds) this.#findings.add("inclusion-invalid", RECORDS, void 0, number);
  }
  #isOfCase({ bytes, streamFrom, streamTo }) {
    return this.#stream.equals(bytes.subarray(streamFrom, streamTo));
  }
  #followOn(fact, entry, { leaf, number }) {
    const { version } = fact;
    const streams = this.#streams;
    const stream = streams.numberOf(fact.bytes, fact.streamFrom, fact.streamTo);
    const expected = streams.version(stream) + 1;
    if (version !== expected) this.#findings.add("version-gap", RECORDS, ["version-is", version, expected], number);
    if (!streams.follows(stream, fact)) this.#findings.add("chain-broken", RECORDS, void 0, number);
    streams.set(stream, version, leaf);
    this.#note(version, leaf, entry);
    if (entry && entry.index === this.#pass.headsProof?.seal) this.#seal ??= { claim: null, wrong: ["seal-unlike"] };
  }
  /** What will be held against the head, once the seal has come. */
  #note(version, leaf, entry) {
    const last = this.#pass.headsProof?.head.n ?? 0;
    const index = entry?.index ?? null;
    if (version > last) {
      if (index !== null) this.#firstBeyond ??= { index, version };
      return;
    }
    if (this.#versions[version] === 0) {
      this.#versions[version] = 1;
      this.#present += 1;
    }
    if (version === last) this.#leafOfLast = leaf;
    if (index !== null) [this.#lastWithin, this.#lastWithinVersion] = [index, version];
  }
  /** A record of another stream: the seal, or it does not belong here. */
  #other(fact, entry, line) {
    const { headsProof } = this.#pass;
    const expected = headsProof ? entry?.index === headsProof.seal : isSeal(fact);
    if (!expected || this.#seal) return this.#findings.add("record-malformed", RECORDS, ["other-stream"], line.number);
    if (fact.version === 1 !== (fact.prevFrom === 0)) this.#findings.add("chain-broken", RECORDS, void 0, line.number);
    this.#seal = entry && isSeal(fact) ? sealOn(line, entry.index) : { claim: null, wrong: ["seal-unlike"] };
  }
  /** The seal, where it is one and shows the end of the case. */
  end() {
    const { headsProof } = this.#pass;
    if (!headsProof) return null;
    const { head } = headsProof;
    const { claim, wrong } = this.#seal ?? { claim: null, wrong: ["seal-absent"] };
    if (wrong) this.#findings.add("seal-invalid", RECORDS, wrong);
    if (head.s !== Buffer.from(sha256(this.#pass.index.stream)).toString("hex"))
      this.#findings.add("head-invalid", HEADS_PROOF, ["head-of-another"]);
    if (claim) this.#headIn(claim, headsProof);
    this.#caseUnder(headsProof, claim);
    return claim;
  }
  #headIn(seal, { head, index, size, proof }) {
    const findings = this.#findings;
    if (size !== seal.streams) return findings.add("head-invalid", HEADS_PROOF, ["head-other-size", size, seal.streams]);
    const leaf = leafHash(canonicalize({ ...head }));
    const root = new Uint8Array(Buffer.from(seal.heads, "latin1"));
    const holds = leads({ index, size, leaf, proof, root }, (code, particular) => findings.add(code, HEADS_PROOF, particular));
    if (!holds) findings.add("head-invalid", HEADS_PROOF, ["head-not-in-tree"]);
  }
  #caseUnder({ head: { h, n } }, seal) {
    const findings = this.#findings;
    if (this.#present < n) findings.add("case-incomplete", RECORDS, ["facts-are", this.#present, n]);
    if (this.#leafOfLast !== null && Buffer.from(this.#leafOfLast, "latin1").toString("base64url") !== h)
      findings.add("head-invalid", HEADS_PROOF, ["head-other-fact"]);
    if (!seal) return;
    const beyond = this.#firstBeyond;
    if (beyond && beyond.index < seal.size) findings.add("head-invalid", HEADS_PROOF, ["head-exceeded", n, beyond.version]);
    if (this.#lastWithin >= seal.size) findings.add("head-invalid", HEADS_PROOF, ["head-after-seal", this.#lastWithinVersion]);
  }
};

// packages/audit/src/verify-disclosures.ts
var DISCLOSURES = "disclosures.ndjson";
var NEWLINE4 = 10;
var SALT_BYTES = 16;
var SHORTEST2 = 69;
var STRAY_TILDE = /~(?![01])/;
var Disclosures = class {
  count = 0;
  /** By fact, then by commitment: a file may hold a million for one fact, and each is looked up once. */
  #byFact = /* @__PURE__ */ new Map();
  get any() {
    return this.#byFact.size > 0;
  }
  /** A line of the file. */
  take(line, number, findings) {
    const read2 = disclosureIn(line);
    if (!read2) return findings.add("disclosure-malformed", DISCLOSURES, void 0, number);
    this.count += 1;
    const { fact, commitment } = read2;
    const others = this.#byFact.get(fact) ?? /* @__PURE__ */ new Map();
    if (others.has(commitment)) return findings.add("disclosure-duplicate", DISCLOSURES, void 0, number);
    others.set(commitment, { line: number, met: false });
    this.#byFact.set(fact, others);
  }
  /** A record has come: what was disclosed of it is compared with what it was committed to. */
  meet(fact) {
    const disclosed = this.#byFact.get(keyOf(fact.id));
    if (!disclosed) return;
    const list = JSON.parse(Buffer.from(fact.bytes.subarray(fact.sealedFrom, fact.sealedTo)).toString("latin1"));
    for (const commitment of list) {
      const found = disclosed.get(commitment);
      if (found) found.met = true;
    }
  }
  /** All records have come. */
  end(findings) {
    for (const disclosed of this.#byFact.values())
      for (const { met, line } of disclosed.values()) if (!met) findings.add("disclosure-unknown", DISCLOSURES, void 0, line);
  }
};
var keyOf = (id) => `${id[0]} ${id[1]} ${id[2]} ${id[3]}`;
async function readDisclosures(folder, findings, reading) {
  const disclosures = new Disclosures();
  let number = 0;
  for await (const { bytes, from, to } of blocksOf(folder, DISCLOSURES, findings, reading)) {
    for (let at = from; at < to; ) {
      const end = bytes.indexOf(NEWLINE4, at);
      number += 1;
      if (end - at > LONGEST_LINE) {
        findings.add("input-too-large", DISCLOSURES, ["line-too-long", LONGEST_LINE], number);
        return disclosures;
      }
      disclosures.take(bytes.subarray(at, end), number, findings);
      at = end + 1;
    }
  }
  return disclosures;
}
function disclosureIn(line) {
  if (line.length < SHORTEST2) return null;
  const members2 = Object(canonicalIn(line));
  if (Object.keys(members2).join() !== "disclosure,fact") return null;
  const { disclosure, fact } = members2;
  const bytes = fromBase64Url(disclosure);
  if (!bytes || typeof fact !== "string" || !isDisclosure(canonicalIn(bytes))) return null;
  return { fact: isUuid5(fact) ? keyOf(wordsOf(fact)) : fact, commitment: Buffer.from(sha256(bytes)).toString("base64url") };
}
function isDisclosure(value) {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [salt, path] = value;
  if (fromBase64Url(salt)?.length !== SALT_BYTES) return false;
  return typeof path === "string" && isPointer(path);
}
var isPointer = (path) => (path === "" || path.startsWith("/")) && !STRAY_TILDE.test(path);
function canonicalIn(bytes) {
  const text = textOfUtf8(bytes) ?? "";
  const value = parsed(text);
  return isCanonical(text, value) ? value : void 0;
}

// packages/audit/src/verify-json.ts
import { isUtf8 as isUtf82 } from "node:buffer";
var MOST_HASHES = 64;
var MOST_LEAVES2 = 1n << 64n;
var LONGEST_TEXT = 2e6;
var DECIMAL2 = /^(?:0|[1-9]\d{0,19})$/;
var COUNT = /^[1-9]\d{0,15}/;
var BASE64_CHARACTERS = 44;
var NotTheObject = class extends Error {
};
var Cursor = class {
  #bytes;
  at;
  constructor(bytes, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }
  standsBefore(text) {
    return this.#bytes.toString("latin1", this.at, this.at + text.length) === text;
  }
  /** Whether the text stands here; then it is passed over. */
  passes(text) {
    const found = this.standsBefore(text);
    if (found) this.at += text.length;
    return found;
  }
  expect(text) {
    if (!this.passes(text)) throw new NotTheObject();
  }
  text() {
    const from = this.at;
    this.expect('"');
    for (let byte = this.#bytes[this.at]; byte !== 34; byte = this.#bytes[this.at]) {
      if (byte === void 0 || this.at - from > LONGEST_TEXT) throw new NotTheObject();
      this.at += byte === 92 ? 2 : 1;
    }
    this.at += 1;
    const token = this.#bytes.toString("utf8", from, this.at);
    const value = parsed(token);
    if (!isCanonical(token, value)) throw new NotTheObject();
    return String(value);
  }
  /** A whole number below 2^64, in quotes. */
  decimal() {
    const text = this.text();
    const value = DECIMAL2.test(text) ? BigInt(text) : MOST_LEAVES2;
    if (value >= MOST_LEAVES2) throw new NotTheObject();
    return value;
  }
  /** A whole number from 1 that a double holds exactly. */
  count() {
    const count = Number(COUNT.exec(this.#bytes.toString("latin1", this.at, this.at + 17))?.[0]);
    if (!Number.isSafeInteger(count)) throw new NotTheObject();
    this.at += String(count).length;
    return count;
  }
  proof() {
    const hashes = [];
    this.expect("[");
    if (this.passes("]")) return { hashes, length: 0 };
    for (let length = 1; ; length += 1) {
      const hash3 = this.#hash();
      if (length <= MOST_HASHES) hashes.push(hash3);
      if (this.passes("]")) return { hashes, length };
      this.expect(",");
    }
  }
  #hash() {
    this.expect('"');
    const text = this.#bytes.toString("latin1", this.at, this.at + BASE64_CHARACTERS);
    const bytes = fromBase64(text);
    if (bytes?.length !== 32) throw new NotTheObject();
    this.at += BASE64_CHARACTERS;
    this.expect('"');
    return bytes;
  }
  end() {
    if (this.at !== this.#bytes.length) throw new NotTheObject();
  }
};
function readWhole(bytes, read2) {
  if (!isUtf82(bytes)) return null;
  try {
    const cursor = new Cursor(bytes);
    const found = read2(cursor);
    cursor.end();
    return found;
  } catch (error) {
    if (error instanceof NotTheObject) return null;
    throw error;
  }
}
var indexIn = (bytes) => readWhole(bytes, (cursor) => {
  cursor.expect('{"kind":"');
  const kind = cursor.passes("case") ? "case" : "log";
  if (kind === "log") cursor.expect("log");
  cursor.expect('","log":');
  const log = cursor.text();
  if (!isUuid(log)) throw new NotTheObject();
  cursor.expect(',"origin":');
  const origin = cursor.text();
  cursor.expect(',"records":[');
  const start = cursor.at;
  let entries = 0;
  for (const each = entriesAt(cursor); !each.next().done; ) entries += 1;
  if (kind === "log" && entries > 0) throw new NotTheObject();
  cursor.expect('],"size":');
  const size = cursor.decimal();
  if (kind === "log") {
    cursor.expect(',"v":1}');
    return { kind, log, origin, size };
  }
  cursor.expect(',"stream":');
  const stream = cursor.text();
  cursor.expect(',"v":1}');
  return { kind, log, origin, size, stream, entries, read: () => entriesAt(new Cursor(bytes, start)) };
});
function* entriesAt(cursor) {
  for (let more = cursor.standsBefore("{"); more; more = cursor.passes(",")) {
    cursor.expect('{"index":');
    const index = cursor.decimal();
    cursor.expect(',"proof":');
    const proof = cursor.proof();
    cursor.expect("}");
    yield { index, proof };
  }
}
var HEX_HASH = /^[0-9a-f]{64}$/;
var headsProofIn = (bytes) => readWhole(bytes, (cursor) => {
  cursor.expect('{"head":{"h":');
  const h = cursor.text();
  cursor.expect(',"n":');
  const n = cursor.count();
  cursor.expect(',"s":');
  const s = cursor.text();
  if (!HEX_HASH.test(s) || fromBase64Url(h)?.length !== 32) throw new NotTheObject();
  cursor.expect('},"index":');
  const index = cursor.decimal();
  cursor.expect(',"proof":');
  const proof = cursor.proof();
  cursor.expect(',"seal":');
  const seal = cursor.decimal();
  cursor.expect(',"size":');
  const size = cursor.decimal();
  cursor.expect(',"v":1}');
  return { seal, head: { h, n, s }, index, size, proof };
});
var consistencyIn = (bytes) => readWhole(bytes, (cursor) => {
  cursor.expect('{"from":');
  const from = cursor.decimal();
  cursor.expect(',"proof":');
  const proof = cursor.proof();
  cursor.expect(',"to":');
  const to = cursor.decimal();
  cursor.expect(',"v":1}');
  return { from, to, proof };
});

// packages/audit/src/verify-seals.ts
var NEWLINE5 = 10;
var Seals = class {
  #stops;
  /** What is wrong with a claim, by what it says; null where nothing is. */
  #judged = /* @__PURE__ */ new Map();
  #next = 0;
  /** Hashes that were computed for heads, and how many may be. */
  #work = 0;
  #budget;
  /** Whether some heads were not computed, because there would have been no end to it. */
  exhausted = false;
  /** At most `budget` hashes are computed for heads. */
  constructor(claims, budget) {
    const bySize = /* @__PURE__ */ new Map();
    for (const claim of claims) {
      const size = Number(claim.size);
      const others = bySize.get(size);
      if (others) others.push(claim);
      else bySize.set(size, [claim]);
    }
    this.#stops = [...bySize].sort(([one], [other]) => one - other);
    this.#budget = budget;
  }
  /** Judges what is claimed of the log at its size, if anything is. Called at every size, one after the other. */
  judge(tree, streams) {
    const stop = this.#stops[this.#next];
    if (stop?.[0] !== tree.size) return;
    const root = tree.root();
    let heads = null;
    for (const claim of stop[1]) {
      let wrong = prefixFault(claim, root, streams);
      if (!wrong && this.#work + streams.count > this.#budget) this.exhausted = true;
      else if (!wrong) {
        if (heads === null) this.#work += streams.count;
        heads ??= streams.headsRoot();
        wrong = claim.heads === heads ? null : ["seal-heads"];
      }
      this.#judged.set(keyOf2(claim), wrong);
    }
    this.#next += 1;
  }
  /** What is wrong with the seal that stands here, or null. */
  faultIn(line) {
    const claim = sealIn(line);
    if (!claim) return ["seal-malformed"];
    const index = line.number - 1;
    if (claim.size > index) return ["seal-covers-itself", claim.size, index];
    const judged = this.#judged.get(keyOf2(claim));
    return judged === void 0 ? ["seal-unlike"] : judged;
  }
};
function prefixFault({ size, root, streams: counted }, computed, { count }) {
  if (root !== computed) return ["seal-prefix", size];
  return counted === BigInt(count) ? null : ["seal-streams", counted, count];
}
var keyOf2 = ({ size, root, heads, streams }) => `${size} ${root} ${heads} ${streams}`;
async function foreseen(folder, findings, reading, bounded) {
  const claims = [];
  let read2 = 0;
  for await (const { bytes, from, to } of blocksOf(folder, RECORDS, findings, reading)) {
    const block = bytes.subarray(0, to);
    read2 += to - from;
    for (let found = block.indexOf(IN_SEALS, from); found !== -1; found = block.indexOf(IN_SEALS, found)) {
      const start = Math.max(from, block.lastIndexOf(NEWLINE5, found) + 1);
      const end = block.indexOf(NEWLINE5, found);
      const claim = claimIn(block.subarray(start, end));
      if (claim) claims.push(claim);
      found = end;
    }
  }
  return new Seals(claims, bounded ? read2 : Number.POSITIVE_INFINITY);
}
function claimIn(line) {
  return readLine(line, new Fact()).malformed ? null : sealIn({ bytes: () => line });
}

// packages/audit/src/verify-log.ts
async function readLog(pass) {
  const { folder, findings, checkpoint } = pass;
  const seals = await foreseen(folder, new Findings(findings.language), pass, pass.bounded);
  const visitor = new LogVisitor(findings, seals, pass.older);
  const records = await readLines({ ...pass, visit: (line) => visitor.visit(line) });
  visitor.arrive();
  if (checkpoint && checkpoint.size !== BigInt(records))
    findings.add("file-malformed", RECORDS, ["records-and-size", records, checkpoint.size]);
  if (checkpoint && asText(checkpoint.root) !== visitor.tree.root()) findings.add("root-mismatch", RECORDS);
  return { records, seals: visitor.seals, exhausted: seals.exhausted };
}
var LogVisitor = class {
  tree = new EdgeTree();
  #streams = new Streams();
  #findings;
  #seals;
  #older;
  seals = 0;
  constructor(findings, seals, older) {
    this.#findings = findings;
    this.#seals = seals;
    this.#older = [...older].map(([name, { size, root }]) => [name, Number(size), asText(root)]);
  }
  /** Called before each record and after the last one. */
  arrive() {
    const { tree } = this;
    for (const [name, size, root] of this.#older)
      if (size === tree.size && root !== tree.root()) this.#findings.add("consistency-invalid", name);
    this.#seals.judge(tree, this.#streams);
  }
  visit(line) {
    this.arrive();
    this.tree.add(line.leaf);
    const { fact, number } = line;
    if (!fact) return;
    const streams = this.#streams;
    const stream = streams.numberOf(fact.bytes, fact.streamFrom, fact.streamTo);
    const expected = streams.version(stream) + 1;
    if (fact.version !== expected) this.#findings.add("version-gap", RECORDS, ["version-is", fact.version, expected], number);
    if (!streams.follows(stream, fact)) this.#findings.add("chain-broken", RECORDS, void 0, number);
    streams.set(stream, fact.version, line.leaf);
    if (!isSeal(fact)) return;
    this.seals += 1;
    const wrong = this.#seals.faultIn(line);
    if (wrong) this.#findings.add("seal-invalid", RECORDS, wrong, number);
  }
};

// packages/audit/src/verify-notes.ts
var CHECKPOINT = "checkpoint";
var OLDER = "prev-checkpoint";
var CONSISTENCY = "consistency.json";
var SEEN = "seen";
var LARGEST_NOTE2 = 1e6;
var NO_ORIGIN = /[\p{White_Space}+]|:\/\//u;
var LARGEST_CONSISTENCY = 256 * 1024 * 1024;
var NOTE_CODES = [
  ...["input-too-large", "note-malformed", "note-too-many-signatures", "key-unknown", "signature-invalid"],
  ...["checkpoint-malformed", "size-malformed"]
];
function openNote(note, name, verifiers, findings) {
  const opened = readNote(note, name, verifiers, findings);
  if (!opened) return null;
  if (opened.size === 0n && opened.signedBy.length > 0 && !equalBytes(opened.root, sha256(""))) findings.add("root-mismatch", name);
  if (opened.extensions.length > 0) findings.add("checkpoint-malformed", name, ["extension-lines"]);
  if (NO_ORIGIN.test(opened.origin)) findings.add("checkpoint-malformed", name, ["origin-unfit", opened.origin]);
  else if (opened.signedBy.length > 0 && !opened.signedBy.includes(opened.origin))
    findings.add("origin-mismatch", name, ["origin-unsigned", opened.origin]);
  return opened;
}
function readNote(note, name, verifiers, findings) {
  const tried = attempt(() => openCheckpoint(note, verifiers));
  if (typeof tried !== "string") return tried;
  findings.add(tried, name);
  if (tried !== "signature-invalid" && tried !== "key-unknown") return null;
  const unsigned = attempt(() => unsignedCheckpoint(note));
  if (typeof unsigned !== "string") return { ...unsigned, signedBy: [] };
  findings.add(unsigned, name);
  return null;
}
function attempt(open2) {
  try {
    return open2();
  } catch (error) {
    const code = error instanceof EvidenceError && NOTE_CODES.find((each) => each === error.code);
    if (code) return code;
    throw error;
  }
}
function compareNotes(now, older, name, findings) {
  if (older.origin !== now.origin) findings.add("origin-mismatch", name, ["origin-is", older.origin, now.origin]);
  if (older.size > now.size) findings.add("checkpoint-rollback", CHECKPOINT, ["size-is", now.size, older.size]);
  if (older.size === now.size && !equalBytes(older.root, now.root)) findings.add("checkpoint-conflict", CHECKPOINT);
}
async function olderNote(folder, now, verifiers, findings) {
  const bytes = await bytesOfFile(folder, OLDER, LARGEST_NOTE2, findings);
  const proof = await bytesOfFile(folder, CONSISTENCY, LARGEST_CONSISTENCY, findings);
  const note = bytes && signedNote(bytes, OLDER, verifiers, findings);
  const file = proof && consistencyIn(proof);
  if (proof && !file) findings.add("file-malformed", CONSISTENCY, ["not-the-object"]);
  if (!now || !note) return null;
  compareNotes(now, note, OLDER, findings);
  if (file) holdTo(now, note, file, findings);
  return note;
}
function signedNote(note, name, verifiers, findings) {
  const opened = openNote(note, name, verifiers, findings);
  return opened && opened.signedBy.length > 0 ? opened : null;
}
function holdTo(now, older, { from, to, proof }, findings) {
  if (proof.length > MOST_HASHES) return findings.add("proof-length", CONSISTENCY, ["hashes-are", proof.length, MOST_HASHES]);
  const sizes = from === older.size && to === now.size;
  const holds = sizes && verifyConsistency({ oldSize: from, newSize: to, oldRoot: older.root, newRoot: now.root, proof: proof.hashes });
  if (!holds) findings.add("consistency-invalid", CONSISTENCY, sizes ? void 0 : ["sizes-are", from, to]);
}

// packages/audit/src/verify.ts
async function verifyBundle(asked) {
  const verdict = new Verification(asked);
  const entries = await entriesOf(asked.folder, verdict.findings);
  if (entries && entries.length > 0 && entries.every(({ kind }) => kind === "folder")) await verdict.several(entries);
  else if (entries) await verdict.one(asked.folder, entries, asked.onRead);
  return verdict.end();
}
var keyOf3 = ({ code, values }) => JSON.stringify([code, ...values]);
var NEEDED = [RECORDS, INDEX, CHECKPOINT];
var KNOWN = [...NEEDED, HEADS_PROOF, OLDER, CONSISTENCY, DISCLOSURES, "vkeys.txt", "verify.mjs"];
var Verification = class {
  findings;
  #asked;
  #seen;
  #bundles = 0;
  #records = 0;
  /** Records at their place, and values disclosed, in all bundles together. */
  #counted = { included: 0, disclosed: 0 };
  /** By what they say, and how often: bundles of a folder say much in common. */
  #proved = /* @__PURE__ */ new Map();
  #unproved = /* @__PURE__ */ new Map();
  /** Root by origin and size: no two bundles of a folder may differ. */
  #roots = /* @__PURE__ */ new Map();
  constructor(asked) {
    this.#asked = asked;
    this.findings = new Findings(asked.language ?? "en");
    this.#seen = asked.seen === void 0 ? null : signedNote(asked.seen, SEEN, asked.verifiers, this.findings);
  }
  end() {
    const { findings } = this;
    const ok = findings.total === 0;
    for (const code of ["included", "disclosed"]) if (this.#counted[code] > 0) this.#is(code, this.#counted[code]);
    const { listed, found } = findings;
    const holding = ok ? [...this.#proved.values()].filter(({ said, times }) => this.#isOfAll(said.code, times)) : [];
    const proved = holding.map(({ said }) => said);
    const unproved = ok ? [...this.#unproved.values()] : [statement(unprovedTexts, "findings", findings.language, [])];
    return { ok, bundles: this.#bundles, records: this.#records, findings: listed, found, proved, unproved };
  }
  /** What is said of older notes is said of every bundle of a folder, or not at all: one of them may be of another log than was seen. */
  #isOfAll(code, times) {
    if (code === "extends-older") return times === this.#bundles;
    const isOfSeen = code === "extends-seen" || code === "same-as-seen";
    return !isOfSeen || ![...this.#unproved.values()].some((said) => said.code === "seen-apart");
  }
  async several(entries) {
    for (const [at, { name }] of entries.entries()) {
      this.findings.folder = `${name}/`;
      const folder = `${this.#asked.folder}/${name}`;
      const inside = await entriesOf(folder, this.findings);
      if (inside) await this.one(folder, inside, void 0, name);
      this.#asked.onRead?.(this.#records, at + 1, entries.length);
    }
  }
  async one(folder, entries, onRead, name) {
    this.#bundles += 1;
    const opened = await this.#open(folder, entries, onRead);
    const { index, has } = opened;
    if (name !== void 0 && index) this.#isCalled(name, index);
    if (index?.kind === "log" && has(HEADS_PROOF)) this.findings.add("file-unknown", HEADS_PROOF, ["in-case-bundles-only"]);
    if (!has(RECORDS)) return;
    if (index?.kind === "case") await this.#case(opened, index);
    else if (index) await this.#log(opened, index);
    else this.#records += await readLines({ ...this.#lines(opened), log: null, visit: () => {
    } });
    opened.disclosures.end(this.findings);
  }
  async #open(folder, entries, onRead) {
    const { findings } = this;
    const names = this.#namesIn(entries);
    const has = (name) => names.has(name);
    const note = has(CHECKPOINT) ? await bytesOfFile(folder, CHECKPOINT, LARGEST_NOTE2, findings) : null;
    const said = note && openNote(note, CHECKPOINT, this.#asked.verifiers, findings);
    const index = has(INDEX) ? await this.#index(folder) : null;
    if (index && said) this.#together(index, said);
    const checkpoint = said && said.signedBy.length > 0 ? said : null;
    if (checkpoint) this.#once(checkpoint);
    for (const [one, other] of [
      [OLDER, CONSISTENCY],
      [CONSISTENCY, OLDER]
    ])
      if (has(one) && !has(other)) findings.add("file-missing", other, ["belongs-with", one]);
    const older = has(OLDER) && has(CONSISTENCY) ? await olderNote(folder, checkpoint, this.#asked.verifiers, findings) : null;
    if (checkpoint && this.#seen) this.#since(checkpoint, this.#seen, older);
    const disclosures = has(DISCLOSURES) ? await readDisclosures(folder, findings, this.#reading()) : new Disclosures();
    return { folder, has, index, checkpoint, older, disclosures, onRead };
  }
  #namesIn(entries) {
    const { findings } = this;
    const names = /* @__PURE__ */ new Set();
    for (const { name, kind } of entries) {
      if (!KNOWN.includes(name)) findings.add("file-unknown", name);
      else if (kind !== "file") findings.add("file-malformed", name, ["no-plain-file"]);
      else names.add(name);
    }
    const there = new Set(entries.map(({ name }) => name));
    for (const name of NEEDED) if (!there.has(name)) findings.add("file-missing", name);
    return names;
  }
  async #index(folder) {
    const bytes = await bytesOfFile(folder, INDEX, LARGEST_JSON, this.findings);
    const index = bytes && indexIn(bytes);
    if (bytes && !index) this.findings.add("file-malformed", INDEX, ["not-the-object"]);
    return index;
  }
  #together({ origin, log, size }, checkpoint) {
    const { findings } = this;
    if (origin !== checkpoint.origin) findings.add("origin-mismatch", INDEX, ["origin-is", origin, checkpoint.origin]);
    if (size !== checkpoint.size) findings.add("file-malformed", INDEX, ["size-differs", size, checkpoint.size]);
    const last = checkpoint.origin.slice(checkpoint.origin.lastIndexOf("/") + 1);
    if (isUuid(last) && last !== log) findings.add("log-mismatch", INDEX, ["origin-is", log, last]);
  }
  /** No two checkpoints of one size may differ, not even in two bundles of one folder. */
  #once({ origin, size, root }) {
    const key = `${size} ${origin}`;
    const before = this.#roots.get(key);
    if (!before) this.#roots.set(key, root);
    else if (!equalBytes(before, root)) this.findings.add("checkpoint-conflict", CHECKPOINT);
  }
  #since(now, seen, older) {
    compareNotes(now, seen, SEEN, this.findings);
    if (older?.size === seen.size && !equalBytes(older.root, seen.root)) this.findings.add("checkpoint-conflict", OLDER);
  }
  #isCalled(name, index) {
    const { findings } = this;
    if (index.kind === "log") return findings.add("file-malformed", INDEX, ["not-a-case-in-folder"]);
    const digest = Buffer.from(sha256(index.stream)).toString("hex");
    if (name !== digest) findings.add("file-unknown", "", ["named-otherwise", index.stream, digest]);
  }
  async #case(opened, index) {
    const { findings } = this;
    const { folder, has, checkpoint } = opened;
    if (!has(HEADS_PROOF)) findings.add("file-missing", HEADS_PROOF);
    const bytes = has(HEADS_PROOF) ? await bytesOfFile(folder, HEADS_PROOF, LARGEST_JSON, findings) : null;
    const headsProof = bytes && headsProofIn(bytes);
    if (bytes && !headsProof) findings.add("file-malformed", HEADS_PROOF, ["not-the-object"]);
    const { records, seal } = await readCase({ ...this.#lines(opened), log: index.log, checkpoint, index, headsProof });
    this.#records += records;
    if (!checkpoint || !seal || !headsProof) return;
    this.#common(opened, checkpoint, false);
    this.#counted.included += records;
    this.#is("complete", index.stream, seal.size, headsProof.head.n);
    this.#not("after-seal", seal.size);
    this.#not("seal-honest");
    this.#not("other-cases");
  }
  async #log(opened, index) {
    const { findings } = this;
    const { checkpoint, older } = opened;
    const notes = new Map(older ? [[OLDER, older]] : []);
    if (checkpoint && this.#seen && this.#seen.size < checkpoint.size) notes.set(SEEN, this.#seen);
    const pass = { ...this.#lines(opened), log: index.log, checkpoint, older: notes };
    let read2 = await readLog({ ...pass, bounded: true });
    if (read2.exhausted && findings.total === 0) read2 = await readLog({ ...pass, bounded: false });
    this.#records += read2.records;
    if (!checkpoint) return;
    this.#common(opened, checkpoint, true);
    this.#is("log-whole", read2.records);
    if (read2.seals > 0) this.#is("seals-hold", read2.seals);
  }
  /** What is proved of any bundle, and what is not; it is told only where nothing was found. */
  #common({ older, disclosures }, { origin, size, signedBy }, whole) {
    this.#is("signed", origin, size, signedBy.join(", "));
    if (older) this.#is("extends-older", older.size);
    const seen = this.#seen;
    if (seen?.size === size) this.#is("same-as-seen");
    else if (seen && (whole || older?.size === seen.size)) this.#is("extends-seen", seen.size);
    else if (seen) this.#not("seen-apart", seen.size);
    else this.#not("newest");
    this.#counted.disclosed += disclosures.count;
    for (const code of ["truth", "lawfulness", "instants", "keys", "after-checkpoint", "undisclosed"]) this.#not(code);
  }
  #lines({ folder, disclosures, onRead }) {
    return { folder, findings: this.findings, disclosures, ...this.#reading(onRead) };
  }
  #reading(onRead) {
    return { onRead, signal: this.#asked.signal };
  }
  #is(code, ...values) {
    const said = statement(provedTexts, code, this.findings.language, values);
    const key = keyOf3(said);
    const times = (this.#proved.get(key)?.times ?? 0) + 1;
    this.#proved.set(key, { said, times });
  }
  #not(code, ...values) {
    const said = statement(unprovedTexts, code, this.findings.language, values);
    this.#unproved.set(keyOf3(said), said);
  }
};

// packages/audit/src/verify-main.ts
var Usage = class extends Error {
};
var options = {
  vkey: { type: "string", multiple: true },
  seen: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean" }
};
function askedOf(words) {
  const { values, positionals } = understood(words);
  const { vkey: keys = [], seen: note, json = false, help } = values;
  const language = languageOf(values.lang);
  const said = (name, ...particulars) => filled(programTexts[name][language], particulars);
  if (help) {
    console.log(said("usage"));
    return null;
  }
  const [folder = ".", another] = positionals;
  if (another !== void 0 || keys.length === 0) throw new Usage(said("usage"));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Usage(said("no-folder", folder));
  const verifiers = keys.map((key) => keyOf4(key, said("no-key", key)));
  const asked = { folder, verifiers, language, json };
  if (note === void 0) return asked;
  if (!statSync(note, { throwIfNoEntry: false })?.isFile()) throw new Usage(said("no-note", note));
  return { ...asked, seen: readFileSync(note) };
}
function languageOf(given = "en") {
  if (given === "en" || given === "vi") return given;
  throw new Usage(`--lang en|vi: ${given}`);
}
function understood(words) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new Usage(Object(error).message);
  }
}
function keyOf4(key, otherwise) {
  try {
    return verifierFrom(key);
  } catch (error) {
    if (error instanceof EvidenceError) throw new Usage(otherwise);
    throw error;
  }
}
async function run(words) {
  try {
    const asked = askedOf(words);
    if (!asked) return 0;
    const onRead = process.stderr.isTTY ? shown2 : void 0;
    const verdict = await verifyBundle(onRead ? { ...asked, onRead } : asked);
    if (onRead) process.stderr.write("\r\x1B[K");
    console.log(asked.json ? JSON.stringify(verdict, null, 2) : verdictText(verdict, asked.language));
    return verdict.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    console.error(error.message);
    return 2;
  }
}
var shown2 = (records, done, of) => void process.stderr.write(`\r${Math.round(100 * done / Math.max(of, 1))} %  ${records}\x1B[K`);
process.exitCode = await run(process.argv.slice(2));
