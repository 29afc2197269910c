#!/usr/bin/env python3
"""Merge robot logs by time, keep a window around a moment, drop repeated heartbeats and mark gaps.

Every line is expected to begin with an ISO 8601 time; a line without one belongs to the line before it.
"""
import argparse
import sys
from datetime import datetime, timedelta


def entries(path):
    with open(path, encoding="utf-8", errors="replace") as log:
        current = None
        for number, line in enumerate(log, start=1):
            stamp = line.split(" ", 1)[0]
            try:
                time = datetime.fromisoformat(stamp.replace("Z", "+00:00")).replace(tzinfo=None)
            except ValueError:
                if current:
                    current[3].append(line.rstrip("\n"))
                continue
            if current:
                yield current
            current = [time, path, number, [line.rstrip("\n")]]
        if current:
            yield current


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--at", required=True, help="the moment of the stop, ISO 8601, robot time")
    parser.add_argument("--before", type=int, default=120, help="seconds before (default 120)")
    parser.add_argument("--after", type=int, default=10, help="seconds after (default 10)")
    parser.add_argument("logs", nargs="+")
    options = parser.parse_args()

    try:
        at = datetime.fromisoformat(options.at)
    except ValueError:
        sys.exit(f"--at {options.at} is not an ISO 8601 time, for example 2026-03-02T07:21:40")

    first, last = at - timedelta(seconds=options.before), at + timedelta(seconds=options.after)
    window = sorted(
        (entry for path in options.logs for entry in entries(path) if first <= entry[0] <= last),
        key=lambda entry: entry[0],
    )

    previous, heartbeats = None, 0
    for time, path, number, lines in window:
        if "heartbeat ok" in lines[0]:
            heartbeats += 1
            previous = time
            continue
        if heartbeats:
            print(f"            ({heartbeats} heartbeats)")
            heartbeats = 0
        if previous and (time - previous) > timedelta(seconds=1):
            print(f"  -- gap of {(time - previous).total_seconds():.1f} s --")
        print(f"{path}:{number}: " + "\n    ".join(lines))
        previous = time
    if not window:
        sys.exit("No line falls into that window. Check the robot's clock offset.")


if __name__ == "__main__":
    main()
