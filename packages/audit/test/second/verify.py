#!/usr/bin/env python3
"""A second verifier for evidence bundles, written from the evidence format alone, with nothing but Python's standard library.

    python3 verify.py FOLDER [--vkey KEY]... [--seen NOTE]      one bundle; NOTE is a file, or the note itself
    python3 verify.py --stdin-jobs                              one job per line: {"folder": …, "vkeys": […], "seen": …}

Each answer is one JSON document {"ok": bool, "findings": [{"code", "file", "line"?, "says"}]}. One bundle ends the process with
0 (nothing found), 1 (findings) or 2 (it was called wrongly). A job that cannot be read gets {"ok": false, "findings": [], "usage": why}.

It shares nothing with the first verifier: where the two disagree, one of them misread the format. What the format leaves open,
and what was made of it here, stands in docs/reference/evidence-format.md.
"""

import argparse
import base64
import binascii
import calendar
import functools
import hashlib
import json
import os
import re
import stat
import sys
from typing import NamedTuple, Optional

MOST_PROOF_HASHES = 64
MOST_SIGNATURES = 100
MOST_NESTING = 256
LARGEST_NOTE = 1_000_000
LARGEST_FILE = 256 * 1024 * 1024
LONGEST_LINE = 256 * 1024
SIZES_END = 1 << 64
SAFE_INTEGER = (1 << 53) - 1

KNOWN_FILES = {
    'records.ndjson', 'index.json', 'heads-proof.json', 'checkpoint', 'prev-checkpoint', 'consistency.json', 'disclosures.ndjson',
    'vkeys.txt', 'verify.mjs',
}
# An auditor has keys and verifier from elsewhere: what lies in the folder is not even opened.
UNREAD_FILES = {'vkeys.txt', 'verify.mjs'}
NOTES = {'checkpoint', 'prev-checkpoint'}
ALWAYS_THERE = ('records.ndjson', 'index.json', 'checkpoint')

RECORD_MEMBERS = {'v', 'log', 'stream', 'version', 'id', 'type', 'schema', 'recordedAt', 'prev', 'meta', 'data', 'sealed'}
META_MEMBERS = set(
    'command commandType door actor unit role onBehalfOf correlation causation caseType chart law calendar from to occurredOn authority'.split()
)

DECIMAL = re.compile(r'0|[1-9][0-9]{0,19}')
UUID = re.compile(r'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}')
UUID_V5 = re.compile(r'[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}')
INSTANT = re.compile(r'([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.[0-9]{3}Z')
HEX_HASH = re.compile(r'[0-9a-f]{64}')
BASE64 = re.compile(r'[A-Za-z0-9+/]*={0,2}')
BASE64URL = re.compile(r'[A-Za-z0-9_-]*')
POINTER = re.compile(r'(/([^~/]|~[01])*)*', re.DOTALL)


class Refused(Exception):
    """Something that is not what the format says, with the code that it ends in."""

    def __init__(self, code: str, says: str):
        super().__init__(says)
        self.code = code
        self.says = says


def shown(value: object) -> str:
    """A value for a finding: short, whatever somebody put in."""
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + '...'


# --- bytes as text -----------------------------------------------------------------------------------------------------------


def from_b64(text: object, length: Optional[int] = None) -> Optional[bytes]:
    """Standard base64 with padding, or None. Encoding again is what finds spare bits."""
    if not isinstance(text, str) or not BASE64.fullmatch(text):
        return None
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    if base64.b64encode(raw).decode('ascii') != text or (length is not None and len(raw) != length):
        return None
    return raw


def from_b64u(text: object, length: Optional[int] = None) -> Optional[bytes]:
    """Base64url without padding, or None."""
    if not isinstance(text, str) or not BASE64URL.fullmatch(text):
        return None
    try:
        raw = base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None
    if b64u(raw) != text or (length is not None and len(raw) != length):
        return None
    return raw


def b64u(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b'=').decode('ascii')


def decimal(text: object) -> Optional[int]:
    """A size or an index: a decimal string without sign or leading zero, below 2^64."""
    if not isinstance(text, str) or not DECIMAL.fullmatch(text):
        return None
    number = int(text)
    return number if number < SIZES_END else None


# --- canonical JSON (RFC 8785) -----------------------------------------------------------------------------------------------


def number_text(number: float) -> str:
    """A number as ECMAScript writes it. Python finds the same shortest digits and sets them down otherwise."""
    if isinstance(number, int) and abs(number) <= SAFE_INTEGER:
        return str(number)
    number = float(number)
    if number != number or number in (float('inf'), float('-inf')):
        raise Refused('not-canonical', 'a number is not finite')
    if number == 0:
        return '0'
    sign = '-' if number < 0 else ''
    mantissa, _, exponent = repr(abs(number)).partition('e')
    whole, _, fraction = mantissa.partition('.')
    digits = (whole + fraction).lstrip('0')
    point = len(whole) + int(exponent or '0') - (len(whole + fraction) - len(digits))
    digits = digits.rstrip('0')
    if len(digits) <= point <= 21:
        return sign + digits + '0' * (point - len(digits))
    if 0 < point <= 21:
        return sign + digits[:point] + '.' + digits[point:]
    if -6 < point <= 0:
        return sign + '0.' + '0' * -point + digits
    tail = '.' + digits[1:] if len(digits) > 1 else ''
    return f'{sign}{digits[0]}{tail}e{"+" if point > 0 else "-"}{abs(point - 1)}'


def utf16(text: str) -> bytes:
    return text.encode('utf-16-be', 'surrogatepass')


quoted = json.encoder.encode_basestring


def write(value: object, out: list, depth: int) -> None:
    if value is None:
        out.append('null')
    elif value is True or value is False:
        out.append('true' if value else 'false')
    elif isinstance(value, str):
        out.append(quoted(value))
    elif isinstance(value, (int, float)):
        out.append(number_text(value))
    elif depth >= MOST_NESTING:
        raise Refused('not-canonical', f'it is nested more than {MOST_NESTING} deep')
    elif isinstance(value, list):
        for place, item in enumerate(value):
            out.append(',' if place else '[')
            write(item, out, depth + 1)
        out.append(']' if value else '[]')
    else:
        for place, key in enumerate(sorted(value, key=utf16)):
            out.append((',' if place else '{') + quoted(key) + ':')
            write(value[key], out, depth + 1)
        out.append('}' if value else '{}')


