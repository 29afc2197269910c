#!/usr/bin/env python3
"""Print an HL7 v2 message one field a line, with positions, using the separators the message itself declares."""
import sys


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: split_hl7.py FILE")
    with open(sys.argv[1], "rb") as source:
        raw = source.read().strip(b"\x0b\x1c\r\n")
    text = raw.decode("utf-8", errors="replace")
    if not text.startswith("MSH") or len(text) < 9:
        sys.exit("The message does not begin with MSH. Is there text or a byte order mark before it?")

    field, component, repeat = text[3], text[4], text[5]
    for segment in text.replace("\r\n", "\r").replace("\n", "\r").split("\r"):
        if not segment:
            continue
        parts = segment.split(field)
        name = parts[0]
        offset = 1 if name == "MSH" else 0
        if offset:
            print(f"MSH-1\t{field}\nMSH-2\t{parts[1]}")
        for index, value in enumerate(parts[1 + offset :], start=1 + 2 * offset):
            if value:
                show(f"{name}-{index}", value, component, repeat)


def show(position, value, component, repeat):
    for number, one in enumerate(value.split(repeat), start=1):
        where = position if repeat not in value else f"{position}[{number}]"
        pieces = one.split(component)
        for place, piece in enumerate(pieces, start=1):
            if piece:
                odd = "\t<- odd character" if any(ord(c) < 32 or c == "\ufffd" for c in piece) else ""
                print(f"{where}.{place}\t{piece}{odd}" if len(pieces) > 1 else f"{where}\t{piece}{odd}")


if __name__ == "__main__":
    main()
