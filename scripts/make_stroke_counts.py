"""Writes Sources/Records/Values/StrokeTable.swift from the Unihan database.

    make_stroke_counts.py Unihan_IRGSources.txt

The file is part of Unihan.zip and of Debian's package unicode-data (there as .bz2). kTotalStrokes has the
count of mainland China first.
"""

import sys

BLOCKS = [("cjk", 0x4E00, 0x9FFF), ("extensionA", 0x3400, 0x4DBF)]


def counts(path):
    found = {}
    for line in open(path, encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if len(parts) == 3 and parts[1] == "kTotalStrokes":
            found[int(parts[0][2:], 16)] = int(parts[2].split()[0])
    return found


def main():
    found = counts(sys.argv[1])
    out = open("Sources/Records/Values/StrokeTable.swift", "w", encoding="utf-8")
    out.write(
        "/// The strokes of Han characters as mainland China counts them (Unihan 15.0, kTotalStrokes).\n"
        "///\n"
        "/// Made by scripts/make_stroke_counts.py; Unihan is © Unicode, Inc., under the Unicode License. A\n"
        "/// character of the text is the count above U+0030; a line is 96 characters of the block.\n"
        "enum StrokeTable {\n"
    )
    for name, first, last in BLOCKS:
        letters = "".join(chr(0x30 + found.get(code, 0)) for code in range(first, last + 1))
        assert max(letters) <= "~"
        out.write(f"  /// U+{first:X} to U+{last:X}.\n  static let {name} = #\"\"\"\n")
        for start in range(0, len(letters), 96):
            out.write(f"    {letters[start:start + 96]}\n")
        out.write("    \"\"\"#\n")
        if name != BLOCKS[-1][0]:
            out.write("\n")
    out.write("}\n")


main()