def canonicalize(value: object) -> bytes:
    """The one way to write a parsed value. Raises Refused for what has none, such as half a surrogate pair."""
    out: list = []
    write(value, out, 0)
    try:
        return ''.join(out).encode('utf-8')
    except UnicodeEncodeError:
        raise Refused('not-canonical', 'it holds half a surrogate pair') from None


def whole_number(text: str) -> float:
    # Every JSON number is a double here. Only those that stay exact become int, so an int is always a safe integer.
    return int(text) if len(text) <= 17 and abs(int(text)) <= SAFE_INTEGER else float(text)


def any_number(text: str) -> float:
    number = float(text)
    return int(number) if number.is_integer() and abs(number) <= SAFE_INTEGER else number


def no_constant(text: str) -> None:
    raise Refused('malformed', f'{text} is not JSON')


def once_each(pairs: list) -> dict:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refused('malformed', 'an object has one key twice')
    return found


PARSER = json.JSONDecoder(object_pairs_hook=once_each, parse_int=whole_number, parse_float=any_number, parse_constant=no_constant)


def parse(raw: bytes) -> object:
    """Strict UTF-8, no byte order mark, no key twice; Refused('malformed') otherwise. White space is left to the comparison of bytes."""
    try:
        text = raw.decode('utf-8')
        if text.startswith('\ufeff'):
            raise Refused('malformed', 'it begins with a byte order mark')
        return PARSER.decode(text)
    except UnicodeDecodeError:
        raise Refused('malformed', 'it is not UTF-8') from None
    except (ValueError, RecursionError) as error:
        raise Refused('malformed', f'it is not JSON: {shown(str(error))}') from None


def parse_canonical(raw: bytes) -> object:
    value = parse(raw)
    if canonicalize(value) != raw:
        raise Refused('not-canonical', 'its bytes are not those of its canonical form')
    return value


def has_unsafe_integer(value: object) -> bool:
    if isinstance(value, float):
        return value.is_integer() and abs(value) > SAFE_INTEGER
    if isinstance(value, list):
        return any(has_unsafe_integer(item) for item in value)
    return isinstance(value, dict) and any(has_unsafe_integer(item) for item in value.values())


# --- Ed25519 (RFC 8032) ------------------------------------------------------------------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_MINUS_ONE = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)


def point_add(a: tuple, b: tuple) -> tuple:
    """Points are (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z (RFC 8032, 5.1.4)."""
    left = (a[1] - a[0]) * (b[1] - b[0]) % P
    right = (a[1] + a[0]) * (b[1] + b[0]) % P
    c = 2 * a[3] * b[3] * D % P
    d = 2 * a[2] * b[2] % P
    e, f, g, h = right - left, d - c, d + c, right + left
    return e * f % P, g * h % P, f * g % P, e * h % P


def point_double(a: tuple) -> tuple:
    x2 = a[0] * a[0] % P
    y2 = a[1] * a[1] % P
    h = x2 + y2
    e = h - (a[0] + a[1]) ** 2
    g = x2 - y2
    f = 2 * a[2] * a[2] + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def point_decode(raw: bytes) -> Optional[tuple]:
    """RFC 8032, 5.1.3: None for a y of p or more, for no square root, and for a zero x with its sign bit set."""
    y = int.from_bytes(raw, 'little')
    sign = y >> 255
    y &= (1 << 255) - 1
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if (v * x * x + u) % P == 0:
        x = x * SQRT_MINUS_ONE % P
    if (v * x * x - u) % P != 0 or (x == 0 and sign == 1):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def point_encode(a: tuple) -> bytes:
    inverse = pow(a[2], P - 2, P)
    x, y = a[0] * inverse % P, a[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, 'little')


def point_has_small_order(a: tuple) -> bool:
    """Of order 1, 2, 4 or 8: doubled three times it is the neutral point."""
    for _ in range(3):
        a = point_double(a)
    return a[0] == 0 and a[1] == a[2]


def point_taken(raw: bytes) -> Optional[tuple]:
    """None also for a point of small order: what is signed by such a key takes no secret."""
    point = point_decode(raw)
    return None if point is None or point_has_small_order(point) else point


BASE = point_decode((4 * pow(5, P - 2, P) % P).to_bytes(32, 'little'))


@functools.lru_cache(maxsize=4096)
def ed25519_verify(public_key: bytes, text: bytes, signature: bytes) -> bool:
    """Without cofactor: [S]B - [k]A, encoded, must be R to the byte; neither A nor R of small order."""
    key = point_taken(public_key) if len(public_key) == 32 else None
    if key is None or len(signature) != 64 or point_taken(signature[:32]) is None:
        return False
    s = int.from_bytes(signature[32:], 'little')
    if s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public_key + text).digest(), 'little') % ORDER
    minus_key = (P - key[0], key[1], 1, P - key[3])
    table = (None, BASE, minus_key, point_add(BASE, minus_key))
    result = NEUTRAL
    for bit in range(max(s.bit_length(), k.bit_length()) - 1, -1, -1):
        result = point_double(result)
        term = table[(s >> bit & 1) | (k >> bit & 1) << 1]
        if term is not None:
            result = point_add(result, term)
    return point_encode(result) == signature[:32]


# --- tree and proofs (RFC 6962, RFC 9162) ------------------------------------------------------------------------------------

EMPTY_ROOT = hashlib.sha256(b'').digest()


def leaf_hash(record: bytes) -> bytes:
    return hashlib.sha256(b'\x00' + record).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b'\x01' + left + right).digest()


class Tree:
    """All full subtrees, lowest first, so that the root of every prefix costs a handful of hashes."""

    def __init__(self, leaves: list):
        self.levels = [leaves]
        while len(self.levels[-1]) > 1:
            below = self.levels[-1]
            self.levels.append([node_hash(below[i], below[i + 1]) for i in range(0, len(below) - 1, 2)])

    def root(self, size: int) -> bytes:
        """Of the first `size` leaves, which must be there."""
        root = None
        for height, level in enumerate(self.levels):
            if size >> height & 1:
                left = level[(size >> height) - 1]
                root = left if root is None else node_hash(left, root)
        return EMPTY_ROOT if root is None else root


