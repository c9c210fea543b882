package import DocumentModel

/// Writes a filled form as one self-contained HTML5 page: no script, no network, printable on the
/// form's own paper.
///
/// The page shows every value of the form in reading order. What only paper needs is left out:
/// continuation sheets (the table is as wide as it must be), 续表 marks, and blank rows that fill
/// a page. The same form gives the same bytes.
package struct HTMLWriter {
  /// The form that is written.
  let form: FilledForm
  /// What was written and not yet handed on.
  var html = HTMLBytes()
  /// The words of the page's h1, once it was written; a page has one.
  var title: String?
  /// The pictures that stand in the page, by their place here; a repeated one refers to the first.
  var pictures: [Picture] = []
  /// Whether the header is written again for a later section: not part of the reading order.
  var isRepeating = false

  private init(_ form: FilledForm) {
    self.form = form
  }

  /// The whole page as bytes.
  package static func write(_ form: FilledForm) -> [UInt8] {
    var page: [UInt8] = []
    write(form) { page.append(contentsOf: $0) }
    return page
  }

  /// Hands the page over in chunks, so that a long list is never held as a whole.
  ///
  /// `flush` is called with the next bytes of the page, of some 64 KiB each; what it throws ends
  /// the writing.
  package static func write<Failure: Error>(
    _ form: FilledForm,
    flush: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = HTMLWriter(form)
    try writer.writePage(flush)
  }

  private mutating func writePage<Failure: Error>(
    _ flush: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    html.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    html.text(form.title)
    html.raw("</title>\n")
    // Even a value that escaped its quotes could neither run nor load anything.
    html.raw(
      """
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <meta name="viewport" content="width=device-width">
      <meta name="format-detection" content="telephone=no">

      """
    )
    writeStyleSheet()
    html.raw("</head>\n<body>\n")
    if let watermark = form.watermark {
      html.raw("<p class=\"watermark\">")
      html.text(watermark)
      html.raw("</p>\n")
    }
    html.raw("<main>\n")
    if form.sections.count == 0 { try writeHeader(flush) }
    for index in 0..<form.sections.count {
      html.raw("<div class=\"part\">\n")
      isRepeating = index > 0
      try writeHeader(flush)
      isRepeating = false
      for block in form.sections[index].blocks {
        try write(block, flush)
      }
      html.raw("</div>\n")
    }
    html.raw("</main>\n")
    writeFooter()
    html.raw("</body>\n</html>\n")
    try flush(html.bytes)
    html.removeAll()
  }

  /// Hands on what was written if it fills a chunk.
  mutating func flushIfFull<Failure: Error>(
    _ flush: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard html.bytes.count >= 1 << 16 else { return }
    try flush(html.bytes)
    html.removeAll()
  }

  private mutating func writeHeader<Failure: Error>(
    _ flush: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard !form.header.isEmpty else { return }
    html.raw(isRepeating ? "<div class=\"repeated\" aria-hidden=\"true\">\n" : "<header>\n")
    for block in form.header { try write(block, flush) }
    html.raw(isRepeating ? "</div>\n" : "</header>\n")
  }

  /// The words of the footer band that do not count pages; on paper they stand in the margin.
  private mutating func writeFooter() {
    guard let footer = form.footer else { return }
    let bands = [footer.left, footer.center, footer.right].filter { band in
      !band.isEmpty && !band.contains { if case .counter = $0 { true } else { false } }
    }
    guard !bands.isEmpty else { return }
    html.raw("<footer>\n")
    for band in bands {
      html.raw("<p>")
      write(band, inheriting: footer.style)
      html.raw("</p>\n")
    }
    html.raw("</footer>\n")
  }
}
