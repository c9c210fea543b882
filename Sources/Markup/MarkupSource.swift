package import Diagnostics

/// A text file with its lines: turns byte offsets into places and excerpts.
package final class MarkupSource: Sendable {
  /// The file as messages name it.
  package let file: String
  /// The bytes, UTF-8 without a byte order mark.
  package let bytes: [UInt8]
  private let lineStarts: [Int]

  /// The lines of a file; a line ends with LF, CR LF or CR.
  package init(_ bytes: [UInt8], file: String) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let endsLine =
        byte == 0x0A || (byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A))
      if endsLine { starts.append(offset + 1) }
    }
    lineStarts = starts
  }

  /// Line and column of a byte, both from 1, the column in Unicode scalars.
  package func position(at offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(0, offset), bytes.count)
    let line = index(ofLineAt: offset)
    return (line + 1, scalars(in: lineStarts[line]..<offset) + 1)
  }

  /// The place of a byte.
  package func place(at offset: Int) -> Place {
    let (line, column) = position(at: offset)
    return .text(file: file, line: line, column: column)
  }

  /// A finding at a byte, with the source line and a caret.
  package func diagnostic(
    _ code: String,
    _ message: String,
    severity: Severity = .error,
    at offset: Int,
    notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(
      severity,
      code,
      message,
      at: place(at: offset),
      excerpt: excerpt(at: offset),
      notes: notes
    )
  }

  /// The line of a byte with a caret under it.
  ///
  /// Of very long lines only the part around the caret is shown.
  package func excerpt(at offset: Int) -> Diagnostic.Excerpt {
    let offset = min(max(0, offset), bytes.count)
    let line = index(ofLineAt: offset)
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    var start = lineStarts[line]
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    if offset - start > 160 { start = scalarStart(before: offset - 120) }
    if end - offset > 240 { end = scalarStart(before: offset + 200) }
    return Diagnostic.Excerpt(
      line: String(decoding: bytes[start..<max(start, end)], as: UTF8.self),
      column: scalars(in: start..<max(start, offset)) + 1
    )
  }

  private func index(ofLineAt offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func scalars(in range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xC0 != 0x80 }
  }

  private func scalarStart(before offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