def inclusion_length(index: int, size: int) -> int:
    """How many hashes the proof of leaf `index` in a tree of `size` has: those below where its path meets the right edge, and those above."""
    inner = (index ^ (size - 1)).bit_length()
    return inner + bin(index >> inner).count('1')


def inclusion_holds(leaf: bytes, index: int, size: int, proof: list, root: bytes) -> bool:
    """RFC 9162, 2.1.3.2."""
    if index >= size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            while fn & 1 == 0 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def consistency_holds(old: int, new: int, old_root: bytes, new_root: bytes, proof: list) -> bool:
    """RFC 9162, 2.1.4.2; from nothing to something is never proved."""
    if old == new:
        return not proof and old_root == new_root and (old != 0 or old_root == EMPTY_ROOT)
    if old == 0 or old > new or not proof:
        return False
    path = list(proof)
    if old & (old - 1) == 0:
        path.insert(0, old_root)
    fn, sn = old - 1, new - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while fn & 1 == 0 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == old_root and sr == new_root


# --- keys and notes ----------------------------------------------------------------------------------------------------------


def is_key_name(name: str) -> bool:
    return name != '' and '+' not in name and not any(c.isspace() or c < ' ' for c in name)


def read_vkeys(vkeys: list) -> dict:
    """Verifier keys as {(name, key id): public key}. A key that is none is the caller's mistake: ValueError."""
    keys: dict = {}
    for vkey in vkeys:
        name, _, rest = vkey.partition('+')
        key_id, _, key = rest.partition('+')
        raw = from_b64(key, 33)
        if not is_key_name(name) or raw is None or raw[0] != 1:
            raise ValueError(f'not an Ed25519 verifier key <name>+<key id>+<base64>: {shown(vkey)}')
        expected = hashlib.sha256(name.encode('utf-8') + b'\n' + raw).digest()[:4]
        if key_id != expected.hex():
            raise ValueError(f'the key id of {shown(vkey)} does not belong to its name and key')
        if keys.setdefault((name, expected), raw[1:]) != raw[1:]:
            raise ValueError(f'two different keys are called {shown(name)} and share a key id')
    return keys


class Signature(NamedTuple):
    name: str
    key_id: bytes
    bytes: bytes


class Checkpoint(NamedTuple):
    origin: str
    size: int
    root: bytes
    trusted: bool


def read_signature(line: str) -> Signature:
    dash, _, rest = line.partition(' ')
    name, _, encoded = rest.partition(' ')
    raw = from_b64(encoded)
    if dash != '\u2014' or not is_key_name(name) or raw is None or len(raw) < 5:
        raise Refused('note-malformed', f'not a signature line: {shown(line)}')
    return Signature(name, raw[:4], raw[4:])


def split_note(raw: bytes) -> tuple:
    """The signed text, its last newline included, and the signatures."""
    if len(raw) > LARGEST_NOTE:
        raise Refused('input-too-large', f'a note has at most {LARGEST_NOTE} bytes, this one {len(raw)}')
    try:
        text = raw.decode('utf-8')
    except UnicodeDecodeError:
        raise Refused('note-malformed', 'the note is not UTF-8') from None
    if any(c < ' ' and c != '\n' for c in text):
        raise Refused('note-malformed', 'the note holds a control character other than newline')
    # The last blank line is the border: there is none among signatures.
    signed, blank, rest = text.rpartition('\n\n')
    if blank == '' or not rest.endswith('\n'):
        raise Refused('note-malformed', 'the note is not a text, a blank line and signature lines that each end in a newline')
    lines = rest[:-1].split('\n')
    if len(lines) > MOST_SIGNATURES:
        raise Refused('note-too-many-signatures', f'a note has at most {MOST_SIGNATURES} signature lines, this one {len(lines)}')
    return signed + '\n', [read_signature(line) for line in lines]


def signers(text: str, signatures: list, keys: dict) -> set:
    """The names of the known keys that signed. One known key that fails is enough to refuse."""
    seen: set = set()
    for signature in signatures:
        who = (signature.name, signature.key_id)
        if who not in keys or who in seen:
            continue
        seen.add(who)
        if not ed25519_verify(keys[who], text.encode('utf-8'), signature.bytes):
            raise Refused('signature-invalid', f'the signature by {shown(signature.name)} is not one of this text')
    if not seen:
        raise Refused('key-unknown', 'no signature is by a known key')
    return {name for name, _ in seen}


def read_checkpoint_text(text: str) -> tuple:
    """Origin, size and root: three lines and no more, as this log writes them."""
    lines = text[:-1].split('\n')
    if len(lines) != 3:
        raise Refused('checkpoint-malformed', f'a checkpoint has three lines: origin, size and root; this one {len(lines)}')
    origin, size_text, root_text = lines
    if not is_key_name(origin) or '://' in origin:
        raise Refused('checkpoint-malformed', f'not an origin, a URL without scheme, spaces or plus: {shown(origin)}')
    size = decimal(size_text)
    if size is None:
        raise Refused('size-malformed', f'not a size: {shown(size_text)}')
    root = from_b64(root_text, 32)
    if root is None:
        raise Refused('checkpoint-malformed', f'not a root of 32 bytes: {shown(root_text)}')
    return origin, size, root


# --- records and the other files -------------------------------------------------------------------------------------------------


def is_instant(value: object) -> bool:
    match = INSTANT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return False
    year, month, day, hour, minute, second = (int(part) for part in match.groups())
    if not 1 <= month <= 12 or hour > 23 or minute > 59 or second > 59:
        return False
    days = 29 if month == 2 and calendar.isleap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return 1 <= day <= days


def is_count(value: object, least: int) -> bool:
    return type(value) is int and value >= least


def is_text(value: object) -> bool:
    return isinstance(value, str) and value != ''


def is_meta(value: object) -> bool:
    return isinstance(value, dict) and value.keys() <= META_MEMBERS and all(isinstance(text, str) for text in value.values())


def is_sealed(value: object) -> bool:
    if not isinstance(value, list) or any(from_b64u(one, 32) is None for one in value):
        return False
    return all(one < next_one for one, next_one in zip(value, value[1:]))


