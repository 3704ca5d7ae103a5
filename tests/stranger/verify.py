#!/usr/bin/env python3
"""Offline verifier for Countersign evidence packs and excerpts, written from FORMAT.md alone.

    verify.py PACK.zip|FILE.excerpt [--after EARLIER.zip]... [--keys FILE] [--seen SIZE:ROOT]...

Exit code 0: accepted. 3: not accepted, faults are listed. 2: wrong use.
Needs Python 3.11 and the package `cryptography`. Marks like "s4" name sections of FORMAT.md.
"""
import argparse
import base64
import hashlib
import json
import mmap
import re
import stat
import struct
import sys
import zlib
from collections import Counter
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

# s11: faults that decide completeness, and neither verdict; all others decide integrity.
BOTH = {"pack.since"}
COMPLETENESS = {"record.empty", "entry.missing", "text.missing", "seen.cut", "seen.differs", "pack.file_missing"} | BOTH
NEITHER = {"key.not_named"}
# s6: what the machine may sign
BY_MACHINE = {"workflow.stopped", "exception.raised"}
BETWEEN, SINCE, ACTIONS = "seal/between.jsonl", "ledger/since.json", "actions/"
SEAL = {"seal/entry.json", "seal/proof", "seal/checkpoint", BETWEEN}
REQUIRED = SEAL - {BETWEEN} | {"manifest.json", "ledger/entries.jsonl", "ledger/texts.jsonl", "ledger/withheld.jsonl",
                   "keys/keys.json"}

class Refused(ValueError):
    """Bytes or values that are not as FORMAT.md asks."""

def need(condition, why):
    if not condition:
        raise Refused(why)

# ---- s1: base64, JSON, and the forms of fields ------------------------------------------------

def unb64(text, size=None):
    """Strict base64: with padding and zero unused bits, so that encoding gives the text back."""
    try:
        raw = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, AttributeError) as e:
        raise Refused("not base64") from e
    need(base64.b64encode(raw).decode() == text and size in (None, len(raw)), "bad base64, or of a wrong length")
    return raw

class Object(dict):
    """A JSON object, and which of its names stand twice."""
    def __init__(self, pairs):
        super().__init__(pairs)
        self.twice = {name for name, times in Counter(name for name, _ in pairs).items() if times > 1}

def unb64_or_none(text):
    """Bytes of base64; no bytes where it is none: so a salt or signature is read (s1)."""
    try:
        return unb64(text)
    except Refused:
        return b""

DEEPEST = 64

def whole(value):
    """Refuses half characters in any string, names included."""
    if isinstance(value, str):
        value.encode("utf-8")
    elif isinstance(value, dict):
        for name, v in value.items():
            whole(name), whole(v)
    elif isinstance(value, list):
        for v in value:
            whole(v)

def too_deep(text):
    """Does a value lie inside more than 64 lists and objects? Asked of the text, before it is parsed."""
    depth = 0
    for token in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[{\]}]|[^\s\[{\]}"]', text, re.DOTALL):
        if token[0] in "]}":
            depth -= 1
        elif depth > DEEPEST:
            return True
        elif token[0] in "[{":
            depth += 1
    return False

def parse_number(text):
    """An integer in plain digits that all readers take alike; any other number is a float, which no form takes."""
    return int(text) if text != "-0" and len(text) <= 17 and abs(int(text)) < 2**53 else float("nan")

def no_constant(name):
    raise Refused(f"{name} is no JSON")

def parse_json(data):
    """Ordinary JSON from UTF-8 bytes."""
    try:
        text = data.decode("utf-8")
        need(not too_deep(text), "nested too deep")
        value = json.loads(text, object_pairs_hook=Object, parse_int=parse_number, parse_constant=no_constant)
        whole(value)
        return value
    except ValueError as e:
        raise Refused(f"not readable: {e}") from e

def canonical(value):
    """RFC 8785 for the values the format allows. Python writes the same short escapes as it asks for."""
    if value is None or isinstance(value, (bool, str)):
        return json.dumps(value, ensure_ascii=False)
    need(not isinstance(value, float), "a number that is no integer, or too large")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    names = sorted(value, key=lambda n: n.encode("utf-16-be"))
    return "{" + ",".join(canonical(n) + ":" + canonical(value[n]) for n in names) + "}"

def parse_canonical(data):
    value = parse_json(data)
    need(canonical(value).encode("utf-8") == data, "not canonical JSON")
    return value

def is_time(v):
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9]\.[0-9]{3}Z", v):
        return False
    try:
        return bool(datetime.fromisoformat(re.sub("^0000", "0400", v[:19])))
    except ValueError:
        return False

def is_reason(v):
    """An object with the one field c, whatever that holds (s4, s7)."""
    return isinstance(v, dict) and set(v) == {"c"}

def is_commitment(v):
    """An object with the one field c, a string (s5). Whether c is 32 bytes is checked apart."""
    return isinstance(v, dict) and set(v) == {"c"} and isinstance(v["c"], str)

PATTERNS = {"person": r"[A-Za-z0-9-]{1,32}", "human": r"(?!machine$)[A-Za-z0-9-]{1,32}", "key": r"[0-9a-f]{8}",
            "ws": r"[0-7][0-9a-hjkmnp-tv-z]{25}", "hash": r"[0-9a-f]{64}", "head": r"(0|[1-9][0-9]{0,19}):[0-9a-f]{64}",
            "string": r"(?s:.*)"}

def is_a(form, v):
    """Has a value a form? A form is a name, base64 of so many bytes (b64, b64:32), a dict of fields, or a function.
    In a dict, a name ending in ? is an optional field, and the entry "only" forbids all other fields."""
    if isinstance(form, dict):
        names = {name.rstrip("?"): (name, test) for name, test in form.items() if name != "only"}
        once = not (isinstance(v, Object) and v.twice & set(names))
        return isinstance(v, dict) and once and ("only" not in form or set(v) <= set(names)) and all(
            is_a(test, v[n]) if n in v else name.endswith("?") for n, (name, test) in names.items())
    if isinstance(form, list):
        return isinstance(v, list) and all(is_a(form[0], x) for x in v)
    if callable(form):
        return form(v)
    if form in ("count", "seq", "one"):
        least = {"count": 0, "seq": 1, "one": 1}[form]
        return isinstance(v, int) and not isinstance(v, bool) and v >= least and (form != "one" or v == 1)
    if not isinstance(v, str):
        return False
    if form.startswith("b64"):
        try:
            return unb64(v, int(form[4:]) if form[4:] else None) is not None
        except Refused:
            return False
    return is_time(v) if form == "time" else re.fullmatch(PATTERNS[form], v) is not None

ENTRY = {"at": "time", "by": "person", "event": {}, "key": "key", "prev": "b64:32", "seq": "seq",
         "v": "one", "why?": is_reason, "ws": "ws", "only": True}
