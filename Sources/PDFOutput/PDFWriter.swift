package import Fonts

/// Writes PDF files through libharu's document layer.
package enum PDFWriter {
  /// Writes a file piece by piece.
  ///
  /// Throws `HaruError` or `FontError`, or what `receive` throws.
  package static func write(
    _ document: PDFDocument,
    fonts: FontSet,
    to receive: (RawSpan) throws -> Void
  ) throws {
    try withoutActuallyEscaping(receive) { receive in
      let sink = HaruSink(receive)
      let haru = try HaruDocument()
      var assembly = DocumentAssembly(haru, document)
      try assembly.addFonts(of: fonts)
      try assembly.addPictures()
      try assembly.addPages()
      try assembly.addOutline()
      try assembly.addCatalogEntries()
      try haru.write(identifier: assembly.identifier(), to: sink)
    }
  }

  /// The bytes of a file.
  package static func bytes(_ document: PDFDocument, fonts: FontSet) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(document, fonts: fonts) { span in
      unsafe span.withUnsafeBytes {
        unsafe bytes.append(contentsOf: $0.bindMemory(to: UInt8.self))
      }
    }
    return bytes
  }
}