RECORD_FORM = {
    'v': lambda value: is_count(value, 1) and value == 1,
    'log': lambda value: isinstance(value, str) and UUID.fullmatch(value),
    'stream': is_text,
    'version': lambda value: is_count(value, 1),
    'id': lambda value: isinstance(value, str) and UUID_V5.fullmatch(value),
    'type': is_text,
    'schema': lambda value: is_count(value, 1),
    'recordedAt': is_instant,
    'prev': lambda value: value is None or from_b64u(value, 32) is not None,
    'meta': is_meta,
    'data': lambda value: isinstance(value, dict),
    'sealed': is_sealed,
}


def record_complaint(value: object) -> Optional[str]:
    """What is wrong with the form of a parsed record, or None."""
    if not isinstance(value, dict) or value.keys() != RECORD_MEMBERS:
        return 'a record is an object with exactly the members of the format'
    for member, fits in RECORD_FORM.items():
        if not fits(value[member]):
            return f'its member {member} is not what the format says: {shown(value[member])}'
    return 'it holds a whole number beyond 2^53 - 1' if has_unsafe_integer(value) else None


class Line(NamedTuple):
    """One line of records.ndjson. The leaf is always over the bytes as they lie; `record` is None where they are no record."""

    number: int
    leaf: bytes
    record: Optional[dict]


class Entry(NamedTuple):
    index: int
    proof: Optional[list]


class Index(NamedTuple):
    kind: str
    origin: str
    log: str
    size: int
    stream: Optional[str]
    entries: list


class Seal(NamedTuple):
    size: int
    root: bytes
    heads: bytes
    streams: int


def members(value: object, names: str) -> dict:
    if not isinstance(value, dict) or value.keys() != set(names.split()):
        raise Refused('file-malformed', f'it is not an object with exactly the members {names}')
    if 'v' in value and not (is_count(value['v'], 1) and value['v'] == 1):
        raise Refused('file-malformed', f'its v is not 1: {shown(value["v"])}')
    return value


def size_member(value: dict, name: str) -> int:
    number = decimal(value[name])
    if number is None:
        raise Refused('file-malformed', f'its {name} is not a decimal string: {shown(value[name])}')
    return number


def proof_member(value: dict) -> list:
    proof = value['proof']
    if not isinstance(proof, list):
        raise Refused('file-malformed', 'a proof is a list of hashes')
    if len(proof) > MOST_PROOF_HASHES:
        raise Refused('proof-length', f'a proof has at most {MOST_PROOF_HASHES} hashes, this one {len(proof)}')
    hashes = [from_b64(one, 32) for one in proof]
    if None in hashes:
        raise Refused('file-malformed', 'a hash of a proof is not base64 of 32 bytes')
    return hashes


def read_entry(value: object) -> Entry:
    proof = proof_member(members(value, 'index proof'))
    return Entry(size_member(value, 'index'), proof)


def read_index(raw: bytes) -> Index:
    value = parse_canonical(raw)
    kind = value.get('kind') if isinstance(value, dict) else None
    if kind not in ('case', 'log'):
        raise Refused('file-malformed', f'its kind is neither case nor log: {shown(kind)}')
    members(value, 'v kind origin log size records' + (' stream' if kind == 'case' else ''))
    if not is_text(value['origin']):
        raise Refused('file-malformed', f'its origin is not a text: {shown(value["origin"])}')
    if not isinstance(value['log'], str) or not UUID.fullmatch(value['log']):
        raise Refused('file-malformed', f'its log is not a UUID: {shown(value["log"])}')
    if kind == 'case' and not is_text(value['stream']):
        raise Refused('file-malformed', f'its stream is not a text: {shown(value["stream"])}')
    if not isinstance(value['records'], list):
        raise Refused('file-malformed', 'its records are not a list')
    if kind == 'log' and value['records']:
        raise Refused('file-malformed', 'the bundle of a whole log lists no records: its root is computed again')
    entries = [read_entry(one) for one in value['records']]
    return Index(kind, value['origin'], value['log'], size_member(value, 'size'), value.get('stream'), entries)


def read_consistency(raw: bytes) -> tuple:
    value = members(parse_canonical(raw), 'v from to proof')
    return size_member(value, 'from'), size_member(value, 'to'), proof_member(value)


class HeadsProof(NamedTuple):
    seal: int
    head: dict
    index: int
    size: int
    proof: list


def read_heads_proof(raw: bytes) -> HeadsProof:
    value = members(parse_canonical(raw), 'v seal head index size proof')
    head = members(value['head'], 'h n s')
    if from_b64u(head['h'], 32) is None or not is_count(head['n'], 1) or not isinstance(head['s'], str) or not HEX_HASH.fullmatch(head['s']):
        raise Refused('file-malformed', f'its head is not {{h, n, s}}: {shown(head)}')
    return HeadsProof(size_member(value, 'seal'), head, size_member(value, 'index'), size_member(value, 'size'), proof_member(value))


def is_seal(record: dict) -> bool:
    return record['type'] == 'LogSealed' and record['stream'] == '$seals'


def read_seal(record: dict) -> Seal:
    """The content of a LogSealed record in the stream of seals."""
    if not is_seal(record):
        raise Refused('seal-invalid', f'the record is a {shown(record["type"])} in {shown(record["stream"])}, not a LogSealed in $seals')
    data = record['data']
    if data.keys() != {'size', 'root', 'heads', 'streams'}:
        raise Refused('seal-invalid', 'a seal has exactly size, root, heads and streams')
    size, streams = decimal(data['size']), decimal(data['streams'])
    root, heads = from_b64(data['root'], 32), from_b64(data['heads'], 32)
    if size is None or root is None or heads is None or streams is None:
        raise Refused('seal-invalid', 'size, root, heads or streams of the seal is not what the format says')
    return Seal(size, root, heads, streams)


def stream_digest(stream: str) -> str:
    return hashlib.sha256(stream.encode('utf-8')).hexdigest()


# --- the bundle ----------------------------------------------------------------------------------------------------------------------


def limit_of(name: str) -> Optional[int]:
    """The most bytes that a file is read with; of lines each has its own, and a log has none."""
    if name in NOTES:
        return LARGEST_NOTE
    return None if name.endswith('.ndjson') else LARGEST_FILE