STATEMENT = {"about": "string", "at": "time", "expires": "time", "by": "person", "key": "key", "hash": "hash",
             "head": "head", "kind": "string", "nonce": "b64:16", "reason?": is_reason, "v": "one",
             "verdict": "string", "ws": "ws", "only": True}
NEW_KEY = {"key": "key", "public": "b64:32"}
EVENTS = {  # s6: the events the ledger understands, with the fields named there
    "workspace.created": {"demo": lambda v: isinstance(v, bool), "machine": NEW_KEY, "founder": NEW_KEY | {"person": "human"}},
    "key.enrolled": NEW_KEY | {"person": "human", "possession": "b64:64"},
    "machine.enrolled": NEW_KEY | {"possession": "b64:64"},
    "key.replaced": NEW_KEY | {"person": "human", "old": "key", "possession": "b64:64", "statements?": [lambda v: True]},
    "key.retired": {"person": "person", "key": "key"},
    "text.erased": {"seq": "seq", "path": "string"},
    "checkpoint.recorded": {"note": "string", "cosigned_by?": ["person"]},
    "restore.declared": {"lost": {"size": "seq", "root": "b64:32"}},
    "clock.acknowledged": {"before": "time", "after": "time"},
    "export.made": {"manifest?": "hash"},
}

# ---- s1: strict Ed25519 -------------------------------------------------------------------------

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
# The y of all points of small order; the sign of x does not matter.
Y8 = int.from_bytes(bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"), "little")
SMALL_ORDER_Y = {0, 1, P - 1, Y8, P - Y8}

def good_point(raw):
    """Do 32 bytes decode to a point of the curve that is not of small order?"""
    y = int.from_bytes(raw, "little") & (2**255 - 1)  # RFC 8032, 5.1.3: y of p or more is no point
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    return y < P and y not in SMALL_ORDER_Y and pow(x2, (P - 1) // 2, P) == 1

def signed_by(public, signature, message):
    if len(signature) != 64 or not good_point(public) or not good_point(signature[:32]):
        return False
    if int.from_bytes(signature[32:], "little") >= L:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        return True
    except InvalidSignature:
        return False

# ---- s2, s3: hashes, names of keys, the tree ------------------------------------------------------

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def leaf_hash(body, signature):
    return sha(b"\0", body, signature)

def key_name(ws, person):
    return f"countersign/{ws}" + ("" if person == "machine" else f"/{person}")

def key_hash(ws, person, kind, public):
    return sha(key_name(ws, person).encode(), b"\n", bytes([kind]), public)[:4].hex()

class Tree:
    """RFC 6962's tree, growing. roots[n] is the root over the first n leaves."""
    def __init__(self):
        self.full, self.roots = [], [sha(b"")]  # full: (size, hash) of the full subtrees, left to right

    def add(self, leaf):
        size = 1
        while self.full and self.full[-1][0] == size:
            leaf, size = sha(b"\1", self.full.pop()[1], leaf), size * 2
        self.full.append((size, leaf))
        for _, left in reversed(self.full[:-1]):
            leaf = sha(b"\1", left, leaf)
        self.roots.append(leaf)

    def has_head(self, size, root):
        return size < len(self.roots) and self.roots[size] == root

def fold_proof(index, size, leaf, hashes):
    """RFC 9162 section 2.1.3.2: the root that a leaf and its inclusion proof lead to."""
    fn, sn = index, size - 1
    need(fn <= sn, "the index is not below the size")
    for p in hashes:
        need(sn, "too many hashes")
        if fn & 1 or fn == sn:
            leaf = sha(b"\1", p, leaf)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            leaf = sha(b"\1", leaf, p)
        fn, sn = fn >> 1, sn >> 1
    need(not sn, "too few hashes")
    return leaf

PROOF = b"c2sp.org/tlog-proof@v1\n"

def tlog_proof(data):
    """s9, check 3: the extra data or None, the index, the hashes, and the note's bytes."""
    need(data.startswith(PROOF), "is no tlog-proof")
    head, empty, note = data[len(PROOF):].partition(b"\n\n")
    lines = head.decode("ascii", "replace").split("\n")
    extra = unb64(lines.pop(0)[6:]) if lines[0].startswith("extra ") else None
    index = re.fullmatch(r"index (0|[1-9][0-9]{0,19})", lines.pop(0) if lines else "")
    need(empty and index and int(index[1]) < 2**64, "names no index, or has no note")
    return extra, int(index[1]), [unb64(line, 32) for line in lines], note

class Note:
    """s8: a checkpoint. What is signed is the text with its last LF, without the empty line."""
    def __init__(self, data):
        try:
            text, empty, tail = data.decode("utf-8").rpartition("\n\n")
        except UnicodeDecodeError as e:
            raise Refused("the note is not UTF-8") from e
        need(empty and tail.endswith("\n") and not re.search(r"[\x00-\x09\x0b-\x1f]", text + tail), "not a signed note")
        lines = text.split("\n")
        need(len(lines) >= 3 and "" not in lines and re.fullmatch(r"0|[1-9][0-9]{0,19}", lines[1]), "not a checkpoint")
        self.text, self.origin = (text + "\n").encode(), lines[0]
        self.size, self.root = int(lines[1]), unb64(lines[2], 32)
        need(self.size < 2**64 and tail.count("\n") <= 100, "too large a size, or too many signature lines")
        self.lines = []  # (key name, key hash in hex, signature bytes)
        for line in tail[:-1].split("\n"):
            found = re.fullmatch(r"\u2014 ([^ +]+) ([^ ]+)", line)
            raw = unb64(found[2]) if found else b""
            need(len(raw) > 4, "a signature line is malformed")
            self.lines.append((found[1], raw[:4].hex(), raw[4:]))

class Key:
    def __init__(self, person, key_id, public):
        self.person, self.id, self.public, self.fingerprint = person, key_id, public, sha(public).hex()
        self.in_use, self.cosigned, self.has_signed_statement = True, False, False

class Edge:
    """The same tree, of which only the full subtrees are kept."""
    def __init__(self):
        self.full, self.size = [], 0

    def add(self, leaf):
        size, self.size = 1, self.size + 1
        while self.full and self.full[-1][0] == size:
            leaf, size = sha(b"\1", self.full.pop()[1], leaf), size * 2
        self.full.append((size, leaf))

    def root(self):
        root = self.full[-1][1] if self.full else sha(b"")
        for _, left in reversed(self.full[:-1]):
            root = sha(b"\1", left, root)
        return root

class Whole:
    """s9: a record put together from one pack, or from several."""
    def __init__(self):
        self.entries, self.withheld = [], []  # entries: (body, signature, whether it came without texts)
        self.rows = []  # of texts; those of earlier packs say so
        self.since, self.upto, self.seal = None, 0, None  # since: the head after which it goes on

    def followed_by(self, held):
        """The record of a pack with this in front of it. Refused where they do not fit."""
        whole, whole.since = Whole(), held["since"]
        if whole.since:
            size, tree = whole.since["size"], Tree()
            for body, signature, _ in self.entries[:size]:
                tree.add(leaf_hash(body, signature))
            need(tree.has_head(size, bytes.fromhex(whole.since["root"])),
                 f"it goes on after the head {size}:{whole.since['root']}, which no earlier pack given has")
            whole.entries = self.entries[:size]
            whole.rows = [row | {"earlier": True} for row in self.rows if row["seq"] <= size]
            whole.withheld = [row for row in self.withheld if row["seq"] <= size]
        whole.entries += [raw_entry(row, False) for row in held["entries"]]
        whole.upto = len(whole.entries)
        whole.entries += [raw_entry(row, True) for row in held["between"]]
        whole.rows += held["texts"]
        whole.withheld += held["withheld"]
        whole.seal = held["seal"]
        if whole.seal:
            whole.entries.append(raw_entry(whole.seal, False))
            seq = len(whole.entries)
            whole.rows += [row | {"seq": seq} for row in whole.seal.get("texts", [])]
            whole.withheld += [{"seq": seq, "path": path} for path in whole.seal.get("withheld", [])]
        return whole

def raw_entry(row, bare):
    return row["body"].encode(), unb64_or_none(row["sig"]), bare

class Verifier:
    def __init__(self):
        self.bare = False    # whether the entry in hand came without texts
        self.enrolled = []   # keys enrolled by the entries that the pack is about
        self.batches = {}    # name -> (seq, whether it came without texts, event) of the entry that took it in
        self.first_of_seq = True  # whether no entry in front has the number of the one in hand
        self.faults, self.notes, self.tree, self.ws, self.last_at = [], [], Tree(), None, ""
        self.keys = {}       # key id -> Key, in the order of enrolment
        self.places = {}     # (seq, pointer) -> commitment in base64, of the first entry of that seq
        self.commitments = []  # (seq, pointer, commitment in base64, whether it counts as withheld), of all entries
        self.named = set()   # ids of keys that stand on entries
        self.erased, self.nonces, self.seqs = set(), set(), set()
        self.first_broken, self.first_honest = None, None  # entries with a broken prev
        self.proposals = {}  # decision -> what a vote on it signs

    def fault(self, code, where, text):
        if (code, where, text) not in self.faults:
            self.faults.append((code, where, text))

    # -- s4: entries
    def record(self, entries, upto):
        """entries: (body bytes, signature bytes, whether without texts), the export's own as the last."""
        seqs = []
        for body, signature, self.bare in entries:
            try:
                entry = parse_canonical(body)
                need(is_a(ENTRY, entry), "a field is missing, unknown or malformed")
                self.entry(entry, body, signature)
                seqs.append(entry["seq"])
            except Refused as e:  # still a leaf of the tree, and taken to have the number of its place
                self.fault("entry.unreadable", f"entry in place {len(seqs) + 1}", str(e))
                seqs.append(len(seqs) + 1)
            self.tree.add(leaf_hash(body, signature))
            if len(seqs) == upto:
                self.enrolled = list(self.keys.values())
        where = self.first_honest or self.first_broken
        if where:
            self.fault("entry.prev", where, "was made on top of another past than stands before it")
        highest, known = 0, set()
        for seq in seqs:
            if seq in known:
                self.fault("entry.repeated", f"entry {seq}", "this number stands twice")
            elif seq < highest:
                self.fault("entry.order", f"entry {seq}", f"stands after entry {highest}")
            known.add(seq)
            highest = max(highest, seq)
        last = 0
        for seq in sorted(known):
            if seq > last + 1:
                self.fault("entry.missing", f"entry {last + 1}", f"{seq - last - 1} left out")
            last = seq

    def entry(self, e, body, signature):
        where, event, first = f"entry {e['seq']}", e["event"], len(self.tree.roots) == 1
        kind = event.get("type")
        self.ws = self.ws or e["ws"]
        if e["ws"] != self.ws:
            self.fault("entry.foreign", where, "belongs to another workspace")
        if e["at"] < self.last_at:
            self.notes.append(f"{where}: its time is earlier than that of the entry in front")
        self.last_at = e["at"]
        formed = isinstance(kind, str) and is_a(EVENTS.get(kind, {}), event)
        if not formed:
            self.fault("event.form", where, f"a field of {kind} is missing or malformed")
        if (kind == "workspace.created") != first:
            self.fault("entry.creation", where, "workspace.created must be entry 1, and nothing else may")
        elif first and formed:  # entry 1 enrols its own signer, before its signature is checked
            if e["by"] != event["founder"]["person"]:
                self.fault("entry.creation", where, "not signed by the founder")
            self.enrol(where, event["founder"]["person"], event["founder"], None)
            self.enrol(where, "machine", event["machine"], None)
            if event["demo"]:
                self.notes.append("this is the record of a demo")

        self.named.add(e["key"])
        key, holds = self.keys.get(e["key"]), False  # who signed
        if key is None:
            self.fault("entry.key_unknown", where, f"key {e['key']} is not enrolled before it")
        else:
            if key.person != e["by"]:
                self.fault("entry.key_not_theirs", where, f"key {key.id} is {key.person}'s, not {e['by']}'s")
            if not key.in_use:
                self.fault("entry.key_retired", where, f"key {key.id} was replaced or retired earlier")
            holds = signed_by(key.public, signature, b"countersign/entry/v1\n" + body)
            if not holds:
                self.fault("entry.signature", where, f"the signature of {e['by']} does not hold")
        # What it stands on: reported once, at the first that is itself well signed.
        if unb64(e["prev"]) != self.tree.roots[-1]:
            self.first_broken = self.first_broken or where
            if holds:
                self.first_honest = self.first_honest or where
        if e["by"] == "machine" and kind not in BY_MACHINE:
            self.fault("event.machine", where, f"the machine may not sign {kind}")

        statements = {}  # pointer -> valid statement
        self.first_of_seq = e["seq"] not in self.seqs
        self.seqs.add(e["seq"])
        self.walk(e, {n: e[n] for n in ("event", "why") if n in e}, "", statements)
        if formed and kind != "workspace.created":
            self.event(e, event, kind, where, statements)

    def walk(self, e, value, pointer, statements):
        """Finds commitments (s5) and statements (s7) at any depth."""
        place = f"entry {e['seq']} {pointer}"
        if is_commitment(value):
            self.commitments.append((e["seq"], pointer, value["c"], self.bare))
            if self.first_of_seq:
                self.places[e["seq"], pointer] = value["c"]
            if not is_a("b64:32", value["c"]):
                self.fault("text.form", place, "the commitment is not base64 of 32 bytes")
        elif is_a({"signature": "string", "statement": "string", "only": True}, value):
            self.statement(e, value, pointer, statements)
        elif isinstance(value, (dict, list)):
            if is_a({"t": "string", "only": True}, value):
                self.fault("text.form", place, "a text in the clear")
                return
            for name, v in value.items() if isinstance(value, dict) else enumerate(value):
                self.walk(e, v, f"{pointer}/" + str(name).replace("~", "~0").replace("/", "~1"), statements)

    def has_head(self, size, root):
        return self.tree.has_head(size, root)

    # -- s7: statements
    def statement(self, e, value, pointer, statements):
        """Judges a statement, and then what it carries: it stands in front of that (s7)."""
        data = value["statement"].encode("utf-8")
        try:
            s = parse_canonical(data)
        except Refused as why:
            self.fault("statement.invalid", f"entry {e['seq']} {pointer}", str(why))
            return
        try:
            self.holding(e, s, data, value["signature"])
            if (s["by"], s["nonce"]) in self.nonces:
                self.fault("statement.again", f"entry {e['seq']} {pointer}", "a statement with this nonce counted already")
            else:
                self.nonces.add((s["by"], s["nonce"]))
                statements[pointer] = s
        except Refused as why:
            self.fault("statement.invalid", f"entry {e['seq']} {pointer}", str(why))
        self.walk(e, s, pointer + "/statement", {})

    def holding(self, e, s, data, signature):
        """Refused where a statement does not hold."""
        need(is_a(STATEMENT, s), "a field is missing, unknown or malformed")
        key, (size, root) = self.keys.get(s["key"]), s["head"].split(":")
        need(s["ws"] == self.ws, "it belongs to another workspace")
        need(key and key.person == s["by"] and key.in_use, f"key {s['key']} is not a key of {s['by']} in use")
        need(signed_by(key.public, unb64_or_none(signature), b"countersign/statement/v1\n" + data), "its signature does not hold")
        need(s["at"] <= s["expires"] and e["at"] <= s["expires"], "it had expired")
        need(int(size) < e["seq"] and self.has_head(int(size), bytes.fromhex(root)),
             f"its head {size} is no earlier head of this record")
        key.has_signed_statement = True

    # -- s6: events
    def enrol(self, where, person, new, possession):
        public, key_id = unb64(new["public"], 32), new["key"]
        usable = good_point(public) and key_hash(self.ws, person, 1, public) == key_id
        known = key_id in self.keys or public in (k.public for k in self.keys.values())
        if not usable:
            self.fault("key.invalid", where, f"key {key_id} of {person} is unusable, or this is not its id")
        if known:
            self.fault("key.again", where, f"key {key_id} of {person} is enrolled already")
        said = f"countersign/possession/v1\n{self.ws}\n{person}\n{new['public']}\n".encode()
        if usable and possession is not None and not signed_by(public, unb64(possession), said):
            self.fault("key.invalid", where, f"the possession of key {key_id} does not hold")
        if usable and not known:
            self.keys[key_id] = Key(person, key_id, public)

    def event(self, e, event, kind, where, statements):
        if kind in ("key.enrolled", "machine.enrolled"):
            person = event["person"] if kind == "key.enrolled" else "machine"
            if person != "machine" and any(k.person == person for k in self.keys.values()):
                self.fault("key.again", where, f"{person} had a key before")
            self.enrol(where, person, event, event["possession"])
        elif kind == "key.replaced":
            person, old = event["person"], self.keys.get(event["old"])
            judged = canonical({n: event[n] for n in ("key", "person", "public")}).encode()
            approving = {s["by"] for pointer, s in statements.items()
                         if re.fullmatch("/event/statements/[0-9]+", pointer) and s["by"] not in (person, "machine")
                         and (s["kind"], s["verdict"]) == ("key-replacement", "approve")
                         and s["hash"] == sha(judged).hex() and s["about"] == sha(unb64(event["public"])).hex()}
            theirs = old is not None and old.person == person
            if not theirs or not ((e["by"], e["key"]) == (person, old.id) or len(approving) >= 2):
                self.fault("key.unauthorised", where, f"nobody entitled replaced key {event['old']} of {person}")
            self.enrol(where, person, event, event["possession"])
            if old is not None:
                old.in_use = False
        elif kind == "key.retired":
            key = self.keys.get(event["key"])
            if key and key.person == event["person"] and key.in_use:
                key.in_use = False
            else:
                self.fault("key.unauthorised", where, "it retires what is no key of this person in use")
        elif kind == "text.erased":
            if event["seq"] < e["seq"] and (event["seq"], event["path"]) in self.places:
                self.erased.add((event["seq"], event["path"]))
            else:
                self.fault("text.erasure", where, f"no commitment at entry {event['seq']} {event['path']} before it")
        elif kind == "decision.proposed" and isinstance(event.get("decision"), str):
            self.proposals.setdefault(event["decision"], sha(canonical(event).encode()).hex())
        elif kind == "decision.voted":
            votes, decision = [s for s in statements.values() if s["kind"] == "vote"], event.get("decision")
            covers = self.proposals.get(decision) if isinstance(decision, str) else None
            if [(s["about"], s["hash"]) for s in votes] != [(decision, covers)]:
                self.fault("vote.subject", where, f"it carries no vote over the proposal of {decision}")
        elif kind == "batch.imported":
            if isinstance(event.get("batch"), str):
                self.batches.setdefault(event["batch"], (e["seq"], self.bare, event))
        elif kind == "checkpoint.recorded":
            self.checkpoint(event["note"].encode(), where, len(self.tree.roots) - 1, True, event.get("cosigned_by", []), recorded=True)
        elif kind == "restore.declared":
            self.notes.append(f"{where}: a gap; the head at {event['lost']['size']} was declared lost")
        elif kind == "clock.acknowledged":
            self.notes.append(f"{where}: the clock went from {event['before']} to {event['after']}")

    # -- s8: checkpoints
    def checkpoint(self, data, where, largest, in_use, cosigned_by=(), recorded=False, code=None):
        """in_use: the keys must be in use now. code: given instead of the faults' own codes."""
        def fault(own, text):
            self.fault(code or own, where, text)
        try:
            note = Note(data)
        except Refused as e:
            fault("checkpoint.form", str(e))
            return None
        if note.origin != f"countersign/{self.ws}":
            fault("checkpoint.form", "its origin is not this workspace")
        if note.size > largest or not self.tree.has_head(note.size, note.root):
            fault("checkpoint.root", f"its root at size {note.size} is not that of this record")
        signers = set()
        for name, hash_, raw in note.lines:
            key = next((k for k in self.keys.values() if name == key_name(self.ws, k.person) and hash_ == key_hash(
                self.ws, k.person, 1 if k.person == "machine" else 4, k.public)), None)
            if key is None:
                self.notes.append(f"{where}: a signature line of an unknown key, {name}")
                continue
            message, signature = note.text, raw
            if key.person != "machine":
                message = f"cosignature/v1\ntime {int.from_bytes(raw[:8], 'big')}\n".encode() + note.text
                signature = raw[8:]
            if not signed_by(key.public, signature, message):
                fault("checkpoint.cosignature", f"the line of {key.person} {key.id} does not hold")
            elif in_use and not key.in_use:
                fault("checkpoint.cosignature", f"the key of {key.person} {key.id} is no longer in use")
            else:
                signers.add(key.person)
                key.cosigned |= recorded
        if "machine" not in signers:
            fault("checkpoint.signature", "no machine key of this record signed it")
        for person in sorted(set(cosigned_by) - (signers - {"machine"})):
            fault("checkpoint.cosignature", f"{person} is named but did not validly cosign")
        return note

    # -- s5: texts
    def texts(self, rows, withheld):
        """rows: [{seq, path, salt, text}], withheld: {(seq, path)}. Returns how many there are of each."""
        given, count = {}, Counter(present=0, withheld=0, erased=0)
        for row in rows:
            place = row["seq"], row["path"]
            if place in given:
                self.fault("text.uncommitted", f"entry {place[0]} {place[1]}", "two texts for one place")
            elif place not in self.places:
                self.fault("text.uncommitted", f"entry {place[0]} {place[1]}", "no commitment here")
            given.setdefault(place, row)
        for seq, path in withheld - set(self.places):
            self.fault("text.withheld", f"entry {seq} {path}", "withheld, but nothing was committed to here")
        for seq, path, commitment, bare in self.commitments:
            place = seq, path
            where, row, left = f"entry {seq} {path}", given.get(place), bare or place in withheld
            if row and place in self.erased and "earlier" in row:
                count["erased"] += 1
            elif row and place in self.erased:
                self.fault("text.not_erased", where, "recorded as erased, but still here")
            elif row and left:
                self.fault("text.withheld", where, "listed as withheld, but here")
            elif row:
                salt, text = unb64_or_none(row["salt"]), row["text"].encode()
                if len(salt) == 16 and base64.b64encode(sha(salt, text)).decode() == commitment:
                    count["present"] += 1
                else:
                    self.fault("text.altered", where, "is not the text that was committed to")
            elif place in self.erased or left:
                count["erased" if place in self.erased else "withheld"] += 1
            else:
                self.fault("text.missing", where, "neither here, nor withheld, nor erased")
        return count

    # -- s9: the pack
    def read(self, files, name, form, lines=False):
        """The JSON value of a file, or the list of those of its lines; None when it cannot be read."""
        if lines:
            rows = [(i, row) for i, row in enumerate(files.get(name, b"").split(b"\n"), 1) if row]
            values = [self.read({f"{name} line {i}": row}, f"{name} line {i}", form) for i, row in rows]
            return [value for value in values if value is not None]
        if name not in files:
            return None
        try:
            value = parse_json(files[name])
            need(is_a(form, value), "a field is missing or malformed")
            return value
        except Refused as e:
            self.fault("pack.form", name, str(e))

    def manifest(self, files):
        form = {"v": "count", "files": [{"path": "string", "sha256": "string", "size": "count"}]}
        manifest, listed = self.read(files, "manifest.json", form), set()
        if manifest and manifest["v"] != 1:
            self.fault("pack.form", "manifest.json", "is of another version")
        for row in manifest["files"] if manifest else []:
            path = row["path"]
            if path in listed:
                self.fault("pack.form", "manifest.json", f"lists {path} twice")
            listed.add(path)
            if path not in files:
                self.fault("pack.file_missing", path, "in the manifest, but not in the pack")
            elif size_and_hash(files[path]) != (row["size"], row["sha256"]):
                self.fault("pack.file_altered", path, "is not the file the manifest names")
        for name in sorted(REQUIRED - set(files) - listed):
            self.fault("pack.file_missing", name, "every pack has this file")
        for path in sorted(set(files) - listed - SEAL - {"manifest.json"}):
            if manifest or path.startswith("seal/"):
                self.fault("pack.file_unlisted", path, "is not in the manifest")
        for path in sorted(path for path in set(files) & listed - SEAL if path.startswith("seal/")):
            self.fault("pack.file_unlisted", path, "does not belong to the seal")

    def pack_keys(self, files, rows):
        names, expected = LISTED_KEY, {"keys/keys.json"}
        said = Counter(tuple(row[n] for n in names) for row in rows or [])
        known = Counter((k.person, k.id, base64.b64encode(k.public).decode(), k.fingerprint) for k in self.enrolled)
        for row in sorted((said - known) + (known - said)) if rows is not None else []:
            self.fault("pack.keys", "keys/keys.json", f"key {row[1]} of {row[0]} is not as in the record")
        for k in self.enrolled:
            path, der = f"keys/{k.person}-{k.id}.pem", bytes.fromhex("302a300506032b6570032100") + k.public
            expected.add(path)
            pem = b"-----BEGIN PUBLIC KEY-----\n" + base64.b64encode(der) + b"\n-----END PUBLIC KEY-----\n"
            if files.get(path) != pem:
                self.fault("pack.keys", path, "is missing or is not the key of the record")
        for path in sorted(p for p in files if p.startswith("keys/") and p not in expected):
            self.fault("pack.keys", path, "is no key of this record")

    def proof(self, files, count, export):
        if not {"seal/checkpoint", "seal/proof"} <= set(files):
            return  # missing, which is a fault of its own
        note = self.checkpoint(files["seal/checkpoint"], "seal/checkpoint", count + 1, True, code="pack.proof")
        try:
            _, index, hashes, tail = tlog_proof(files["seal/proof"])
            need(index == count, f"its index is not {count}, the number of entries")
            need(tail == files["seal/checkpoint"], "its note is not seal/checkpoint")
            need(note and note.size == count + 1, "its checkpoint does not end with the export")
            need(fold_proof(count, note.size, leaf_hash(*export), hashes) == note.root, "it leads to another root")
        except Refused as e:
            self.fault("pack.proof", "seal/proof", str(e))

    def held(self, files):
        """What a pack itself holds of the record, and the keys it lists."""
        signed, text = {"body": "string", "sig": "string"}, {"path": "string", "salt": "string", "text": "string"}
        held = {
            "since": self.read(files, SINCE, {"root": "hash", "size": "seq", "v": "one"}),
            "entries": self.read(files, "ledger/entries.jsonl", signed, lines=True),
            "between": self.read(files, BETWEEN, signed, lines=True),
            "texts": self.read(files, "ledger/texts.jsonl", text | {"seq": "seq"}, lines=True),
            "withheld": self.read(files, "ledger/withheld.jsonl", {"seq": "seq", "path": "string"}, lines=True),
            "seal": self.read(files, "seal/entry.json", signed | {"texts?": [text], "withheld?": ["string"]}),
            "keys": self.read(files, "keys/keys.json", [dict.fromkeys(LISTED_KEY, "string")]),
        }
        if BETWEEN in files and not held["between"]:
            self.fault("pack.form", BETWEEN, "holds no entry that can be read")
        return held

    def pack(self, files, earlier):
        """earlier: the files of earlier packs, oldest first. Returns None where those do not fit."""
        self.manifest(files)
        held, whole = self.held(files), Whole()
        try:
            for other in earlier:  # what is wrong with it is for its own verification
                whole = whole.followed_by(Verifier().held(other))
            whole = whole.followed_by(held)
        except Refused as e:
            self.fault("pack.since", SINCE, str(e))
            return None
        if not held["entries"]:
            self.fault("record.empty", "ledger/entries.jsonl", "the record holds no entry")
        if whole.since:
            self.notes.append(f"entries 1 to {whole.since['size']} are of earlier packs, each to be verified on its own")
        self.record(whole.entries, whole.upto)
        if whole.seal:
            self.export(files, whole)
            self.proof(files, len(whole.entries) - 1, whole.entries[-1][:2])
        for row in held["withheld"]:
            if whole.upto < row["seq"] <= whole.upto + len(held["between"]):
                self.fault("text.withheld", f"entry {row['seq']} {row['path']}", "is of an entry between, which needs no line")
        withheld = {(row["seq"], row["path"]) for row in whole.withheld}
        counts = self.texts(whole.rows, withheld)
        salts = {}
        for row in whole.rows:  # s9, check 6: of two texts for one place, the first
            if row["path"] == "/event/salt":
                salts.setdefault(row["seq"], row)
        self.pack_keys(files, held["keys"])
        for path in sorted(p for p in files if p.startswith("checkpoints/")):
            self.checkpoint(files[path], path, len(whole.entries), False)
        for path in sorted(p for p in files if p.startswith(ACTIONS)):
            try:
                self.actions(path, files[path], salts, withheld)
            except Refused as e:
                self.fault("pack.rows", path, str(e))
        return len(whole.entries) - bool(whole.seal), counts

    def export(self, files, whole):
        try:  # its form as an entry was checked above; here, what it says of its pack
            body, manifest = parse_canonical(whole.entries[-1][0]), files.get("manifest.json")
            need(is_a(ENTRY, body) and body["event"].get("type") == "export.made", "is no export")
            said = body["event"]
            need(manifest is not None and said.get("manifest") == sha(manifest).hex(),
                 "manifest.json is not the one this export recorded")
            need(is_a("count", said.get("as_of")) and said["as_of"] == whole.upto, f"its pack ends with entry {whole.upto}")
            since = {"since": f"{whole.since['size']}:{whole.since['root']}"} if whole.since else {}
            need({name: said[name] for name in ("since",) if name in said} == since, "its pack begins elsewhere")
        except Refused as e:
            self.fault("pack.seal", "seal/entry.json", str(e))

    def actions(self, path, file, salts, withheld):
        """Refused where a file does not hold the rows of its batch (s6, batch.imported)."""
        name = path[len(ACTIONS):]
        need(name.endswith(".jsonl") and name[:-6] in self.batches, "is of no batch of this record")
        seq, bare, event = self.batches[name[:-6]]
        need(is_a({"count": "count", "root": "b64:32"}, event.get("rows")), f"entry {seq} binds no rows")
        place, committed = (seq, "/event/salt"), event.get("salt")
        row, gone = salts.get(seq), bare or place in self.erased or place in withheld
        need(row and not gone, "the salt of its rows is not here")
        salt, text = unb64_or_none(row["salt"]), row["text"].encode()
        need(len(salt) == 16 and is_commitment(committed) and base64.b64encode(sha(salt, text)).decode() == committed["c"]
             and re.fullmatch("[0-9a-f]{32}", row["text"]), "the salt of its rows is not what was committed to")
        first = hashlib.sha256(b"\0countersign/row/v1\n" + bytes.fromhex(row["text"]) + bytes(28))
        tree, begun = Edge(), None
        for piece in file.pieces():
            *ended, rest = piece.split(b"\n")
            for line in ended:
                begun = begun or first_of(first, tree.size + 1)
                begun.update(line)
                tree.add(begun.digest())
                begun = None
            if rest:
                begun = begun or first_of(first, tree.size + 1)
                begun.update(rest)
        if begun:
            tree.add(begun.digest())
        need(tree.size == event["rows"]["count"], f"{tree.size} rows, but entry {seq} took in {event['rows']['count']}")
        need(tree.root() == unb64(event["rows"]["root"]), f"other rows than entry {seq} took in")

    # -- s10, s11: what somebody kept outside
    def outside(self, seen, fingerprints):
        """Checks heads and fingerprints. True when the record is anchored."""
        before, last = len(self.faults), len(self.tree.roots) - 1
        for head in seen:
            size, root = head.split(":")
            if int(size) > last:
                self.fault("seen.cut", head, f"the record ends at {last}")
            elif not self.tree.has_head(int(size), bytes.fromhex(root)):
                self.fault("seen.differs", head, f"the root here is {self.tree.roots[int(size)].hex()}")
        signers = [k for k in self.keys.values() if k.person != "machine" and (k.cosigned or k.id in self.named)]
        if fingerprints is not None:
            for k in signers:
                if k.fingerprint not in fingerprints:
                    self.fault("key.not_named", f"{k.person} {k.id}", f"signed, but {k.fingerprint} is not listed")
            for unknown in sorted(fingerprints - {k.fingerprint for k in self.keys.values()}):
                self.notes.append(f"listed key {unknown} is not in the record")
        return len(self.faults) == before and bool(seen or (fingerprints is not None and signers))

def first_of(first, number):
    """The hash of a row as it begins."""
    begun = first.copy()
    begun.update(number.to_bytes(8, "big"))
    return begun

LISTED_KEY = ("person", "key", "public", "fingerprint")

# ---- s12: an excerpt -------------------------------------------------------------------------------

EXTRA = {"body": "string", "sig": "b64:64", "keys": [{"key": "key", "person": "person", "public": "b64:32"}],
         "texts": [{"path": "string", "salt": "string", "text": "string"}], "v": "one"}

class Excerpt(Verifier):
    """Entries that left alone, each with the proof of its place under one checkpoint."""
    def __init__(self):
        super().__init__()
        self.heads, self.signers, self.kept = {}, {}, None  # heads: size -> the root a part stands on

    def has_head(self, size, root):
        return self.heads.get(size, root) == root

    def read_parts(self, data):
        starts = [0] + [found.start() + 1 for found in re.finditer(b"\n" + re.escape(PROOF), data)]
        parts = []
        for number, (start, end) in enumerate(zip(starts, starts[1:] + [len(data)]), 1):
            try:
                raw, index, hashes, tail = tlog_proof(data[start:end])
                extra, note = parse_json(raw or b""), Note(tail)
                need(is_a(EXTRA, extra), "a field of its extra data is missing or malformed")
                entry = parse_canonical(extra["body"].encode())
                need(is_a(ENTRY, entry) and isinstance(entry["event"].get("type"), str), "a field of its entry is missing, unknown or malformed")
                parts.append((entry, extra, (index, hashes), note, tail))
            except Refused as e:
                self.fault("excerpt.form", f"part {number}", str(e))
        return parts

    def excerpt(self, data):
        """Returns the number of entries and how many texts are there, erased and withheld."""
        parts, last = self.read_parts(data), None
        self.heads = {entry["seq"] - 1: unb64(entry["prev"]) for entry, *_ in parts}
        for entry, extra, proof, note, tail in parts:
            self.first_of_seq = True
            where = f"entry {entry['seq']}"
            first_ws, first_tail = parts[0][0]["ws"], parts[0][4]
            if (entry["ws"], tail) != (first_ws, first_tail) or (last is not None and entry["seq"] <= last):
                self.fault("excerpt.form", where, "of another workspace or checkpoint than the first, or out of order")
            last, self.ws, self.keys = entry["seq"], entry["ws"], {}
            self.part(entry, extra, proof, note, where)
        self.kept = (parts[0][3].size, parts[0][3].root) if parts else None
        return len(parts), self.excerpt_texts(parts)

    def part(self, entry, extra, proof, note, where):
        for row in extra["keys"]:
            public = unb64(row["public"], 32)
            if row["key"] in self.keys or not good_point(public) or key_hash(self.ws, row["person"], 1, public) != row["key"]:
                self.fault("key.invalid", where, f"key {row['key']} of {row['person']} is no key of theirs")
            else:
                self.keys[row["key"]] = Key(row["person"], row["key"], public)
        key, signature = self.keys.get(entry["key"]), unb64(extra["sig"])
        theirs = key is not None and key.person == entry["by"]
        if not theirs or not signed_by(key.public, signature, b"countersign/entry/v1\n" + extra["body"].encode()):
            self.fault("entry.signature", where, f"is not what {entry['by']} signed")
        statements, event = {}, entry["event"]
        self.walk(entry, {n: entry[n] for n in ("event", "why") if n in entry}, "", statements)
        for signer in self.keys.values():
            if signer.has_signed_statement or (theirs and signer is key):
                self.signers[signer.fingerprint] = signer
        try:
            (index, hashes), leaf = proof, leaf_hash(extra["body"].encode(), signature)
            need(index == entry["seq"] - 1 and fold_proof(index, note.size, leaf, hashes) == note.root, "leads elsewhere")
        except Refused as e:
            self.fault("excerpt.proof", where, f"does not lie in the tree of the checkpoint: {e}")
        machine = [k for k in self.keys.values() if k.person == "machine"]
        lines = [(k, raw) for k in machine for name, line_id, raw in note.lines if (name, line_id) == (key_name(self.ws, "machine"), k.id)]
        if note.origin != f"countersign/{self.ws}" or not lines or not all(signed_by(k.public, raw, note.text) for k, raw in lines):
            self.fault("checkpoint.signature", where, "the machine's key did not sign the checkpoint")
        self.decision(event, where, statements)
        if event["type"] == "workspace.created" and event.get("demo") is True:
            self.notes.append("this is of the record of a demo")
        if event["type"] == "text.erased" and is_a(EVENTS["text.erased"], event) and event["seq"] < entry["seq"]:
            self.erased.add((event["seq"], event["path"]))

    def decision(self, event, where, statements):
        kind, decision = event["type"], event.get("decision")
        if not isinstance(decision, str) and kind != "decision.voted":
            return
        if kind == "decision.proposed":
            self.proposals.setdefault(decision, sha(canonical(event).encode()).hex())
        elif kind in ("decision.applied", "decision.withdrawn"):
            self.notes.append(f"{where}: {decision} is {kind.removeprefix('decision.')}")
        elif kind == "decision.voted":
            votes = [s for s in statements.values() if s["kind"] == "vote"]
            covers = self.proposals.get(decision) if isinstance(decision, str) else None
            if len(votes) != 1 or votes[0]["about"] != decision or covers not in (None, votes[0]["hash"]):
                self.fault("vote.subject", where, f"carries no vote over the proposal of {decision}")
            else:
                over = "the proposal in front of it" if covers else "a proposal that is not here"
                self.notes.append(f"{where}: {votes[0]['by']} signed {votes[0]['verdict']!r} on {decision}, over {over}")

    def excerpt_texts(self, parts):
        given, count = set(), Counter(present=0, withheld=0, erased=0)
        for entry, extra, *_ in parts:
            for row in extra["texts"]:
                place, salt = (entry["seq"], row["path"]), unb64_or_none(row["salt"])
                where, holds = f"entry {place[0]} {place[1]}", base64.b64encode(sha(salt, row["text"].encode())).decode()
                if len(salt) != 16 or self.places.get(place) != holds:
                    self.fault("text.altered", where, "is not the text that was committed to")
                elif place in given:
                    self.fault("text.uncommitted", where, "stands twice")
                elif place in self.erased:
                    self.fault("text.not_erased", where, "recorded as erased, but still here")
                given.add(place)
        for place in self.places:
            count["present" if place in given else "erased" if place in self.erased else "withheld"] += 1
        return count

    def outside(self, seen, fingerprints):
        """True when the excerpt is anchored, by its signers' keys or by its checkpoint's head."""
        heads = [(int(size), bytes.fromhex(root)) for size, root in (head.split(":") for head in seen)]
        if self.kept:
            for size, root in heads:
                if size == self.kept[0] and root != self.kept[1]:
                    self.fault("seen.differs", f"{size}:{root.hex()}", "the checkpoint here has another root")
        named = fingerprints is not None and bool(self.signers)
        for signer in self.signers.values() if fingerprints is not None else ():
            if signer.fingerprint not in fingerprints:
                named = False
                self.fault("key.not_named", f"{signer.person} {signer.id}", f"signed, but {signer.fingerprint} is not listed")
        return not self.faults and (named or self.kept in heads)

def members(data):
    """s9: what the central directory of a zip lists, and where it begins (PKWARE's APPNOTE, 4.3)."""
    end = len(data) - 22
    need(end >= 0 and data[end:end + 4] == b"PK\5\6" and data[end + 20:] == b"\0\0", "no zip, or something follows it")
    disks, here, count, length, start = struct.unpack_from("<IHHII", data, end + 4)
    if count == 0xffff or 0xffffffff in (length, start):
        end -= 20 + 56
        need(end >= 0 and data[end:end + 4] == b"PK\6\6" and data[end + 56:end + 60] == b"PK\6\7", "a damaged zip")
        disks, here, count, length, start = struct.unpack_from("<QQQQQ", data, end + 16)
    need(disks == 0 and here == count, "one of several parts")
    at = begin = end - length
    need(at >= start, "a damaged zip")
    need(count <= 100_000, "more than 100,000 files")
    need(length <= 32 * 2**20, "a list of files above 32 MiB")
    listed = []
    for _ in range(count):
        need(at + 46 <= end and data[at:at + 4] == b"PK\1\2", "a damaged zip")
        flags, method = struct.unpack_from("<HH", data, at + 8)
        crc, packed, size, name, extra, comment = struct.unpack_from("<IIIHHH", data, at + 16)
        mode, offset = struct.unpack_from("<II", data, at + 38)
        wide, at, taken = data[at + 46 + name:at + 46 + name + extra], at + 46, False
        while len(wide) >= 4:
            tag, many = struct.unpack_from("<HH", wide)
            need(tag != 0x7075, "gives a file a second name")
            if tag == 1 and not taken:
                numbers, taken = iter(struct.unpack_from(f"<{min(many, len(wide) - 4) // 8}Q", wide, 4)), True
                size, packed, offset = (next(numbers, -1) if n == 0xffffffff else n for n in (size, packed, offset))
            wide = wide[4 + many:]
        listed.append((data[at:at + name], flags, method, crc, packed, size, mode, offset + begin - start))
        at += name + extra + comment
    need(at == end, "a damaged zip")
    return listed, begin

RUN = 1 << 16

def unpacked(data, begin, method, crc, packed, size, offset):
    """The pieces of a file just as long, packed and unpacked, as the directory says."""
    need(0 <= offset <= begin - 30 and data[offset:offset + 4] == b"PK\3\4", "its place is damaged")
    at = offset + 30 + sum(struct.unpack_from("<HH", data, offset + 26))
    need(method in (0, 8) and 0 <= packed <= begin - at, "is packed in an unknown way, or its place is damaged")
    inflate, left, sum_ = zlib.decompressobj(-15), size, 0
    for start in range(at, at + packed, RUN):
        piece = data[start:min(start + RUN, at + packed)]
        if method == 8:
            need(not inflate.eof, "its data end earlier than the directory says")
            try:
                piece = inflate.decompress(piece)
            except zlib.error as e:
                raise Refused(str(e)) from e
        left, sum_ = left - len(piece), zlib.crc32(piece, sum_)
        need(left >= 0, "unpacks to more than the directory says")
        yield piece
    need(method == 0 or inflate.eof and not inflate.unused_data, "its data end earlier or later than the directory says")
    need(left == 0 and sum_ == crc, "unpacks to another size or checksum")

class Streamed:
    """A file that is read anew whenever its bytes are wanted, and never kept."""
    def __init__(self, data, begin, *place):
        self.pieces, hasher, self.size = lambda: unpacked(data, begin, *place), hashlib.sha256(), 0
        for piece in self.pieces():
            hasher.update(piece)
            self.size += len(piece)
        self.sha256 = hasher.hexdigest()

def size_and_hash(file):
    return (file.size, file.sha256) if isinstance(file, Streamed) else (len(file), sha(file).hex())

# What is kept to be read; everything else is only hashed.
READ = ("manifest.json", "ledger/", "keys/", "checkpoints/", "seal/")

def read_archive(path, refuse, wanted=b""):
    """s9: the files of a pack that may be read, of those whose names begin with what is wanted; of the others refuse
    is told."""
    files, lower, left = {}, set(), 8 * 2**30
    try:
        with open(path, "rb") as file:
            need(file.read(1), "no zip")
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        listed, begin = members(data)
    except Refused as e:
        refuse("the archive", str(e))
        return files
    for raw, times in Counter(raw for raw, *_ in listed).items():
        if times > 1:
            refuse(raw.decode("utf-8", "replace"), "is the name of more than one file")
    for raw, flags, *place, mode, offset in listed:
        name, size = raw.decode("utf-8", "replace"), place[-1]
        if not raw.startswith(wanted):
            continue
        try:
            need(stat.S_IFMT(mode >> 16) in (0, stat.S_IFREG) and not mode & 0x10 and not flags & 0x2041,
                 "is a link, a folder or encrypted")
            need(not re.search("[\\\\:\ufffd\x00-\x1f\x7f-\x9f]", name) and not set(name.split("/")) & {"", ".", ".."}, "has an unsafe path")
            need(name.lower() not in lower, "stands twice")
            lower.add(name.lower())
            need(size <= min(2**30, left), "is too large")
            left -= size
            streamed = Streamed(data, begin, *place, offset)
            files[name] = b"".join(streamed.pieces()) if name.startswith(READ) else streamed
        except Refused as e:
            refuse(name, str(e))
    return files

def read_earlier(path):
    """s9: the files of an earlier pack that its record is read from; none where any of them, or the zip, is refused."""
    refused = []
    files = read_archive(path, lambda *fault: refused.append(fault), (b"ledger/", b"seal/"))
    return {} if refused else files

def verify(path, seen=(), fingerprints=None, after=(), out=sys.stdout):
    """Verifies a pack or an excerpt and prints the verdicts. Returns the list of faults."""
    with open(path, "rb") as file:
        alone = file.read(len(PROOF)) == PROOF
    v, anchored = Excerpt() if alone else Verifier(), False
    if alone:
        with open(path, "rb") as file:
            entries, counts = v.excerpt(file.read())
        anchored = v.outside(seen, fingerprints)
        print(f"{entries} entries of an excerpt, signed with {len(v.signers)} keys; texts: {dict(counts)}", file=out)
    else:
        files = read_archive(path, lambda name, why: v.fault("pack.archive", name, why))
        found = v.pack(files, [read_earlier(other) for other in after])
        if found:
            anchored, (entries, counts) = v.outside(seen, fingerprints), found
            print(f"{len(files)} files, {entries} entries and the export, {len(v.keys)} keys; texts: {dict(counts)}", file=out)
            print(f"head {len(v.tree.roots) - 1}:{v.tree.roots[-1].hex()}", file=out)
    for line in ["note: " + note for note in v.notes] + ["FAULT {}: {}: {}".format(*fault) for fault in v.faults]:
        print(line, file=out)
    codes = {code for code, _, _ in v.faults}
    print("integrity:    " + ("NO" if codes - (COMPLETENESS - BOTH) - NEITHER else "yes"), file=out)
    print("completeness: " + ("NO" if codes & COMPLETENESS else "not judged" if alone else "yes"), file=out)
    print("they rest on: " + ("heads or keys kept outside: anchored" if anchored else "consistent with itself, not anchored"), file=out)
    print("NOT ACCEPTED" if v.faults else "accepted", file=out)
    return v.faults

def main():
    parser = argparse.ArgumentParser(description="Verify a Countersign evidence pack or excerpt offline.")
    parser.add_argument("pack")
    parser.add_argument("--after", metavar="EARLIER", action="append", default=[],
                        help="a pack that holds what was before an incremental one, oldest first")
    parser.add_argument("--keys", metavar="FILE", help="fingerprints got by another way")
    parser.add_argument("--seen", metavar="SIZE:ROOT", action="append", default=[], help="a head somebody kept")
    args, fingerprints = parser.parse_args(), None
    if args.keys:
        with open(args.keys, encoding="utf-8") as f:
            fingerprints = {line.split()[0] for line in f if line.strip() and not line.startswith("#")}
    if not all(is_a("head", h) for h in args.seen) or not all(is_a("hash", f) for f in fingerprints or ()):
        parser.error("--seen wants SIZE:ROOT, and each line of --keys a fingerprint")
    sys.exit(3 if verify(args.pack, args.seen, fingerprints, args.after) else 0)

if __name__ == "__main__":
    main()
