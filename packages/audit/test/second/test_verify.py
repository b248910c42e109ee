#!/usr/bin/env python3
"""Tests of verify.py, with bundles made here from the evidence format. Run: python3 test_verify.py

The maker shares no code with the verifier: it has its own canonical JSON, tree, notes and Ed25519 signer. Each test of a finding
starts from a bundle that verifies, so the finding is the doing of the one thing that the test changed.
"""

import sys

sys.dont_write_bytecode = True

import base64
import copy
import hashlib
import io
import json
import os
import random
import shutil
import struct
import subprocess
import tempfile
import time
import unittest
import uuid

import verify

HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPT = os.path.join(HERE, 'verify.py')
SEED = int(os.environ.get('FC_SEED', '0')) or random.SystemRandom().randrange(1, 2**31)

# --- a maker of its own ------------------------------------------------------------------------------------------------------

q = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
d = -121665 * pow(121666, -1, q) % q
BX = 15112221349535400772501151409588531511454012693041857206046113283949847762202
BY = 46316835694926478169428394003475163141307993866256225615783033603165251855960


def add(a, b):
    """The addition law on plain coordinates: slow, and unlike the verifier's."""
    (x1, y1), (x2, y2) = a, b
    t = d * x1 * x2 * y1 * y2 % q
    x3 = (x1 * y2 + x2 * y1) * pow(1 + t, -1, q) % q
    return x3, (y1 * y2 + x1 * x2) * pow(1 - t, -1, q) % q


def times(k, point):
    result = (0, 1)
    while k:
        if k & 1:
            result = add(result, point)
        point = add(point, point)
        k >>= 1
    return result


def packed(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, 'little')