def read_file(path: str, limit: Optional[int]) -> bytes:
    """A plain file's bytes. It is opened so that neither a link nor a pipe can lead or hold the verifier up."""
    handle = os.open(path, os.O_RDONLY | getattr(os, 'O_NOFOLLOW', 0) | getattr(os, 'O_NONBLOCK', 0) | getattr(os, 'O_BINARY', 0))
    with os.fdopen(handle, 'rb') as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Refused('file-malformed', 'it is not a plain file')
        raw = file.read(-1 if limit is None else limit + 1)
    if limit is not None and len(raw) > limit:
        raise Refused('input-too-large', f'it has more than {limit} bytes, and nothing of it was checked')
    return raw


class Verifier:
    """Looks at one folder once. `findings` is the result."""

    def __init__(self, folder: str, keys: dict, seen: Optional[str]):
        self.folder = folder
        self.keys = keys
        self.seen_note = seen
        self.findings: list = []
        self.files: dict = {}
        self.index: Optional[Index] = None
        self.lines: list = []
        self.checkpoint: Optional[Checkpoint] = None

    def find(self, code: str, file: str, says: str, line: Optional[int] = None) -> None:
        finding = {'code': code, 'file': file, 'says': says}
        if line is not None:
            finding['line'] = line
        self.findings.append(finding)

    def attempt(self, file: str, step, *arguments, default='file-malformed', line=None):
        """The step's result, or None and a finding. A parser's own two codes become the file's `default`."""
        try:
            return step(*arguments)
        except Refused as refused:
            code = default if refused.code in ('malformed', 'not-canonical') else refused.code
            self.find(code, file, refused.says, line)
            return None

    def run(self) -> list:
        if not self.read_folder():
            return self.findings
        if 'index.json' in self.files:
            self.index = self.attempt('index.json', read_index, self.files['index.json'])
        self.check_presence()
        self.read_records()
        if 'checkpoint' in self.files:
            self.checkpoint = self.open_checkpoint('checkpoint', self.files['checkpoint'])
        self.check_index_against_checkpoint()
        self.check_log_ids()
        self.check_chains()
        if self.index is not None:
            self.check_case() if self.index.kind == 'case' else self.check_log()
        self.check_older()
        self.check_disclosures()
        return self.findings

    # -- the folder

    def read_folder(self) -> bool:
        try:
            names = sorted(os.listdir(self.folder))
        except (OSError, ValueError) as error:
            self.find('file-missing', '.', f'the folder cannot be read: {shown(str(error))}')
            return False
        for name in names:
            safe = name.encode('utf-8', 'backslashreplace').decode('utf-8')
            if name not in KNOWN_FILES:
                self.find('file-unknown', safe, 'a bundle has no file of this name')
                continue
            self.read_one(name)
        return True

    def read_one(self, name: str) -> None:
        path = os.path.join(self.folder, name)
        try:
            if name in UNREAD_FILES:
                if not stat.S_ISREG(os.lstat(path).st_mode):
                    self.find('file-malformed', name, 'it is not a plain file')
                return
            raw = self.attempt(name, read_file, path, limit_of(name))
        except OSError as error:
            self.find('file-malformed', name, f'it cannot be read as a plain file: {shown(error.strerror)}')
            return
        if raw is not None:
            self.files[name] = raw

    def check_presence(self) -> None:
        present = set(self.files) | {finding['file'] for finding in self.findings}
        needed = list(ALWAYS_THERE)
        if self.index is not None and self.index.kind == 'case':
            needed.append('heads-proof.json')
        if {'prev-checkpoint', 'consistency.json'} & present:
            needed += ['prev-checkpoint', 'consistency.json']
        for name in needed:
            if name not in present:
                self.find('file-missing', name, 'the bundle needs this file')
        if self.index is not None and self.index.kind == 'log' and 'heads-proof.json' in present:
            self.find('file-unknown', 'heads-proof.json', 'the bundle of a whole log has no such file: its heads are counted again')

    def split_lines(self, name: str) -> list:
        raw = self.files.get(name, b'')
        if raw == b'':
            return []
        ended = raw.endswith(b'\n')
        lines = (raw[:-1] if ended else raw).split(b'\n')
        for number, line in enumerate(lines, 1):
            if len(line) > LONGEST_LINE:
                says = f'the line has {len(line)} bytes of at most {LONGEST_LINE}, and nothing from here on was read'
                self.find('input-too-large', name, says, number)
                return lines[:number - 1]
        if not ended:
            self.find('file-malformed', name, 'its last line does not end in a newline')
        return lines

    # -- records

    def read_records(self) -> None:
        ids: dict = {}
        for number, raw in enumerate(self.split_lines('records.ndjson'), 1):
            record = self.read_record(number, raw)
            self.lines.append(Line(number, leaf_hash(raw), record))
            if record is None:
                continue
            first = ids.setdefault(record['id'], number)
            if first != number:
                self.find('record-duplicate', 'records.ndjson', f'the fact {record["id"]} stands in line {first} already', number)

    def read_record(self, number: int, raw: bytes) -> Optional[dict]:
        value = self.attempt('records.ndjson', parse, raw, default='record-malformed', line=number)
        if value is None:
            if raw == b'null':
                self.find('record-malformed', 'records.ndjson', 'null is no record', number)
            return None
        canonical = self.attempt('records.ndjson', canonicalize, value, default='record-not-canonical', line=number)
        if canonical is None:
            return None
        if canonical != raw:
            self.find('record-not-canonical', 'records.ndjson', 'its bytes are not those of its canonical form', number)
        complaint = record_complaint(value)
        if complaint is not None:
            self.find('record-malformed', 'records.ndjson', complaint, number)
            return None
        return value

    def check_log_ids(self) -> None:
        if self.index is None:
            return
        for line in self.lines:
            if line.record is not None and line.record['log'] != self.index.log:
                says = f'the record is of log {line.record["log"]}, the bundle of {self.index.log}'
                self.find('log-mismatch', 'records.ndjson', says, line.number)

    def check_chains(self) -> None:
        """Versions and `prev` of each stream from 1. In a case's bundle only the case is there from its first fact."""
        heads: dict = {}
        for line in self.lines:
            record = line.record
            if record is None:
                continue
            if (record['version'] == 1) != (record['prev'] is None):
                self.find('chain-broken', 'records.ndjson', 'the first fact of a stream, and no other, has no prev', line.number)
                heads[record['stream']] = (record['version'], line.leaf)
                continue
            if self.index is not None and self.index.kind == 'case' and record['stream'] != self.index.stream:
                continue
            version, leaf = heads.get(record['stream'], (0, None))
            heads[record['stream']] = (record['version'], line.leaf)
            if record['version'] != version + 1:
                says = f'version {record["version"]} of its stream follows version {version}'
                self.find('version-gap', 'records.ndjson', says, line.number)
            if record['prev'] is not None and (leaf is None or record['prev'] != b64u(leaf)):
                self.find('chain-broken', 'records.ndjson', 'its prev is not the hash of the fact before it in its stream', line.number)

    # -- notes

    def open_checkpoint(self, file: str, raw: bytes) -> Optional[Checkpoint]:
        """What a note says, even if nobody known signed it: its form and origin are looked at, and nothing is proved from it."""
        split = self.attempt(file, split_note, raw)
        if split is None:
            return None
        text, signatures = split
        names = self.attempt(file, signers, text, signatures, self.keys)
        content = self.attempt(file, read_checkpoint_text, text)
        if content is None:
            return None
        origin, size, root = content
        if names is not None and origin not in names:
            self.find('origin-mismatch', file, f'no known key called {shown(origin)} signed it')
        if names is not None and size == 0 and root != EMPTY_ROOT:
            self.find('root-mismatch', file, 'the root of nothing is the hash of nothing')
        return Checkpoint(origin, size, root, names is not None and origin in names)

    def check_index_against_checkpoint(self) -> None:
        if self.index is None or self.checkpoint is None:
            return
        if self.index.origin != self.checkpoint.origin:
            says = f'the index is of {shown(self.index.origin)}, the checkpoint of {shown(self.checkpoint.origin)}'
            self.find('origin-mismatch', 'checkpoint', says)
        elif self.index.size != self.checkpoint.size:
            self.find('file-malformed', 'index.json', f'it says size {self.index.size}, the checkpoint {self.checkpoint.size}')
        last = self.checkpoint.origin.rpartition('/')[2]
        if UUID.fullmatch(last) and last != self.index.log:
            self.find('log-mismatch', 'checkpoint', f'the origin names log {last}, the index {self.index.log}')

    def trusted(self) -> Optional[Checkpoint]:
        return self.checkpoint if self.checkpoint is not None and self.checkpoint.trusted else None

    def check_older(self) -> None:
        """Today's checkpoint beside the older one of the bundle, and beside one that the caller has seen."""
        prev = seen = None
        if 'prev-checkpoint' in self.files:
            prev = self.open_checkpoint('prev-checkpoint', self.files['prev-checkpoint'])
        if 'consistency.json' in self.files:
            proof = self.attempt('consistency.json', read_consistency, self.files['consistency.json'])
            self.check_consistency(prev, proof)
        if prev is not None:
            self.compare(prev, 'prev-checkpoint')
        if self.seen_note is not None:
            raw = self.attempt('seen', seen_bytes, self.seen_note)
            seen = None if raw is None else self.open_checkpoint('seen', raw)
        if seen is not None:
            self.compare(seen, 'seen')
            if prev is not None and prev.trusted and seen.trusted and prev.size == seen.size and prev.root != seen.root:
                self.find('checkpoint-conflict', 'prev-checkpoint', f'another root of size {prev.size} was seen')

    def check_consistency(self, prev: Optional[Checkpoint], proof: Optional[tuple]) -> None:
        now = self.trusted()
        if proof is None or prev is None or not prev.trusted or now is None:
            return
        old, new, hashes = proof
        if (old, new) != (prev.size, now.size):
            says = f'it goes from {old} to {new}, the notes from {prev.size} to {now.size}'
            self.find('consistency-invalid', 'consistency.json', says)
        elif not consistency_holds(old, new, prev.root, now.root, hashes):
            self.find('consistency-invalid', 'consistency.json', f'it does not prove that size {new} extends size {old}')

    def compare(self, older: Checkpoint, file: str) -> None:
        now = self.trusted()
        if now is None or not older.trusted:
            return
        if older.origin != now.origin:
            self.find('origin-mismatch', file, f'it is of {shown(older.origin)}, the checkpoint of {shown(now.origin)}')
        elif older.size > now.size:
            self.find('checkpoint-rollback', 'checkpoint', f'its size is {now.size}, and the older note ({file}) has {older.size}')
        elif older.size == now.size and older.root != now.root:
            self.find('checkpoint-conflict', 'checkpoint', f'the note {file} has another root for size {now.size}')
        elif self.index is not None and self.index.kind == 'log' and older.size <= len(self.lines):
            if Tree([line.leaf for line in self.lines]).root(older.size) != older.root:
                self.find('consistency-invalid', file, f'the first {older.size} records do not have its root')

    def check_name(self, name: str) -> None:
        """Of a bundle among several: which case it is of, and that it is called by it."""
        if self.index is None:
            return
        if self.index.kind != 'case':
            self.find('file-malformed', 'index.json', 'it is of a whole log, and several bundles in one folder are of cases')
        elif name != stream_digest(self.index.stream):
            self.find('file-unknown', '', f'its case is {shown(self.index.stream)}, and the folder is called otherwise')

    def check_root(self, roots: dict) -> None:
        """Of a bundle among several: of one size a log has one root."""
        now = self.trusted()
        if now is not None and roots.setdefault((now.origin, now.size), now.root) != now.root:
            self.find('checkpoint-conflict', 'checkpoint', f'a bundle beside it has another root for size {now.size}')

    # -- the whole log

    def check_log(self) -> None:
        now = self.trusted()
        tree = Tree([line.leaf for line in self.lines])
        if now is not None and now.size != len(self.lines):
            self.find('file-malformed', 'index.json', f'it is of {self.index.size} records, and records.ndjson holds {len(self.lines)}')
            self.find('root-mismatch', 'records.ndjson', f'there are {len(self.lines)} records, and the checkpoint is of {now.size}')
        elif now is not None and now.size != 0 and tree.root(now.size) != now.root:
            self.find('root-mismatch', 'records.ndjson', 'the records do not have the root of the checkpoint')
        self.check_seals(tree)

    def check_seals(self, tree: Tree) -> None:
        """Each seal against the prefix that it covers, smallest prefix first, so that the heads are gathered in one pass."""
        seals = []
        for place, line in enumerate(self.lines):
            if line.record is None or not is_seal(line.record):
                continue
            seal = self.attempt('records.ndjson', read_seal, line.record, line=line.number)
            if seal is None:
                continue
            if seal.size > place:
                self.find('seal-invalid', 'records.ndjson', f'it seals {seal.size} facts, and only {place} lie before it', line.number)
            else:
                seals.append((seal, line.number))
        heads: dict = {}
        done, known, root = 0, True, None
        for seal, number in sorted(seals, key=lambda pair: pair[0].size):
            if seal.size > done or root is None:
                for line in self.lines[done:seal.size]:
                    known = known and line.record is not None
                    if known:
                        heads[stream_digest(line.record['stream'])] = head_leaf(line)
                done = seal.size
                root = Tree([leaf for _, leaf in sorted(heads.items())]).root(len(heads))
            if tree.root(seal.size) != seal.root:
                self.find('seal-invalid', 'records.ndjson', f'its root is not that of the first {seal.size} facts', number)
            # Without the stream of each record there are no heads to compare; that record is a finding already.
            if known and (len(heads), root) != (seal.streams, seal.heads):
                self.find('seal-invalid', 'records.ndjson', f'its heads are not those of the first {seal.size} facts', number)

    # -- one case

    def check_case(self) -> None:
        entries = self.index.entries
        if len(entries) != len(self.lines):
            says = f'it lists {len(entries)} records, and records.ndjson holds {len(self.lines)}'
            self.find('file-malformed', 'index.json', says)
        placed: set = set()
        highest = -1
        for number, entry in enumerate(entries, 1):
            if entry.index in placed:
                self.find('index-duplicate', 'index.json', f'record {number} has index {entry.index}, as one before it')
            elif entry.index < highest:
                self.find('file-malformed', 'index.json', f'record {number} is not in log order')
            placed.add(entry.index)
            highest = max(highest, entry.index)
        pairs = list(zip(self.lines, entries))
        if self.trusted() is not None:
            for line, entry in pairs:
                self.check_inclusion(line, entry, self.trusted())
        self.check_completeness(pairs)

    def check_inclusion(self, line: Line, entry: Entry, now: Checkpoint) -> None:
        if entry.index >= now.size:
            says = f'record {line.number} has index {entry.index}, and the tree has size {now.size}'
            self.find('index-out-of-range', 'index.json', says)
            return
        wanted = inclusion_length(entry.index, now.size)
        if len(entry.proof) != wanted:
            says = f'the proof of record {line.number} has {len(entry.proof)} hashes instead of {wanted}'
            self.find('proof-length', 'index.json', says)
        elif not inclusion_holds(line.leaf, entry.index, now.size, entry.proof, now.root):
            says = f'the record is not at index {entry.index} of the tree that the checkpoint signs'
            self.find('inclusion-invalid', 'records.ndjson', says, line.number)

    def check_completeness(self, pairs: list) -> None:
        if 'heads-proof.json' not in self.files:
            self.check_strangers(None)
            return
        proof = self.attempt('heads-proof.json', read_heads_proof, self.files['heads-proof.json'])
        if proof is None:
            return
        sealing = next(((line, entry) for line, entry in pairs if entry.index == proof.seal), None)
        self.check_strangers(None if sealing is None else sealing[0])
        if self.index.stream == '$seals':
            self.find('seal-invalid', 'heads-proof.json', 'the stream of seals is no case: no seal shows itself complete')
        if proof.head['s'] != stream_digest(self.index.stream):
            self.find('head-invalid', 'heads-proof.json', 'its head is that of another stream')
        if sealing is None:
            self.find('seal-invalid', 'heads-proof.json', f'the seal at index {proof.seal} is not in the bundle')
            self.check_head(pairs, proof.head, None)
            return
        line, entry = sealing
        seal = None if line.record is None else self.attempt('records.ndjson', read_seal, line.record, line=line.number)
        if seal is not None and seal.size > entry.index:
            says = f'it seals {seal.size} facts, and only {entry.index} lie before it'
            self.find('seal-invalid', 'records.ndjson', says, line.number)
        if seal is not None:
            self.check_head_proof(proof, seal)
        self.check_head(pairs, proof.head, seal)

    def check_strangers(self, sealing: Optional[Line]) -> None:
        for line in self.lines:
            if line.record is not None and line.record['stream'] != self.index.stream and line is not sealing:
                says = 'the record is neither of the case nor the seal that completes it'
                self.find('record-malformed', 'records.ndjson', says, line.number)

    def check_head_proof(self, proof: HeadsProof, seal: Seal) -> None:
        if proof.size != seal.streams:
            says = f'it is of a tree of {proof.size} heads, and the seal counts {seal.streams} streams'
            self.find('head-invalid', 'heads-proof.json', says)
        elif proof.index >= proof.size:
            says = f'its index is {proof.index}, and the tree of heads has size {proof.size}'
            self.find('index-out-of-range', 'heads-proof.json', says)
        elif len(proof.proof) != inclusion_length(proof.index, proof.size):
            wanted = inclusion_length(proof.index, proof.size)
            self.find('proof-length', 'heads-proof.json', f'its proof has {len(proof.proof)} hashes instead of {wanted}')
        elif not inclusion_holds(leaf_hash(canonicalize(proof.head)), proof.index, proof.size, proof.proof, seal.heads):
            self.find('head-invalid', 'heads-proof.json', 'the head is not in the tree of heads that the seal names')

    def check_head(self, pairs: list, head: dict, seal: Optional[Seal]) -> None:
        """The case's facts against its sealed head: none missing up to it, and none beyond it within the sealed prefix."""
        count = head['n']
        case = [(line, entry) for line, entry in pairs if line.record is not None and line.record['stream'] == self.index.stream]
        versions = {line.record['version'] for line, _ in case if line.record['version'] <= count}
        if len(versions) != count:
            says = f'{count} facts were sealed, and {len(versions)} of them are here'
            self.find('case-incomplete', 'records.ndjson', says)
        for line, entry in case:
            version = line.record['version']
            if version == count and b64u(line.leaf) != head['h']:
                self.find('head-invalid', 'heads-proof.json', f'its h is not the hash of version {count} (line {line.number})')
            if seal is not None and (version <= count) != (entry.index < seal.size):
                says = f'version {version} at index {entry.index} does not fit {count} facts sealed within the first {seal.size}'
                self.find('head-invalid', 'heads-proof.json', says)

    # -- disclosures

    def check_disclosures(self) -> None:
        sealed: dict = {}
        for line in self.lines:
            if line.record is not None:
                sealed.setdefault(line.record['id'], set()).update(line.record['sealed'])
        used: set = set()
        for number, raw in enumerate(self.split_lines('disclosures.ndjson'), 1):
            found = self.attempt('disclosures.ndjson', read_disclosure, raw, default='disclosure-malformed', line=number)
            if found is None:
                continue
            fact, commitment = found
            if commitment not in sealed.get(fact, ()):
                says = f'the fact {shown(fact)} has no such commitment'
                self.find('disclosure-unknown', 'disclosures.ndjson', says, number)
            elif found in used:
                self.find('disclosure-duplicate', 'disclosures.ndjson', 'it stands in the file already', number)
            used.add(found)


