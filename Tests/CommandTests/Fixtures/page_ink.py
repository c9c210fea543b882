#!/usr/bin/env python3
"""Prints how much ink three renderers put into each 4 mm cell of every page of a PDF, as JSON.

Poppler (pdftoppm), MuPDF (mutool) and PDFium, which is what Chromium shows PDFs with. The result is
{renderer: [page: [row: [share of ink from 0 to 1]]]}; a renderer that is missing is left out.
"""

import glob
import json
import shutil
import subprocess
import sys
import tempfile

DPI = 152.4  # 24 pixels are 4 mm
CELL = 24


def gray_map(path):
    """Width, height and bytes of a binary PGM."""
    data = open(path, "rb").read()
    numbers, at = [], 2
    while len(numbers) < 3:
        while data[at:at + 1].isspace():
            at += 1
        if data[at:at + 1] == b"#":
            at = data.index(b"\n", at)
            continue
        end = at
        while not data[end:end + 1].isspace():
            end += 1
        numbers.append(int(data[at:end]))
        at = end
    return numbers[0], numbers[1], data[at + 1:]


def ink(width, height, data):
    """The mean darkness of each cell; what is left over at the edges is margin and not looked at."""
    rows = []
    for top in range(0, height - CELL + 1, CELL):
        row = []
        for left in range(0, width - CELL + 1, CELL):
            light = sum(
                sum(data[y * width + left:y * width + left + CELL]) for y in range(top, top + CELL)
            )
            row.append(round(1 - light / 255 / CELL / CELL, 4))
        rows.append(row)
    return rows


def main(path):
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        if shutil.which("pdftoppm"):
            subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", path, f"{folder}/p"], check=True)
            found["poppler"] = [ink(*gray_map(p)) for p in sorted(glob.glob(f"{folder}/p*"))]
        if shutil.which("mutool"):
            subprocess.run(
                ["mutool", "draw", "-q", "-r", str(DPI), "-c", "gray", "-o", f"{folder}/m%03d.pgm",
                 path],
                check=True, stderr=subprocess.DEVNULL,
            )
            found["mupdf"] = [ink(*gray_map(p)) for p in sorted(glob.glob(f"{folder}/m*"))]
    try:
        import pypdfium2
    except ImportError:
        pypdfium2 = None
    if pypdfium2:
        found["pdfium"] = []
        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                picture = page.render(scale=DPI / 72, grayscale=True)
                data, stride, width = bytes(picture.buffer), picture.stride, picture.width
                rows = (data[y * stride:y * stride + width] for y in range(picture.height))
                found["pdfium"].append(ink(width, picture.height, b"".join(rows)))
    json.dump(found, sys.stdout)


main(sys.argv[1])