def on_curve(y):
    """One of the two points with this y, or None where there is none."""
    square = (y * y - 1) * pow(d * y * y + 1, -1, q) % q
    root = pow(square, (q + 3) // 8, q)
    x = next((x for x in (root, root * pow(2, (q - 1) // 4, q) % q) if x * x % q == square), None)
    return None if x is None else (x, y)


def challenge(big_r, key, text):
    return int.from_bytes(hashlib.sha512(packed(big_r) + packed(key) + text).digest(), 'little') % L


def signature(big_r, s):
    return packed(big_r) + s.to_bytes(32, 'little')


def holds(key, text, big_r, s):
    """The equation of a signature, and nothing besides."""
    return times(s, (BX, BY)) == add(big_r, times(challenge(big_r, key, text), key))


# The points of order 1, 2, 4 and 8 are the multiples of one of order 8: what remains of an ordinary point after L times.
EIGHTH = next(point for point in (times(L, on_curve(y)) for y in range(2, 99) if on_curve(y)) if times(4, point) != (0, 1))
SMALL = [times(n, EIGHTH) for n in range(8)]
SHORT = [bytes([n]) for n in range(64)]


class Key:
    def __init__(self, name, seed):
        h = hashlib.sha512(seed).digest()
        self.name = name
        self.a = int.from_bytes(h[:32], 'little') & ((1 << 254) - 8) | 1 << 254
        self.prefix = h[32:]
        self.public = packed(times(self.a, (BX, BY)))
        self.id = sha(name.encode() + b'\n\x01' + self.public)[:4]
        self.vkey = f'{name}+{self.id.hex()}+{b64(bytes([1]) + self.public)}'

    def sign(self, message):
        r = int.from_bytes(hashlib.sha512(self.prefix + message).digest(), 'little') % L
        big_r = packed(times(r, (BX, BY)))
        k = int.from_bytes(hashlib.sha512(big_r + self.public + message).digest(), 'little')
        return big_r + ((r + k * self.a) % L).to_bytes(32, 'little')

    def line(self, text, name=None, key_id=None):
        return f'\u2014 {name or self.name} {b64((key_id or self.id) + self.sign(text.encode()))}\n'


def sha(raw):
    return hashlib.sha256(raw).digest()


def b64(raw):
    return base64.b64encode(raw).decode()


def b64u(raw):
    return base64.urlsafe_b64encode(raw).decode().rstrip('=')


def canon(value):
    # The values made here have ASCII keys and whole numbers, for which this is the canonical form.
    return json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode()


def leaf(raw):
    return sha(b'\0' + raw)


def node(left, right):
    return sha(b'\1' + left + right)


class SparseTree:
    """RFC 6962 over a tree of any size of which only some leaves are known: a subtree without any has a made-up hash."""

    def __init__(self, size, leaves):
        self.size, self.leaves, self.known = size, leaves, {}

    def mth(self, low, high):
        if (low, high) not in self.known:
            self.known[low, high] = self.make(low, high)
        return self.known[low, high]

    def make(self, low, high):
        if low == high:
            return sha(b'')
        if not any(low <= index < high for index in self.leaves):
            return sha(f'made up {low} {high}'.encode())
        if high - low == 1:
            return self.leaves[low]
        middle = low + (1 << (high - low - 1).bit_length() - 1)
        return node(self.mth(low, middle), self.mth(middle, high))

    def root(self):
        return self.mth(0, self.size)

    def proof(self, index, low=0, high=None):
        high = self.size if high is None else high
        if high - low <= 1:
            return []
        middle = low + (1 << (high - low - 1).bit_length() - 1)
        if index < middle:
            return self.proof(index, low, middle) + [self.mth(middle, high)]
        return self.proof(index, middle, high) + [self.mth(low, middle)]

    def consistency(self, old):
        return self.subproof(old, 0, self.size, True)

    def subproof(self, m, low, high, whole):
        n = high - low
        if m == n:
            return [] if whole else [self.mth(low, high)]
        k = 1 << (n - 1).bit_length() - 1
        if m <= k:
            return self.subproof(m, low, low + k, whole) + [self.mth(low + k, high)]
        return self.subproof(m - k, low + k, high, False) + [self.mth(low, low + k)]


def tree(leaves):
    return SparseTree(len(leaves), dict(enumerate(leaves)))


LOG = 'c2a7f1de-2a6b-4a52-9e1c-0f7d3b1e5a10'
ORIGIN = f'redress.example.org/{LOG}'
KEY = Key(ORIGIN, b'\1' * 32)
OTHER_KEY = Key(ORIGIN, b'\2' * 32)
WITNESS = Key('witness.example.org', b'\3' * 32)


def note(size, root, key=KEY, origin=ORIGIN, extra=''):
    text = f'{origin}\n{size}\n{b64(root)}\n'
    return (text + '\n' + key.line(text) + extra).encode()


def record(stream, version, prev, data=None, kind='ComplaintReceived', sealed=()):
    return {
        'v': 1, 'log': LOG, 'stream': stream, 'version': version, 'id': str(uuid.uuid5(uuid.UUID(LOG), f'{stream}/{version}')),
        'type': kind, 'schema': 1, 'recordedAt': '2024-02-29T08:00:00.000Z', 'prev': prev,
        'meta': {'command': 'c', 'actor': 'staff-7'}, 'data': data or {'note': 'Đơn tố cáo', 'n': version}, 'sealed': sorted(sealed),
    }


class Log:
    """A log that is made fact by fact; what it hands out are the files of bundles."""

    def __init__(self):
        self.raws, self.heads = [], {}

    def append(self, stream, data=None, kind='ComplaintReceived', sealed=(), **changed):
        version, prev, _ = self.heads.get(stream, (0, None, None))
        raw = canon({**record(stream, version + 1, prev, data, kind, sealed), **changed})
        self.raws.append(raw)
        self.heads[stream] = (version + 1, b64u(leaf(raw)), len(self.raws) - 1)
        return raw

    def leaves(self):
        return [leaf(raw) for raw in self.raws]

    def head_list(self):
        """Heads in the order of the tree over them."""
        heads = {sha(stream.encode()).hex(): (n, h) for stream, (n, h, _) in self.heads.items()}
        return [{'h': h, 'n': n, 's': s} for s, (n, h) in sorted(heads.items())]

    def sealed_by(self, stream):
        """A second seal over the same facts, in another stream."""
        self.append(stream, json.loads(self.raws[self.seal_index])['data'], 'LogSealed')
        self.seal_index = len(self.raws) - 1

    def seal(self, late=(), **changed):
        """Seals what is there; facts of the `late` streams arrive while the seal is being made."""
        heads = self.head_list()
        self.sealed = (len(self.raws), heads)
        data = {
            'size': str(len(self.raws)), 'root': b64(tree(self.leaves()).root()),
            'heads': b64(tree([leaf(canon(head)) for head in heads]).root()), 'streams': str(len(heads)), **changed,
        }
        for stream in late:
            self.append(stream, {'late': 1})
        self.append('$seals', data, 'LogSealed')
        self.seal_index = len(self.raws) - 1

    def checkpoint(self):
        return note(len(self.raws), tree(self.leaves()).root())

    def whole(self):
        index = {'v': 1, 'kind': 'log', 'origin': ORIGIN, 'log': LOG, 'size': str(len(self.raws)), 'records': []}
        return {'records.ndjson': lines(self.raws), 'index.json': canon(index), 'checkpoint': self.checkpoint()}

    def case(self, stream, padding=0):
        """The bundle of one case; `padding` unknown facts follow the seal, so that the tree may be of any size."""
        size = len(self.raws) + padding
        whole = SparseTree(size, dict(enumerate(self.leaves())))
        kept = [i for i, raw in enumerate(self.raws) if json.loads(raw)['stream'] == stream or i == self.seal_index]
        index = {
            'v': 1, 'kind': 'case', 'origin': ORIGIN, 'log': LOG, 'size': str(size), 'stream': stream,
            'records': [{'index': str(i), 'proof': [b64(one) for one in whole.proof(i)]} for i in kept],
        }
        heads = self.sealed[1]
        place = next(i for i, head in enumerate(heads) if head['s'] == sha(stream.encode()).hex())
        heads_tree = tree([leaf(canon(head)) for head in heads])
        proof = {
            'v': 1, 'seal': str(self.seal_index), 'head': heads[place], 'index': str(place), 'size': str(len(heads)),
            'proof': [b64(one) for one in heads_tree.proof(place)],
        }
        return {
            'records.ndjson': lines([self.raws[i] for i in kept]), 'index.json': canon(index), 'heads-proof.json': canon(proof),
            'checkpoint': note(size, whole.root()),
        }


def lines(raws):
    return b''.join(raw + b'\n' for raw in raws)


def disclosure(path, value, salt=b'\7' * 16):
    raw = canon([b64u(salt), path, value])
    return raw, b64u(sha(raw))


def disclosed(fact, raw):
    return canon({'fact': fact, 'disclosure': b64u(raw)}) + b'\n'


NAME, NAME_COMMITMENT = disclosure('/denouncer/name', 'Nguyễn Văn A')
PHONE, PHONE_COMMITMENT = disclosure('/denouncer/phone', '0900', b'\10' * 16)


def busy_log():
    """Three cases, a seal, a fact after it: case-a has four facts, two of them with commitments."""
    log = Log()
    for step in range(3):
        for stream in ('case-a', 'case-b', 'case-c'):
            log.append(stream, {'step': step}, sealed=[NAME_COMMITMENT, PHONE_COMMITMENT] if stream == 'case-a' and step < 2 else [])
    log.append('case-a', {'step': 3})
    log.seal()
    log.append('case-b', {'step': 4})
    return log


def with_older(files, log, old):
    older = tree(log.leaves()[:old])
    proof = tree(log.leaves()).consistency(old) if old else []
    consistency = {'v': 1, 'from': str(old), 'to': str(len(log.raws)), 'proof': [b64(one) for one in proof]}
    return {**files, 'prev-checkpoint': note(old, older.root()), 'consistency.json': canon(consistency)}


def edit(files, name, change):
    """The same files with one JSON document changed and written canonically again."""
    value = json.loads(files[name])
    change(value)
    return {**files, name: canon(value)}


def edit_line(files, number, change, name='records.ndjson'):
    raws = files[name].split(b'\n')
    value = json.loads(raws[number])
    change(value)
    raws[number] = canon(value)
    return {**files, name: b'\n'.join(raws)}


def put(value, *path_and_new):
    """Sets a member deep inside: put(value, 'records', 0, 'index', '7')."""
    *path, last, new = path_and_new
    for step in path:
        value = value[step]
    value[last] = new


def write_folder(folder, files):
    shutil.rmtree(folder)
    os.mkdir(folder)
    for name, raw in files.items():
        os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
        with open(os.path.join(folder, name), 'wb') as file:
            file.write(raw)


KEYS = verify.read_vkeys([KEY.vkey])
BUSY = busy_log()


class BundleTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix='second-verifier-')
        cls.log, cls.case, cls.whole = BUSY, BUSY.case('case-a'), BUSY.whole()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def findings(self, files, vkeys=(KEY.vkey,), seen=None):
        write_folder(self.folder, files)
        result = verify.verify(self.folder, verify.read_vkeys(list(vkeys)), seen)
        self.assertEqual(result['ok'], result['findings'] == [])
        for finding in result['findings']:
            self.assertNotEqual(finding['code'], 'verifier-failed', finding)
        return result['findings']

    def codes(self, files, **options):
        return sorted({finding['code'] for finding in self.findings(files, **options)})

    def fine(self, files, **options):
        self.assertEqual(self.findings(files, **options), [])

    def found(self, code, files, **options):
        self.assertIn(code, self.codes(files, **options))

    def only(self, code, files, **options):
        self.assertEqual(self.codes(files, **options), [code])


class Parts(unittest.TestCase):
    def test_signatures_of_RFC_8032_hold_and_altered_ones_do_not(self):
        vectors = [
            ('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
             'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'),
            ('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
             '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'),
        ]
        for key, text, signature in ((bytes.fromhex(part) for part in vector) for vector in vectors):
            self.assertTrue(verify.ed25519_verify(key, text, signature))
            self.assertFalse(verify.ed25519_verify(key, text + b'.', signature))
            for bit in range(0, 512, 37):
                altered = bytearray(signature)
                altered[bit // 8] ^= 1 << bit % 8
                self.assertFalse(verify.ed25519_verify(key, text, bytes(altered)))
            # S + L is the same number modulo L: whoever forgets to compare S with L has two signatures for one text.
            s = int.from_bytes(signature[32:], 'little') + L
            self.assertFalse(verify.ed25519_verify(key, text, signature[:32] + s.to_bytes(32, 'little')))

    def test_the_signer_of_these_tests_agrees_with_RFC_8032(self):
        key = Key('a', bytes.fromhex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'))
        self.assertEqual(key.public.hex(), 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a')
        self.assertTrue(key.sign(b'').hex().startswith('e5564300c360ac72'))

    def test_a_key_that_is_no_point_verifies_nothing(self):
        no_points = [b'\xff' * 32, (q + 1).to_bytes(32, 'little'), (1 | 1 << 255).to_bytes(32, 'little'), b'\2' + bytes(31), b'short']
        for key in no_points:
            self.assertIs(verify.ed25519_verify(key, b'', bytes(64)), False)

    def test_a_point_written_a_second_way_is_no_point(self):
        number = lambda value: value.to_bytes(32, 'little')
        sign = 1 << 255
        # An ordinary point whose y is below 19 can be written as y + p as well: that y is below 2^255 too.
        ordinary = [y for y in range(2, 19) if on_curve(y) and packed(times(8, on_curve(y))) != number(1)]
        self.assertNotEqual(ordinary, [])
        for y in ordinary:
            for signed in (0, sign):
                self.assertIsNotNone(verify.point_decode(number(y | signed)))
                self.assertIsNone(verify.point_decode(number(y + q | signed)))
        for y in (0, 1):
            self.assertIsNotNone(verify.point_decode(number(y)))
            self.assertIsNone(verify.point_decode(number(y + q)))
            self.assertIsNone(verify.point_decode(number(y + q | sign)))
        # An x of zero has no sign.
        self.assertIsNotNone(verify.point_decode(number(q - 1)))
        for y in (1, q - 1):
            self.assertIsNone(verify.point_decode(number(y | sign)))

    def test_no_key_of_small_order_signs_anything(self):
        s = 5
        big_r = times(s, (BX, BY))
        for n, key in enumerate(SMALL):
            # Any R whose secret is known will do, and that secret is S, where the text makes the key add nothing.
            text = next(text for text in SHORT if n * challenge(big_r, key, text) % 8 == 0)
            self.assertTrue(holds(key, text, big_r, s))
            self.assertIs(verify.ed25519_verify(packed(key), text, signature(big_r, s)), False)

    def test_no_R_of_small_order_signs_anything(self):
        a = 5
        # Half of this key is of order 8, so that each R of small order is the right one for some text.
        key = add(times(a, (BX, BY)), EIGHTH)
        for n, big_r in enumerate(SMALL):
            text = next(text for text in SHORT if (n + challenge(big_r, key, text)) % 8 == 0)
            s = a * challenge(big_r, key, text) % L
            self.assertTrue(holds(key, text, big_r, s))
            self.assertIs(verify.ed25519_verify(packed(key), text, signature(big_r, s)), False)

    def test_a_key_that_is_only_half_of_small_order_signs_as_any_other(self):
        a, r = 5, 7
        key, big_r = add(times(a, (BX, BY)), EIGHTH), times(r, (BX, BY))
        for text in SHORT[:16]:
            k = challenge(big_r, key, text)
            taken = verify.ed25519_verify(packed(key), text, signature(big_r, (r + a * k) % L))
            self.assertIs(taken, k % 8 == 0)

    def test_numbers_are_written_as_ECMAScript_does(self):
        written = {
            0.0: '0', -0.0: '0', 1e30: '1e+30', 1e21: '1e+21', 1e20: '100000000000000000000', 123456789012345680000.0: '123456789012345680000',
            1e-6: '0.000001', 1e-7: '1e-7', 5e-324: '5e-324', 1.7976931348623157e308: '1.7976931348623157e+308', -1.5: '-1.5',
            333333333.33333329: '333333333.3333333', 4.5: '4.5', 2e-3: '0.002', 0.1 + 0.2: '0.30000000000000004', 9007199254740993.0: '9007199254740992',
        }
        for number, text in written.items():
            self.assertEqual(verify.number_text(number), text)

    def test_every_double_is_read_back_from_its_text(self):
        rng = random.Random(SEED)
        for _ in range(20_000):
            number = struct.unpack('<d', rng.randbytes(8))[0]
            if number - number == 0:
                self.assertEqual(float(verify.number_text(number)), number, f'seed {SEED}')

    def test_keys_are_sorted_by_UTF_16_code_units(self):
        # By code points U+FB33 would come before the emoji; by UTF-16 the emoji's first half is smaller.
        raw = '{"\\r":1,"1":2,"\u0080":3,"ö":4,"€":5,"😀":6,"\ufb33":7}'.encode()
        self.assertEqual(verify.parse_canonical(raw)['😀'], 6)
        self.assertRefused('not-canonical', '{"\ufb33":7,"😀":6}'.encode())

    def assertRefused(self, code, raw):
        with self.assertRaises(verify.Refused, msg=repr(raw)) as caught:
            verify.parse_canonical(raw)
        self.assertEqual(caught.exception.code, code, raw)

    def test_what_is_not_JSON_or_is_read_two_ways_is_refused(self):
        for raw in (b'', b'{', b'nul', b'NaN', b'[Infinity]', b'-Infinity', b'[1,]', b'[,1]', b'01', b'+1', b'"\n"', b"'a'", b'\xef\xbb\xbf{}',
                    b'"\xff"', b'"\xed\xa0\x80"', b'"\xc0\xaf"', b'{"a":1,"a":1}', b'{"b":{"a":1,"\\u0061":2}}', b'\xfe\xff\0{', b'[' * 100_000):
            self.assertRefused('malformed', raw)

    def test_what_is_JSON_but_not_in_its_one_form_is_refused(self):
        for raw in (b' 1', b'1\n', b'{"b":1,"a":2}', b'[1, 2]', b'1.0', b'1e3', b'-0', b'1e400', b'9007199254740993', b'"\\u0061"', b'"\\/"',
                    b'"\\ud800"', b'{"\\udc00":1}', b'"\\ud83d\\ude00"', b'"\\u000A"', b'"\\u001F"', b'[' * 257 + b']' * 257, b'1' * 5000):
            self.assertRefused('not-canonical', raw)

    def test_canonical_JSON_is_taken(self):
        for raw in (b'null', b'[]', b'{}', b'[true,false,null,-1,1.5,1e+30,"\\n\\u001f\x7f/"]', b'[' * 256 + b']' * 256, b'{"__proto__":1}',
                    '"\u2028"'.encode(), b'9007199254740991', b'-9007199254740991', b'9007199254740992'):
            self.assertEqual(verify.canonicalize(verify.parse_canonical(raw)), raw)

    def test_base64_is_decoded_strictly(self):
        self.assertEqual(verify.from_b64('AAE='), b'\0\1')
        for text in ('AAF=', 'AAE', 'AAE==', 'AA E=', 'AAE=\n', 'AA-_', 'A', '=', 'AAE=AAE=', None, 3, 'ÄAE='):
            self.assertIsNone(verify.from_b64(text), text)
        self.assertEqual(verify.from_b64u('AAE'), b'\0\1')
        for text in ('AAF', 'AAE=', 'AA+/', 'A', 'AAE\n', None):
            self.assertIsNone(verify.from_b64u(text), text)

    def test_a_size_is_a_plain_decimal_below_2_to_the_64(self):
        self.assertEqual(verify.decimal('18446744073709551615'), 2**64 - 1)
        self.assertEqual(verify.decimal('0'), 0)
        for text in ('', '00', '01', '+1', '-1', '1 ', ' 1', '1\n', '1e3', '0x1', '١', '18446744073709551616', '9' * 9999, 1, None):
            self.assertIsNone(verify.decimal(text), text)

    def test_keys_that_are_none_are_refused(self):
        self.assertEqual(len(verify.read_vkeys([KEY.vkey, KEY.vkey, WITNESS.vkey])), 2)
        wrong_id = KEY.vkey.replace(KEY.id.hex(), '00000000')
        other_type = f'a+{sha(b"a" + bytes([10, 4]) + KEY.public)[:4].hex()}+{b64(bytes([4]) + KEY.public)}'
        for vkey in ('', 'a', 'a+b', wrong_id, other_type, KEY.vkey + ' ', KEY.vkey.upper(), KEY.vkey[:-1], '+' + KEY.vkey, 'a b' + KEY.vkey):
            with self.assertRaises(ValueError, msg=vkey):
                verify.read_vkeys([vkey])


class TreeProofs(unittest.TestCase):
    def test_every_inclusion_proof_of_every_small_tree_holds_at_its_own_place_only(self):
        for size in range(1, 20):
            leaves = [leaf(bytes([i])) for i in range(size)]
            made = tree(leaves)
            self.assertEqual(verify.Tree(leaves).root(size), made.root())
            for index in range(size):
                proof = made.proof(index)
                self.assertEqual(verify.inclusion_length(index, size), len(proof))
                for other in range(size + 1):
                    holds = verify.inclusion_holds(leaves[index], other, size, proof, made.root())
                    self.assertEqual(holds, other == index, (size, index, other))
                self.assertFalse(verify.inclusion_holds(leaves[index], index, size, proof + [proof[0] if proof else leaves[0]], made.root()))
                if proof:
                    self.assertFalse(verify.inclusion_holds(leaves[index], index, size, proof[:-1], made.root()))
                    self.assertFalse(verify.inclusion_holds(leaves[index], index, size, proof[1:], made.root()))

    def test_every_consistency_proof_of_every_small_tree_holds_for_its_own_sizes_only(self):
        leaves = [leaf(bytes([i])) for i in range(19)]
        whole = verify.Tree(leaves)
        for new in range(1, 20):
            made = tree(leaves[:new])
            for old in range(1, new + 1):
                proof, roots = made.consistency(old), (tree(leaves[:old]).root(), made.root())
                self.assertEqual(whole.root(old), roots[0])
                self.assertTrue(verify.consistency_holds(old, new, *roots, proof), (old, new))
                self.assertFalse(verify.consistency_holds(old, new, *roots, proof + [leaves[0]]))
                self.assertFalse(verify.consistency_holds(old, new, sha(b'x'), roots[1], proof))
                self.assertFalse(verify.consistency_holds(old, new, roots[0], sha(b'x'), proof))
                if proof:
                    self.assertFalse(verify.consistency_holds(old, new, *roots, proof[:-1]))
                    self.assertFalse(verify.consistency_holds(new, old, *roots[::-1], proof))

    def test_nothing_is_consistent_with_nothing_alone(self):
        nothing, something = sha(b''), leaf(b'')
        self.assertTrue(verify.consistency_holds(0, 0, nothing, nothing, []))
        self.assertFalse(verify.consistency_holds(0, 0, nothing, nothing, [something]))
        self.assertFalse(verify.consistency_holds(0, 0, something, something, []))
        self.assertFalse(verify.consistency_holds(0, 1, nothing, something, []))
        self.assertFalse(verify.consistency_holds(0, 1, nothing, something, [something]))

    def test_sizes_beyond_2_to_the_53_are_exact(self):
        one, two = leaf(b'1'), leaf(b'2')
        for size in (2**53 + 1, 2**53 + 2, 2**63 + 5, 2**64 - 1):
            made = SparseTree(size, {2**53: one, 5: two})
            proof = made.proof(2**53)
            self.assertEqual(len(proof), verify.inclusion_length(2**53, size))
            self.assertTrue(verify.inclusion_holds(one, 2**53, size, proof, made.root()))
            # As doubles, 2^53 and 2^53 + 1 are one number.
            self.assertFalse(verify.inclusion_holds(one, 2**53 + 1, size, proof, made.root()))
            # A proof fits every size that gives the leaf's path one shape; where one fact less changes it, the proof fails.
            if verify.inclusion_length(2**53, size - 1) != len(proof) or size == 2**53 + 1:
                self.assertFalse(verify.inclusion_holds(one, 2**53, size - 1, proof, made.root()))
            self.assertTrue(verify.consistency_holds(2**53, size, made.mth(0, 2**53), made.root(), made.consistency(2**53)))

    def test_a_node_passed_off_as_a_leaf_is_not_included(self):
        leaves = [leaf(bytes([i])) for i in range(4)]
        made = tree(leaves)
        inner = b'\1' + leaves[0] + leaves[1]
        self.assertFalse(verify.inclusion_holds(leaf(inner), 0, 2, [made.mth(2, 4)], made.root()))
        # The control: with the same hash for leaves and nodes the forgery would hold.
        self.assertTrue(verify.inclusion_holds(sha(inner), 0, 2, [made.mth(2, 4)], made.root()))


class Whole(BundleTest):
    def test_honest_bundles_verify(self):
        self.fine(self.case)
        self.fine(self.whole)
        self.fine(self.log.case('case-b'))
        for old in range(1, len(self.log.raws) + 1):
            self.fine(with_older(self.case, self.log, old))
            self.fine(with_older(self.whole, self.log, old))
        self.fine({**self.case, 'vkeys.txt': b'\xff', 'verify.mjs': b'whatever'})

    def test_an_empty_log_verifies_and_its_root_is_the_hash_of_nothing(self):
        empty = Log().whole()
        self.fine(empty)
        self.only('root-mismatch', {**empty, 'checkpoint': note(0, sha(b'x'))})
        self.fine({**empty, 'prev-checkpoint': note(0, sha(b'')), 'consistency.json': canon({'v': 1, 'from': '0', 'to': '0', 'proof': []})})
        wrong = note(0, sha(b'x'))
        both = {**empty, 'checkpoint': wrong, 'prev-checkpoint': wrong}
        both['consistency.json'] = canon({'v': 1, 'from': '0', 'to': '0', 'proof': []})
        self.assertEqual(self.codes(both), ['consistency-invalid', 'root-mismatch'])
        self.only('consistency-invalid', with_older(self.whole, self.log, 0))

    def test_a_log_of_one_fact_verifies(self):
        log = Log()
        log.append('case-a')
        self.fine(log.whole())
        self.fine(with_older(log.whole(), log, 1))
        self.only('root-mismatch', {**log.whole(), 'checkpoint': note(1, sha(b'x'))})
        self.only('root-mismatch', {**log.whole(), 'records.ndjson': canon(record('case-b', 1, None)) + b'\n'})

    def test_the_smallest_case_is_one_fact_and_its_seal(self):
        log = Log()
        log.append('case-a')
        log.seal()
        files = log.case('case-a')
        self.assertEqual(json.loads(files['heads-proof.json'])['proof'], [])
        self.fine(files)
        self.only('proof-length', edit(files, 'heads-proof.json', lambda v: v['proof'].append(b64(bytes(32)))))

    def test_a_case_in_a_log_larger_than_2_to_the_53_verifies(self):
        files = self.log.case('case-a', padding=2**53 + 1 - len(self.log.raws))
        index = json.loads(files['index.json'])
        self.assertEqual(index['size'], '9007199254740993')
        # As a double the size would be 2^53, and every proof one hash shorter.
        self.assertEqual({len(one['proof']) for one in index['records']}, {54})
        self.assertEqual(verify.inclusion_length(0, 2**53), 53)
        self.fine(files)
        self.only('file-malformed', edit(files, 'index.json', lambda v: v.update(size='9007199254740992')))
        rounded = edit(files, 'index.json', lambda v: v.update(size='9007199254740992'))
        root = base64.b64decode(files['checkpoint'].split(b'\n')[2])
        self.only('proof-length', {**rounded, 'checkpoint': note(2**53, root)})
        largest = self.log.case('case-a', padding=2**64 - 1 - len(self.log.raws))
        self.assertEqual(len(json.loads(largest['index.json'])['records'][0]['proof']), 64)
        self.fine(largest)

    def test_the_bundle_of_a_whole_log_lists_no_records(self):
        for entries in ([{'index': '0'}], [{'index': '0', 'proof': []}], [{'index': str(i)} for i in range(len(self.log.raws))]):
            self.only('file-malformed', edit(self.whole, 'index.json', lambda v: v.update(records=entries)))


class Several(BundleTest):
    @staticmethod
    def inside(stream, files, name=None):
        return {f'{name or sha(stream.encode()).hex()}/{file}': raw for file, raw in files.items()}

    def setUp(self):
        self.both = {**self.inside('case-a', self.case), **self.inside('case-b', self.log.case('case-b'))}

    def test_each_bundle_is_looked_at_and_findings_say_in_which(self):
        self.fine(self.both)
        lost = {name: raw for name, raw in self.both.items() if name != f'{sha(b"case-b").hex()}/checkpoint'}
        self.assertEqual([(one['code'], one['file']) for one in self.findings(lost)], [('file-missing', f'{sha(b"case-b").hex()}/checkpoint')])

    def test_a_bundle_is_of_a_case_and_called_by_it(self):
        self.only('file-unknown', {**self.both, **self.inside('case-a', self.case, 'f' * 64)})
        self.only('file-unknown', self.inside('case-a', self.log.case('case-b')))
        self.only('file-malformed', self.inside('log', self.whole))

    def test_of_one_size_there_is_one_root(self):
        other = Log()
        other.append('case-b')
        while len(other.raws) < len(self.log.raws) - 1:
            other.append('case-c')
        other.seal()
        self.fine(other.case('case-b'))
        self.only('checkpoint-conflict', {**self.inside('case-a', self.case), **self.inside('case-b', other.case('case-b'))})

    def test_among_folders_there_is_nothing_else(self):
        self.found('file-unknown', {**self.both, 'read-me.txt': b'x'})
        self.found('file-missing', {})
        os.mkdir(os.path.join(self.folder, 'empty'))
        self.assertIn('file-missing', {one['code'] for one in verify.verify(self.folder, KEYS)['findings']})


class Folder(BundleTest):
    def test_files_that_are_missing_or_unknown_are_found(self):
        for name in self.case:
            self.found('file-missing', {key: raw for key, raw in self.case.items() if key != name})
        self.only('file-unknown', {**self.case, 'notes.txt': b''})
        self.only('file-unknown', {**self.case, 'index.json~': b''})
        self.only('file-unknown', {**self.whole, 'heads-proof.json': self.case['heads-proof.json']})
        older = with_older(self.case, self.log, 3)
        for name in ('prev-checkpoint', 'consistency.json'):
            self.only('file-missing', {key: raw for key, raw in older.items() if key != name})
        self.assertEqual(verify.verify(os.path.join(self.folder, 'none'), KEYS)['findings'][0]['code'], 'file-missing')
        self.assertEqual(verify.verify('a\0b', KEYS)['findings'][0]['code'], 'file-missing')

    def test_links_folders_and_pipes_are_not_files(self):
        def swap(name, make):
            write_folder(self.folder, self.case)
            path = os.path.join(self.folder, name)
            if os.path.exists(path):
                os.unlink(path)
            make(path)
            codes = {finding['code'] for finding in verify.verify(self.folder, KEYS)['findings']}
            os.rmdir(path) if os.path.isdir(path) and not os.path.islink(path) else os.unlink(path)
            return codes

        for name in ('checkpoint', 'vkeys.txt'):
            self.assertEqual(swap(name, os.mkfifo), {'file-malformed'})
            self.assertEqual(swap(name, os.mkdir), {'file-malformed'})
            self.assertEqual(swap(name, lambda path: os.symlink('/dev/zero', path)), {'file-malformed'})
        self.assertEqual(swap('sub', os.mkdir), {'file-unknown'})
        self.assertEqual(swap(b'\xff\xfe'.decode('utf-8', 'surrogateescape'), os.mkfifo), {'file-unknown'})

    def test_JSON_files_are_canonical_and_hold_their_members_only(self):
        files = with_older(self.case, self.log, 3)
        for name in ('index.json', 'heads-proof.json', 'consistency.json'):
            raw = files[name]
            self.fine(files)
            twice = b'{"v":1,' + raw[1:]
            for other in (b'', b'null', b'[]', b'{}', raw + b'\n', b'\xef\xbb\xbf' + raw, b' ' + raw, raw[:-1], twice, raw.replace(b'"v":1', b'"v":1.0')):
                self.only('file-malformed', {**files, name: other})
            self.only('file-malformed', edit(files, name, lambda v: v.update(v=2)))
            self.only('file-malformed', edit(files, name, lambda v: v.update(v=True)))
            self.only('file-malformed', edit(files, name, lambda v: v.update(zzz=1)))
            for member in json.loads(raw):
                self.only('file-malformed', edit(files, name, lambda v, member=member: v.pop(member)))
                for new in (None, 5, [], {}, '', '01', True):
                    self.found_something(edit(files, name, lambda v, member=member, new=new: v.update({member: new})))

    def found_something(self, files):
        self.assertNotEqual(self.findings(files), [])

    def test_lines_end_in_a_newline_and_none_is_empty(self):
        raw = self.case['records.ndjson']
        self.only('file-malformed', {**self.case, 'records.ndjson': raw[:-1]})
        self.found('record-malformed', {**self.case, 'records.ndjson': raw + b'\n'})
        self.found('record-malformed', {**self.case, 'records.ndjson': b'\n' + raw})
        self.found('record-not-canonical', {**self.case, 'records.ndjson': raw.replace(b'\n', b'\r\n')})


class Notes(BundleTest):
    def noted(self, raw):
        return {**self.case, 'checkpoint': raw}

    def good(self):
        text, _, _ = self.case['checkpoint'].decode().partition('\n\n')
        return text + '\n'

    def signed(self, text, *others):
        return self.noted((text + '\n' + KEY.line(text) + ''.join(others)).encode())

    def test_signatures_by_unknown_keys_are_ignored_up_to_a_hundred_lines(self):
        text = self.good()
        witness = f'\u2014 w {b64(bytes(5))}\n'
        self.fine(self.signed(text, WITNESS.line(text), witness))
        self.fine(self.signed(text, *[witness] * 99))
        self.only('note-too-many-signatures', self.signed(text, *[witness] * 100))
        large = f'\u2014 w {b64(bytes(3400))}\n'
        self.fine(self.signed(text, *[large] * 16))

    def test_a_note_over_a_megabyte_is_refused(self):
        self.only('input-too-large', self.signed(self.good(), f'\u2014 w {b64(bytes(800_000))}\n'))
        self.only('input-too-large', self.case, seen='\n' * 1_000_001)
        text = self.good()
        room = 1_000_000 - len((text + '\n' + KEY.line(text)).encode())
        name = 'w' * (room % 4 + 4)
        line = lambda extra: f'\u2014 {name}{extra} {b64(bytes((room - len(name) - 6) // 4 * 3))}\n'
        while len(line('').encode()) < room:
            name += 'w'
        self.assertEqual(len(self.signed(text, line(''))['checkpoint']), 1_000_000)
        self.fine(self.signed(text, line('')))
        self.only('input-too-large', self.signed(text, line('w')))

    def test_a_file_over_the_limit_is_not_looked_at(self):
        limit = verify.LARGEST_FILE
        try:
            verify.LARGEST_FILE = max(len(raw) for name, raw in self.case.items() if name.endswith(".json"))
            self.fine(self.case)
            verify.LARGEST_FILE -= 1
            self.found('input-too-large', self.case)
        finally:
            verify.LARGEST_FILE = limit

    def test_unknown_keys_and_wrong_signatures_are_told_apart(self):
        text = self.good()
        by = lambda *parts: self.noted((text + '\n' + ''.join(parts)).encode())
        self.only('key-unknown', by(OTHER_KEY.line(text)))
        self.only('key-unknown', by(WITNESS.line(text)))
        self.assertEqual(self.codes(self.case, vkeys=()), ['key-unknown'])
        self.only('key-unknown', by(KEY.line(text, name='elsewhere')))
        self.only('signature-invalid', by(OTHER_KEY.line(text, key_id=KEY.id)))
        self.only('signature-invalid', by(f'\u2014 {KEY.name} {b64(KEY.id + bytes(1))}\n'))
        self.found('signature-invalid', self.noted(self.case['checkpoint'].replace(b'\n12\n', b'\n13\n')))

    def test_one_known_key_that_fails_rejects_and_a_second_line_by_the_same_key_is_ignored(self):
        text = self.good()
        bad = OTHER_KEY.line(text, key_id=KEY.id)
        self.fine(self.signed(text, bad))
        self.only('signature-invalid', self.noted((text + '\n' + bad + KEY.line(text)).encode()))
        both = (KEY.vkey, WITNESS.vkey)
        self.fine(self.signed(text, WITNESS.line(text)), vkeys=both)
        self.assertEqual(self.codes(self.signed(text, WITNESS.line(text + 'x')), vkeys=both), ['signature-invalid'])

    def test_a_note_that_only_a_witness_signed_is_not_the_logs(self):
        text = self.good()
        only = self.noted((text + '\n' + WITNESS.line(text)).encode())
        self.assertEqual(self.codes(only, vkeys=(KEY.vkey, WITNESS.vkey)), ['origin-mismatch'])

    def test_malformed_notes_are_found(self):
        raw = self.case['checkpoint']
        head, sign = raw.split(b'\n\n')
        for other in (b'', b'\n', b'\n\n', head, head + b'\n', head + b'\n\n', raw[:-1], raw.replace(b'\n', b'\r\n'), raw + b'\n', b'\0' + raw, b'\t' + raw,
                      b'\xff' + raw, head + b'\n\n- ' + sign[4:], head + b'\n\n' + sign.replace(b' ', b'  '), raw + b'\xe2\x80\x94 a b c\n',
                      raw + b'\xe2\x80\x94 w AAAA\n', raw + b'\xe2\x80\x94 w+x AAAAAAA=\n', raw + b'\xe2\x80\x94 w AAAAAAB=\n'):
            self.found('note-malformed', self.noted(other))

    def test_spare_bits_of_base64_are_found(self):
        raw = self.case['checkpoint'].decode()
        # 68 bytes end in "x=": the last letter before the sign has two spare bits.
        letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
        self.assertTrue(raw.endswith('=\n'))
        spare = letters[letters.index(raw[-3]) ^ 1]
        self.only('note-malformed', self.noted((raw[:-3] + spare + raw[-2:]).encode()))
        text = self.good()
        self.assertEqual(text[-2], '=')
        self.only('checkpoint-malformed', self.signed(text[:-3] + letters[letters.index(text[-3]) ^ 1] + '=\n'))

    def test_the_text_has_an_origin_a_size_a_root_and_no_more(self):
        origin, size, root = self.good()[:-1].split('\n')
        for text in (f'{origin}\n{size}\n', f'{origin}\n{size}\n{root}\nextension\n', f'{origin}\n{size}\n{root}=\n', f'{origin}\n{size}\n{root[4:]}\n',
                     f'\n{size}\n{root}\n', f'https://{origin}\n{size}\n{root}\n', f'a {origin}\n{size}\n{root}\n', f'{origin}+\n{size}\n{root}\n'):
            self.found('checkpoint-malformed', self.signed(text))
        for wrong in ('012', '+12', '-1', '', ' 12', '12.0', '1e1', str(2**64), '9' * 5000):
            self.only('size-malformed', self.signed(f'{origin}\n{wrong}\n{root}\n'))

    def test_a_checkpoint_of_another_log_is_found(self):
        other = Key('redress.example.org/other', b'\4' * 32)
        size, root = len(self.log.raws), tree(self.log.leaves()).root()
        raw = note(size, root, other, other.name)
        self.found('origin-mismatch', self.noted(raw))
        self.assertEqual(self.codes(self.noted(raw), vkeys=(KEY.vkey, other.vkey)), ['origin-mismatch'])
        self.found('origin-mismatch', self.noted(note(size, root, KEY, other.name)))
        self.found('log-mismatch', self.noted(note(size, root, KEY, ORIGIN.replace('c2a7', 'c2a8'))))


class Records(BundleTest):
    def one(self, **changed):
        """A log of one record with some members changed: its tree and signature are made over what it says."""
        log = Log()
        log.append('case-a', **changed)
        return log.whole()

    def raw(self, raw):
        log = Log()
        log.raws = [raw]
        return log.whole()

    def test_every_member_has_its_form(self):
        self.fine(self.one())
        wrong = {
            'v': [2, '1', True], 'log': ['x', LOG.upper(), 1], 'stream': ['', 1, None], 'version': ['1', 0, -1, None], 'type': ['', None],
            'id': [LOG, '', LOG.replace('4a52', '5a52').upper(), 7], 'schema': [0, '1', None], 'prev': ['', 'AA', 5, b64u(bytes(31))],
            'recordedAt': ['2023-02-29T08:00:00.000Z', '2024-02-29T08:00:00Z', '2024-02-29T24:00:00.000Z', '2024-13-01T00:00:00.000Z',
                           '2024-02-29 08:00:00.000Z', '+02024-02-29T08:00:00.000Z', '2024-02-29T08:00:60.000Z', 0, '２024-02-29T08:00:00.000Z'],
            'meta': [None, [], {'command': 1}, {'secret': 'x'}, {'unit': {}}], 'data': [None, [], 'text', 1],
            'sealed': [None, 'x', [1], ['AA'], [PHONE_COMMITMENT, PHONE_COMMITMENT], [b64u(b'\xff' * 32), b64u(bytes(32))]],
        }
        for member, values in wrong.items():
            for value in values:
                made = record('case-a', 1, None)
                made[member] = value
                self.found('record-malformed', self.raw(canon(made)))
        for member in wrong:
            made = record('case-a', 1, None)
            del made[member]
            self.only('record-malformed', self.raw(canon(made)))
        self.only('record-malformed', self.one(position=1))
        for raw in (b'null', b'[]', b'{}', b'1', b'""'):
            self.only('record-malformed', self.raw(raw))

    def test_every_instant_of_the_calendar_and_every_known_word_about_a_fact_are_taken(self):
        for instant in ('2024-12-31T23:59:59.999Z', '2024-01-01T00:00:00.000Z', '2023-02-28T12:00:00.000Z', '2023-04-30T12:00:00.000Z', '0000-02-29T00:00:00.000Z'):
            self.fine(self.one(recordedAt=instant))
        for instant in ('2023-04-31T12:00:00.000Z', '2023-00-30T12:00:00.000Z', '2023-04-00T12:00:00.000Z', '1900-02-29T00:00:00.000Z', '2023-01-01T00:60:00.000Z'):
            self.only('record-malformed', self.one(recordedAt=instant))
        words = 'command commandType door actor unit role onBehalfOf correlation causation caseType chart law calendar from to occurredOn authority'
        self.fine(self.one(meta={word: '' for word in words.split()}))
        self.fine(self.one(meta={}))

    def test_whole_numbers_beyond_2_to_the_53_are_malformed_in_a_record(self):
        self.fine(self.one(data={'n': 2**53 - 1, 'm': -(2**53 - 1)}))
        self.only('record-malformed', self.one(data={'deep': [{'n': 2**53}]}))
        self.only('record-malformed', self.raw(canon(record('case-a', 1, None, {'n': 'HERE'})).replace(b'"HERE"', b'1e+30')))
        self.fine(self.raw(canon(record('case-a', 1, None, {'n': 'HERE'})).replace(b'"HERE"', b'1e-30')))

    def test_bytes_that_are_not_canonical_are_found_though_the_tree_is_made_over_them(self):
        raw = canon(record('case-a', 1, None))
        for other in (raw.replace(b'"v":1', b'"v":1.0'), raw + b' ', raw.replace(b'ComplaintReceived', b'\\u0043omplaintReceived'), raw + b'\r'):
            self.only('record-not-canonical', self.raw(other))
        for other in (b'\xef\xbb\xbf' + raw, raw.replace(b'"v":1', b'"v":1,"v":1'), raw[:-1], raw.replace(b'staff', b'\xff'), b''):
            self.found('record-malformed', self.raw(other))
        self.only('record-not-canonical', self.raw(raw.replace(b'staff', b'\\ud800')))

    def test_a_node_passed_off_as_a_record_is_malformed(self):
        self.only('record-malformed', self.raw(b'\1' + leaf(b'a') + leaf(b'b')))

    def test_records_of_another_log_are_found(self):
        other = LOG.replace('c2a7', 'c2a8')
        self.only('log-mismatch', self.one(log=other))

    def test_a_fact_twice_is_found(self):
        raws = self.log.raws + [self.log.raws[0]]
        log = Log()
        log.raws = raws
        self.found('record-duplicate', log.whole())
        log = Log()
        log.append('case-a')
        log.append('case-b', id=json.loads(log.raws[0])['id'])
        self.only('record-duplicate', log.whole())

    def test_versions_and_prev_are_checked_in_every_stream(self):
        def broken(number, **changed):
            log = Log()
            for i in range(4):
                log.append('case-a', **(changed if i == number else {}))
            return log.whole()

        self.only('chain-broken', broken(2, prev=b64u(bytes(32))))
        self.only('chain-broken', broken(2, prev=None))
        self.only('chain-broken', broken(0, prev=b64u(bytes(32))))
        self.found('version-gap', broken(2, version=4))
        self.found('version-gap', broken(3, version=3))
        log = Log()
        log.heads['case-a'] = (1, b64u(bytes(32)), 0)
        log.append('case-a')
        self.assertEqual(self.codes(log.whole()), ['chain-broken', 'version-gap'])


class Attacks(BundleTest):
    def pairs(self, change):
        """The case's bundle with its records and their index entries changed together."""
        raws = self.case['records.ndjson'][:-1].split(b'\n')
        index = json.loads(self.case['index.json'])
        raws, index['records'] = change(raws, index['records'])
        return {**self.case, 'records.ndjson': lines(raws), 'index.json': canon(index)}

    def test_two_facts_swapped(self):
        def swap(raws, entries):
            return [raws[1], raws[0]] + raws[2:], entries

        codes = self.codes(self.pairs(swap))
        self.assertTrue({'inclusion-invalid', 'chain-broken', 'version-gap'} <= set(codes), codes)
        codes = self.codes(self.pairs(lambda raws, entries: ([raws[1], raws[0]] + raws[2:], [entries[1], entries[0]] + entries[2:])))
        self.assertEqual(codes, ['chain-broken', 'file-malformed', 'version-gap'])

    def test_a_middle_fact_dropped(self):
        dropped = self.pairs(lambda raws, entries: (raws[:1] + raws[2:], entries[:1] + entries[2:]))
        self.assertEqual(self.codes(dropped), ['case-incomplete', 'chain-broken', 'version-gap'])

        def relink(value):
            value.update(prev=b64u(leaf(self.case['records.ndjson'].split(b'\n')[0])), version=2)

        codes = self.codes(edit_line(dropped, 1, relink))
        self.assertTrue({'inclusion-invalid', 'chain-broken', 'case-incomplete'} <= set(codes), codes)

    def test_the_last_fact_dropped(self):
        self.only('case-incomplete', self.pairs(lambda raws, entries: (raws[:3] + raws[4:], entries[:3] + entries[4:])))
        self.only('case-incomplete', self.pairs(lambda raws, entries: (raws[4:], entries[4:])))
        raws = self.log.raws[:-1]
        self.assertEqual(self.codes({**self.whole, 'records.ndjson': lines(raws)}), ['file-malformed', 'root-mismatch'])

    def test_a_whole_case_deleted_from_the_log(self):
        raws = [raw for raw in self.log.raws if b'"case-c"' not in raw]
        self.found('root-mismatch', {**self.whole, 'records.ndjson': lines(raws)})

    def test_a_payload_changed(self):
        self.found('inclusion-invalid', edit_line(self.case, 3, lambda v: v.update(data={'step': 99})))
        self.found('root-mismatch', edit_line(self.whole, 3, lambda v: v.update(data={'step': 99})))

    def test_an_older_checkpoint_passed_off_as_the_newest(self):
        old = Log()
        old.raws = self.log.raws[:5]
        self.fine(old.whole())
        seen = self.log.checkpoint().decode()
        self.only('checkpoint-rollback', old.whole(), seen=seen)
        self.fine(self.whole, seen=seen)
        self.fine(self.whole, seen=old.checkpoint().decode())

    def test_a_log_that_forgot_what_was_seen(self):
        other = Log()
        for raw in self.log.raws:
            other.append(json.loads(raw)['stream'], {'other': 1})
        seen = other.checkpoint().decode()
        self.only('checkpoint-conflict', self.whole, seen=seen)
        self.only('checkpoint-conflict', self.case, seen=seen)
        other.raws = other.raws[:7]
        self.only('consistency-invalid', self.whole, seen=other.checkpoint().decode())
        older = with_older(self.case, self.log, 7)
        self.only('checkpoint-conflict', older, seen=other.checkpoint().decode())
        self.found('consistency-invalid', {**older, 'prev-checkpoint': other.checkpoint()})

    def test_a_seen_note_counts_only_if_a_known_key_signed_it(self):
        self.only('key-unknown', self.whole, seen=note(999, sha(b''), WITNESS).decode())
        self.only('note-malformed', self.whole, seen='\n')
        self.only('file-missing', self.whole, seen='/no/such/note')
        self.found('origin-mismatch', self.whole, seen=note(1, sha(b'x'), KEY, 'elsewhere').decode())

    def test_a_seen_note_of_another_log_is_no_older_note_of_this_one(self):
        other = Key('redress.example.org/other', b'\4' * 32)
        seen = note(1, sha(b'x'), other, other.name).decode()
        self.assertEqual(self.codes(self.case, vkeys=(KEY.vkey, other.vkey), seen=seen), ['origin-mismatch'])

    def test_an_index_entry_without_a_record_is_found(self):
        whole = tree(self.log.leaves())
        entry = {'index': '11', 'proof': [b64(one) for one in whole.proof(11)]}
        self.only('file-malformed', edit(self.case, 'index.json', lambda v: v['records'].append(entry)))

    def test_an_older_note_in_the_bundle_that_is_larger_is_a_rollback(self):
        larger = note(50, sha(b'x'))
        proof = canon({'v': 1, 'from': '50', 'to': '12', 'proof': []})
        self.assertEqual(self.codes({**self.case, 'prev-checkpoint': larger, 'consistency.json': proof}), ['checkpoint-rollback', 'consistency-invalid'])

    def test_consistency_proofs_that_do_not_hold(self):
        older = with_older(self.case, self.log, 5)
        for change in (lambda v: v['proof'].pop(), lambda v: v['proof'].append(b64(bytes(32))), lambda v: v['proof'].reverse(),
                       lambda v: v.update({'from': '4'}), lambda v: v.update(to='13'), lambda v: v.update(proof=[])):
            self.only('consistency-invalid', edit(older, 'consistency.json', change))
        equal = with_older(self.case, self.log, len(self.log.raws))
        self.fine(equal)
        self.only('consistency-invalid', edit(equal, 'consistency.json', lambda v: v['proof'].append(b64(bytes(32)))))
        self.only('proof-length', edit(older, 'consistency.json', lambda v: v.update(proof=[b64(bytes(32))] * 65)))

    def test_proofs_one_hash_long_or_short(self):
        for number in range(5):
            self.only('proof-length', edit(self.case, 'index.json', lambda v: v['records'][number]['proof'].pop()))
            self.only('proof-length', edit(self.case, 'index.json', lambda v: v['records'][number]['proof'].append(b64(bytes(32)))))
        self.only('proof-length', edit(self.case, 'index.json', lambda v: put(v, 'records', 0, 'proof', [b64(bytes(32))] * 65)))
        self.only('proof-length', edit(self.case, 'heads-proof.json', lambda v: v['proof'].pop()))
        self.only('proof-length', edit(self.case, 'heads-proof.json', lambda v: v['proof'].append(b64(bytes(32)))))

    def test_indexes_out_of_range_twice_or_wrong(self):
        self.found('index-out-of-range', edit(self.case, 'index.json', lambda v: put(v, 'records', 3, 'index', '12')))
        self.found('index-duplicate', edit(self.case, 'index.json', lambda v: put(v, 'records', 1, 'index', '0')))
        self.found('index-duplicate', self.pairs(lambda raws, entries: (raws[:1] + raws, entries[:1] + entries)))
        self.found('inclusion-invalid', edit(self.case, 'index.json', lambda v: put(v, 'records', 0, 'index', '1')))
        self.only('index-out-of-range', edit(self.case, 'heads-proof.json', lambda v: v.update(index='3')))

    def test_any_single_bit_of_any_file_is_missed_by_nobody(self):
        fact = json.loads(self.log.raws[0])['id']
        for kind in (self.case, self.whole):
            files = {**with_older(kind, self.log, 5), 'disclosures.ndjson': disclosed(fact, NAME)}
            self.fine(files)
            for name, raw in files.items():
                for bit in range(0, len(raw) * 8, 11):
                    altered = bytearray(raw)
                    altered[bit // 8] ^= 1 << bit % 8
                    with open(os.path.join(self.folder, name), 'wb') as file:
                        file.write(altered)
                    result = verify.verify(self.folder, KEYS)
                    self.assertFalse(result['ok'], f'{name}, bit {bit}')
                    self.assertNotIn('verifier-failed', {finding['code'] for finding in result['findings']}, f'{name}, bit {bit}')
                with open(os.path.join(self.folder, name), 'wb') as file:
                    file.write(raw)


class Completeness(BundleTest):
    def sealed_with(self, **changed):
        log = Log()
        log.append('case-a')
        log.append('case-b')
        log.seal(**changed)
        return log

    def test_a_seal_that_lies_is_found(self):
        self.fine(self.sealed_with().whole())
        for changed in ({'root': b64(bytes(32))}, {'heads': b64(bytes(32))}, {'streams': 3}, {'size': '1'}, {'size': '3'}, {'size': 2}, {'size': '02'},
                        {'more': 1}, {'streams': -1}, {'root': 'x'}, {'heads': None}):
            self.only('seal-invalid', self.sealed_with(**changed).whole())
        for changed in ({'size': '3'}, {'size': 2}, {'more': 1}, {'heads': 'x'}):
            self.only('seal-invalid', self.sealed_with(**changed).case('case-a'))
        self.only('head-invalid', self.sealed_with(heads=b64(bytes(32))).case('case-a'))
        self.only('head-invalid', self.sealed_with(streams='3').case('case-a'))
        for changed in ({'streams': 2}, {'streams': '02'}):
            self.only('seal-invalid', self.sealed_with(**changed).whole())
            self.only('seal-invalid', self.sealed_with(**changed).case('case-a'))

    def test_a_seal_lies_in_the_stream_of_seals(self):
        log = self.sealed_with()
        log.sealed_by('seals')
        self.only('seal-invalid', log.case('case-a'))
        # In the bundle of a whole log it is a fact like any other, whatever it says.
        self.fine(log.whole())

    def test_several_seals_are_each_checked_over_their_own_prefix(self):
        log = Log()
        for step in range(4):
            log.append('case-a', {'step': step})
            log.append(f'case-{step}')
            log.seal()
        self.fine(log.whole())
        self.fine(log.case('case-a'))
        self.found('root-mismatch', edit_line(log.whole(), 0, lambda v: v.update(data={'step': 9})))

    def test_facts_may_arrive_while_a_seal_is_being_made(self):
        log = Log()
        log.append('case-a')
        log.append('case-b')
        log.seal(late=['case-a', 'case-c'])
        self.fine(log.whole())
        self.fine(log.case('case-a'))
        self.fine(log.case('case-b'))

    def test_the_head_is_the_cases_own(self):
        other = self.log.case('case-b')
        self.found('head-invalid', {**self.case, 'heads-proof.json': other['heads-proof.json']})
        self.found('head-invalid', edit(self.case, 'heads-proof.json', lambda v: v['head'].update(n=3)))
        self.found('case-incomplete', edit(self.case, 'heads-proof.json', lambda v: v['head'].update(n=5)))
        self.found('head-invalid', edit(self.case, 'heads-proof.json', lambda v: v['head'].update(h=b64u(bytes(32)))))
        self.only('head-invalid', edit(self.case, 'heads-proof.json', lambda v: put(v, 'proof', 0, b64(bytes(32)))))
        self.found('head-invalid', edit(self.case, 'heads-proof.json', lambda v: v.update(size='4')))

    def test_a_sealed_head_that_is_not_the_cases_is_found_though_its_proof_holds(self):
        def bundle(**lie):
            log = Log()
            log.append('case-a')
            head = {**log.head_list()[0], **lie}
            log.seal(heads=b64(leaf(canon(head))))
            return edit(log.case('case-a'), 'heads-proof.json', lambda v: v.update(head=head))

        self.fine(bundle())
        self.only('head-invalid', bundle(s=sha(b'case-b').hex()))
        self.only('head-invalid', bundle(h=b64u(bytes(32))))
        self.only('case-incomplete', bundle(n=2))

    def test_the_seal_is_in_the_bundle_and_is_a_seal(self):
        self.found('seal-invalid', edit(self.case, 'heads-proof.json', lambda v: v.update(seal='11')))
        self.found('seal-invalid', edit(self.case, 'heads-proof.json', lambda v: v.update(seal='0')))
        index = edit(self.case, 'index.json', lambda v: v['records'].pop())
        gone = {**index, 'records.ndjson': lines(self.case['records.ndjson'].split(b'\n')[:4])}
        self.only('seal-invalid', gone)

    def test_facts_after_the_seal_may_be_there_and_facts_before_it_may_not_be_hidden(self):
        late = self.log.case('case-b')
        self.assertEqual(json.loads(late['heads-proof.json'])['head']['n'], 3)
        self.assertEqual(late['records.ndjson'].count(b'"case-b"'), 4)
        self.fine(late)
        # A dishonest operator seals an old head: the case's later fact lies within the sealed prefix.
        log = Log()
        log.append('case-a')
        head = log.head_list()
        log.append('case-a')
        log.seal(heads=b64(leaf(canon(head[0]))))
        log.sealed = (2, head)
        self.only('head-invalid', log.case('case-a'))

    def test_a_record_of_another_case_has_no_place_in_the_bundle(self):
        files = self.case
        made = SparseTree(len(self.log.raws), dict(enumerate(self.log.leaves())))
        raws = files['records.ndjson'][:-1].split(b'\n')
        index = json.loads(files['index.json'])
        index['records'].insert(1, {'index': '1', 'proof': [b64(one) for one in made.proof(1)]})
        self.only('record-malformed', {**files, 'records.ndjson': lines(raws[:1] + [self.log.raws[1]] + raws[1:]), 'index.json': canon(index)})


class Disclosures(BundleTest):
    def disclosing(self, *raws):
        return {**self.case, 'disclosures.ndjson': b''.join(raws)}

    def fact(self, number):
        return json.loads(self.case['records.ndjson'].split(b'\n')[number])['id']

    def test_every_subset_of_disclosures_verifies(self):
        all_of_them = [disclosed(self.fact(number), raw) for number in (0, 1) for raw in (NAME, PHONE)]
        for subset in range(16):
            self.fine(self.disclosing(*[one for i, one in enumerate(all_of_them) if subset >> i & 1]))

    def test_a_disclosure_moved_altered_or_invented_is_unknown(self):
        self.only('disclosure-unknown', self.disclosing(disclosed(self.fact(2), NAME)))
        self.only('disclosure-unknown', self.disclosing(disclosed(LOG, NAME)))
        for other in (disclosure('/denouncer/phone', 'Nguyễn Văn A'), disclosure('/denouncer/name', 'B'), disclosure('/denouncer/name', 'Nguyễn Văn A', bytes(16))):
            self.only('disclosure-unknown', self.disclosing(disclosed(self.fact(0), other[0])))

    def test_a_disclosure_twice_is_found(self):
        line = disclosed(self.fact(0), NAME)
        self.only('disclosure-duplicate', self.disclosing(line, line))

    def test_malformed_disclosures_are_found(self):
        line = disclosed(self.fact(0), NAME)
        salt = b64u(bytes(16))
        for inside in (b'', b'x', b'{}', b'[]', canon([salt, '/a']), canon([salt, '/a', 1, 2]), canon([b64u(bytes(15)), '/a', 1]), canon([salt, 'a', 1]),
                       canon([salt, '/~2', 1]), canon([salt, None, 1]), NAME + b' '):
            self.only('disclosure-malformed', self.disclosing(disclosed(self.fact(0), inside)))
        for other in (b'\n', b'{}\n', b' ' + line, line[:-2] + b',"z":1}\n', line.replace(b'"fact":"', b'"fact":"",'), line.replace(b'","fact', b'=","fact'), b'\xff\n'):
            self.found('disclosure-malformed', self.disclosing(other))
        self.only('file-malformed', self.disclosing(line[:-1]))


class AnythingAtAll(BundleTest):
    def test_noise_in_any_file_ends_in_findings_and_never_in_a_failure(self):
        rng = random.Random(SEED)
        files = with_older(self.case, self.log, 5)
        for _ in range(800):
            name = rng.choice(list(files))
            raw = bytearray(files[name])
            for _ in range(rng.randrange(1, 4)):
                kind, place = rng.randrange(4), rng.randrange(len(raw))
                if kind == 0:
                    raw[place] = rng.randrange(256)
                elif kind == 1:
                    del raw[place:place + rng.randrange(1, 40)]
                elif kind == 2:
                    raw[place:place] = rng.choice([b'0', b'-', b'"', b'{', b'[[', b'}', b'\n', b'null', b'1e999', b'\\ud800', rng.randbytes(3)])
                else:
                    raw[place:place] = raw[rng.randrange(len(raw)):][:50]
                raw = raw or bytearray(b'x')
            if bytes(raw) != files[name]:
                self.assertNotEqual(self.findings({**files, name: bytes(raw)}), [], f'seed {SEED}, {name}: {bytes(raw)!r}')

    def test_any_JSON_value_in_any_place_ends_in_findings_and_never_in_a_failure(self):
        files = {**with_older(self.case, self.log, 5), 'disclosures.ndjson': disclosed(json.loads(self.log.raws[0])['id'], NAME)}
        odd = [None, True, 0, -1, 1.5, 1e300, '', 'x', '\ud7ff', 'é' * 200, [], [[]], [None], {}, {'a': 1}]
        for name in ('index.json', 'heads-proof.json', 'consistency.json'):
            for path in paths(json.loads(files[name])):
                for value in odd:
                    changed = json.loads(files[name])
                    self.replace(files, name, changed, path, value)
        for path in paths(json.loads(files['records.ndjson'].split(b'\n')[1])):
            for value in odd:
                raws = files['records.ndjson'].split(b'\n')
                changed = replaced(json.loads(raws[1]), path, value)
                raws[1] = verify.canonicalize(changed)
                self.assertNotEqual(self.findings({**files, 'records.ndjson': b'\n'.join(raws)}), [], (path, value))

    def replace(self, files, name, value, path, new):
        before = copy.deepcopy(value)
        value = replaced(value, path, new)
        if value != before or type(new) is bool:
            self.assertNotEqual(self.findings({**files, name: verify.canonicalize(value)}), [], (name, path, new))

    def test_a_megabyte_is_verified_in_about_a_second(self):
        log = Log()
        for i in range(2200):
            log.append(f'case-{i % 300}', {'text': 'x' * 150, 'n': i})
        log.seal()
        files = log.whole()
        self.assertGreater(len(files['records.ndjson']), 1_000_000)
        write_folder(self.folder, files)
        start = time.monotonic()
        self.assertTrue(verify.verify(self.folder, KEYS)['ok'])
        # Far above what it takes on a quiet machine, far below anything that grows with the square.
        self.assertLess(time.monotonic() - start, 10)


def paths(value, here=()):
    yield here
    if isinstance(value, (list, dict)):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from paths(value[key], here + (key,))


def replaced(value, path, new):
    if not path:
        return new
    put(value, *path, new)
    return value


class CommandLine(BundleTest):
    def call(self, *arguments, stdin=''):
        return subprocess.run([sys.executable, '-B', SCRIPT, *arguments], input=stdin.encode(), capture_output=True, timeout=60)

    def test_it_prints_one_document_and_ends_with_0_1_or_2(self):
        write_folder(self.folder, self.case)
        good = self.call(self.folder, '--vkey', WITNESS.vkey, '--vkey', KEY.vkey)
        self.assertEqual((good.returncode, good.stderr), (0, b''))
        self.assertEqual(json.loads(good.stdout), {'ok': True, 'findings': []})
        bad = self.call(self.folder)
        self.assertEqual((bad.returncode, bad.stderr), (1, b''))
        self.assertEqual([finding['code'] for finding in json.loads(bad.stdout)['findings']], ['key-unknown'])
        for wrong in ([], [self.folder, 'more'], [self.folder, '--vkey', 'x'], [self.folder, '--vkey'], ['--stdin-jobs', self.folder], ['--what']):
            called = self.call(*wrong)
            self.assertEqual((called.returncode, called.stdout), (2, b''), wrong)
            self.assertNotIn(b'Traceback', called.stderr)

    def test_a_seen_note_is_a_file_or_the_note_itself(self):
        write_folder(self.folder, self.case)
        seen = note(99, sha(b'x'))
        with tempfile.NamedTemporaryFile() as file:
            file.write(seen)
            file.flush()
            for given in (file.name, seen.decode()):
                called = self.call(self.folder, '--vkey', KEY.vkey, '--seen', given)
                self.assertEqual([finding['code'] for finding in json.loads(called.stdout)['findings']], ['checkpoint-rollback'])

    def test_it_answers_each_job_by_one_line(self):
        write_folder(self.folder, self.case)
        jobs = [
            {'folder': self.folder, 'vkeys': [KEY.vkey]}, {'folder': self.folder, 'vkeys': [KEY.vkey], 'seen': note(99, sha(b'x')).decode()},
            {'folder': '/no/such/folder', 'vkeys': []}, {'folder': self.folder, 'vkeys': ['x']}, {'folder': 5}, {'folder': 'x', 'other': 1}, [],
            {'folder': '\ud800', 'vkeys': [], 'seen': '\ud800\n'}, {'folder': self.folder, 'vkeys': ['\ud800+00000000+AA=='], 'seen': None},
        ]
        stdin = '\n'.join([json.dumps(job) for job in jobs] + ['not JSON', '[' * 100_000, '']) + '\n'
        called = self.call('--stdin-jobs', stdin=stdin)
        self.assertEqual((called.returncode, called.stderr), (0, b''))
        answers = [json.loads(line) for line in called.stdout.splitlines()]
        self.assertEqual(len(answers), len(jobs) + 3)
        self.assertEqual([answer['ok'] for answer in answers], [True] + [False] * (len(jobs) + 2))
        self.assertEqual(['usage' in answer for answer in answers], [False] * 3 + [True] * 4 + [False] + [True] * 4)


if __name__ == '__main__':
    print(f'FC_SEED={SEED}', file=sys.stderr)
    unittest.main()