def head_leaf(line: Line) -> bytes:
    head = {'h': b64u(line.leaf), 'n': line.record['version'], 's': stream_digest(line.record['stream'])}
    return leaf_hash(canonicalize(head))


def read_disclosure(raw: bytes) -> tuple:
    """The fact's id and the commitment that the disclosed bytes have."""
    try:
        value = members(parse_canonical(raw), 'fact disclosure')
    except Refused as refused:
        raise Refused('disclosure-malformed', refused.says) from None
    content = from_b64u(value['disclosure'])
    if content is None or not isinstance(value['fact'], str):
        raise Refused('disclosure-malformed', 'it is not a fact id and base64url')
    triple = parse_canonical(content)
    if not isinstance(triple, list) or len(triple) != 3 or from_b64u(triple[0], 16) is None:
        raise Refused('disclosure-malformed', 'the disclosed bytes are not [salt of 16 bytes, path, value]')
    if not isinstance(triple[1], str) or not POINTER.fullmatch(triple[1]):
        raise Refused('disclosure-malformed', 'its path is not a JSON Pointer')
    return value['fact'], b64u(hashlib.sha256(content).digest())


def seen_bytes(note: str) -> bytes:
    """A note always has newlines and a file's name hardly ever has: the one is taken as it is, the other read."""
    if '\n' in note:
        return note.encode('utf-8', 'surrogatepass')
    try:
        return read_file(note, LARGEST_NOTE)
    except (OSError, ValueError) as error:
        raise Refused('file-missing', f'the note that was seen cannot be read: {shown(str(error))}') from None


