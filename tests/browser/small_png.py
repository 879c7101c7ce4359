"""Makes a screenshot small enough to live in the documents: as many colours as one byte tells apart.

With the standard library alone: it runs only when somebody takes the pictures anew.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Final

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_COLOURS: Final = 256
#: Bytes of a pixel by the PNG's colour type: RGB, and RGB with transparency.
_CHANNELS: Final = {2: 3, 6: 4}

Colour = tuple[int, int, int]


def small(png: bytes) -> bytes:
    """The same picture with 256 colours at most, those that look alike made one. Takes what Chromium writes."""
    parts = dict(_joined(png))
    width, height, depth, kind = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    if depth != 8 or kind not in _CHANNELS:
        raise ValueError(f"a PNG of {depth} bits and colour type {kind}")
    rows = list(_rows(zlib.decompress(parts[b"IDAT"]), width, _CHANNELS[kind]))
    chosen = _palette(Counter(pixel for row in rows for pixel in row))
    palette = sorted(set(chosen.values()))
    place = {colour: number for number, colour in enumerate(palette)}
    index = {pixel: place[colour] for pixel, colour in chosen.items()}
    lines = b"".join(b"\0" + bytes(index[pixel] for pixel in row) for row in rows)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    colours = b"".join(bytes(colour) for colour in palette)
    written = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, body) for name, body in written)


def _joined(png: bytes) -> dict[bytes, bytes]:
    """The file's chunks by their names, those of one name joined."""
    found: dict[bytes, bytes] = {}
    at = len(_SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        name = png[at + 4 : at + 8]
        found[name] = found.get(name, b"") + png[at + 8 : at + 8 + length]
        at += length + 12
    return found


def _rows(packed: bytes, width: int, channels: int) -> Iterator[list[Colour]]:
    """Each line's pixels, with its filter undone."""
    size = width * channels
    above = bytearray(size)
    for start in range(0, len(packed), size + 1):
        kind, line = packed[start], bytearray(packed[start + 1 : start + 1 + size])
        for at in range(size if kind else 0):
            left = line[at - channels] if at >= channels else 0
            corner = above[at - channels] if at >= channels else 0
            guess = (0, left, above[at], (left + above[at]) // 2, _nearest_of(left, above[at], corner))[kind]
            line[at] = (line[at] + guess) & 255
        above = line
        yield list(zip(line[0::channels], line[1::channels], line[2::channels], strict=True))


def _nearest_of(left: int, above: int, corner: int) -> int:
    """The Paeth filter's guess."""
    guess = left + above - corner
    return min((left, above, corner), key=lambda each: abs(guess - each))


def _palette(seen: Counter[Colour]) -> dict[Colour, Colour]:
    """For each colour the one that stands for it."""
    if len(seen) <= _COLOURS:
        return {colour: colour for colour in seen}
    kept: dict[tuple[int, ...], Colour] = {}  # of those that look alike, the most frequent
    weight: Counter[Colour] = Counter()
    for colour, count in seen.most_common():
        weight[kept.setdefault(tuple(each >> 3 for each in colour), colour)] += count
    palette = [colour for colour, _count in weight.most_common(_COLOURS)]
    return {colour: min(palette, key=lambda each: _apart(each, colour)) for colour in seen}


def _apart(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
