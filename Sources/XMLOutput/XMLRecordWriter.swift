import DocumentModel
package import Markup

/// Writes the records of a document as XML that the program reads back as input.
///
/// The element `yanyin` holds one element a table, which holds one element a record with its
/// number `n`, which holds one element a value. No namespace: the vocabulary is one program's own.
package enum XMLRecordWriter {
  /// The document as bytes.
  ///
  /// Throws `MarkupWriterError.illegalCharacter` where a value cannot be carried by XML 1.0, and
  /// writes nothing then.
  package static func write(
    _ document: XMLRecordDocument
  ) throws(MarkupWriterError) -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = try MarkupWriter()
    try writer.start("yanyin")
    try writer.attribute("form", document.form)
    if let volume = document.volume { try writer.attribute("volume", volume) }
    try writer.attribute("year", String(document.year))
    try writer.attribute("revision", String(document.revision))
    for table in document.tables {
      try writer.start(table.container)
      for index in 0..<table.rows.count {
        try write(table.rows[index], of: table, to: &writer)
        if index % 256 == 255 { bytes.append(contentsOf: try writer.take()) }
      }
      try writer.end()
    }
    try writer.end()
    bytes.append(contentsOf: try writer.finish())
    return bytes
  }

  private static func write(
    _ row: XMLRow,
    of table: XMLTable,
    to writer: inout MarkupWriter
  ) throws(MarkupWriterError) {
    try writer.start(table.element)
    try writer.attribute("n", String(row.n))
    for field in row.fields where !field.value.isEmpty {
      switch field.name {
      case .element(let name): try writer.element(name, field.value)
      case .extra(let name):
        try writer.start("extra")
        try writer.attribute("name", name)
        try writer.text(field.value)
        try writer.end()
      }
    }
    try writer.end()
  }
}