def bundles_in(folder: str) -> list:
    """The names of the bundles in a folder of several; none where the folder is itself to be a bundle."""
    try:
        names = sorted(os.listdir(folder))
        folders = [stat.S_ISDIR(os.lstat(os.path.join(folder, name)).st_mode) for name in names]
    except (OSError, ValueError):
        return []
    return names if all(folders) else []


def verify_one(folder: str, keys: dict, seen: Optional[str], name: Optional[str], roots: dict) -> list:
    """The findings about one bundle, which lies in a folder of several where it has a name there."""
    verifier = Verifier(folder if name is None else os.path.join(folder, name), keys, seen)
    try:
        verifier.run()
        if name is not None:
            verifier.check_name(name)
            verifier.check_root(roots)
    except Exception as error:  # noqa: BLE001 whatever the folder holds, the answer is a document
        verifier.find('verifier-failed', '.', f'this verifier has a defect: {type(error).__name__}: {shown(str(error))}')
    if name is None:
        return verifier.findings
    safe = name.encode('utf-8', 'backslashreplace').decode('utf-8')
    return [{**finding, 'file': f'{safe}/{finding["file"]}'} for finding in verifier.findings]


def verify(folder: str, keys: dict, seen: Optional[str] = None) -> dict:
    """The findings about one folder. A defect of this program is a finding too, under a code that no bundle earns."""
    findings: list = []
    roots: dict = {}
    for name in bundles_in(folder) or [None]:
        findings += verify_one(folder, keys, seen, name, roots)
    return {'ok': not findings, 'findings': findings}


