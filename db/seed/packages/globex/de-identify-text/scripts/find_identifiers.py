#!/usr/bin/env python3
"""List likely direct identifiers in a text file. Reads, prints, changes nothing, opens no connection."""
import re
import sys

PATTERNS = [
    ("e-mail", re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b")),
    ("date", re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b")),
    ("date", re.compile(r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b")),
    ("phone", re.compile(r"(?<!\d)\+?\d[\d ()/-]{7,16}\d(?!\d)")),
    ("postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")),
    ("name", re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Nurse|Sister)\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?")),
    ("age", re.compile(r"\b\d{1,3}[- ]year[- ]old\b|\baged \d{1,3}\b")),
]
TEN_DIGITS = re.compile(r"(?<!\d)(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\d)")


def has_valid_check_digit(digits):
    """Modulus 11, as used for ten-digit patient numbers."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1)))
    return (11 - total % 11) % 11 == int(digits[9])


def candidates(line):
    for match in TEN_DIGITS.finditer(line):
        if has_valid_check_digit("".join(match.groups())):
            yield match.start(), "patient number", match.group()
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(line):
            yield match.start(), kind, match.group()


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: find_identifiers.py FILE")
    found = 0
    with open(sys.argv[1], encoding="utf-8", errors="replace") as text:
        for number, line in enumerate(text, start=1):
            for _, kind, value in sorted(set(candidates(line))):
                found += 1
                print(f"{number}\t{kind}\t{value}")
    print(f"{found} candidates. Indirect identifiers are not searched for; read the text.", file=sys.stderr)


if __name__ == "__main__":
    main()