# --- the command line ----------------------------------------------------------------------------------------------------------------


def answer_job(line: str) -> dict:
    try:
        job = json.loads(line)
        if not isinstance(job, dict) or not job.keys() <= {'folder', 'vkeys', 'seen'} or not isinstance(job.get('folder'), str):
            raise ValueError('a job is {"folder": text, "vkeys": [text], "seen": text}')
        vkeys, seen = job.get('vkeys', []), job.get('seen')
        if not isinstance(vkeys, list) or not all(isinstance(vkey, str) for vkey in vkeys):
            raise ValueError('vkeys is a list of texts')
        if seen is not None and not isinstance(seen, str):
            raise ValueError('seen is a text')
        return verify(job['folder'], read_vkeys(vkeys), seen)
    except (ValueError, RecursionError) as error:
        return {'ok': False, 'findings': [], 'usage': str(error)}


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(prog='verify.py', description='Verifies an evidence bundle.', allow_abbrev=False)
    parser.add_argument('folder', nargs='?', help='the folder of the bundle')
    parser.add_argument('--vkey', action='append', default=[], metavar='KEY', help='a verifier key that you trust; may be repeated')
    parser.add_argument('--seen', metavar='NOTE', help='a checkpoint seen earlier: a file, or the note itself')
    parser.add_argument('--stdin-jobs', action='store_true', help='answer one JSON job per line of standard input')
    options = parser.parse_args(arguments)
    if options.stdin_jobs:
        if options.folder is not None or options.vkey or options.seen is not None:
            parser.error('--stdin-jobs takes everything from standard input')
        for line in sys.stdin.buffer:
            print(json.dumps(answer_job(line.decode('utf-8', 'replace'))), flush=True)
        return 0
    if options.folder is None:
        parser.error('no folder was named')
    try:
        keys = read_vkeys(options.vkey)
    except ValueError as error:
        parser.error(str(error))
    result = verify(options.folder, keys, options.seen)
    print(json.dumps(result))
    return 0 if result['ok'] else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
