internal import Diagnostics

/// A folder of this program's outputs, known by its `manifest.json` or by what it remembers of paper.
///
/// Clerks let it lie below their data. Its XML holds the records as they were: read beside a corrected
/// workbook it would give everybody twice.
struct OwnOutputs {
  /// The documents of the folder, as JSON strings.
  private var documents: Set<Substring> = []

  /// The outputs of a folder; nil where it holds none.
  init?(folder: String, names: [String], fileSystem: any InputFileSystem, limits: ReadingLimits) {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    // The manifest is written last: a run that was stopped leaves only its memory.
    let hasMemory = names.contains(".yanyin") && fileSystem.kind(of: start + ".yanyin") == .folder
    var text = ""
    if names.contains("manifest.json"), fileSystem.kind(of: start + "manifest.json") == .file,
      let bytes = try? fileSystem.bytes(of: start + "manifest.json", limit: limits.fileSize),
      bytes.prefix(200).contains(Array("\"generator\": \"yanyin\"".utf8))
    {
      text = String(decoding: bytes, as: UTF8.self)
    }
    guard hasMemory || !text.isEmpty else { return nil }
    // A document a line, its path first.
    for line in text.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      guard line.hasPrefix("{\"path\":"), let end = line.firstRange(of: "\", \"") else { continue }
      documents.insert(line[..<end.lowerBound].dropFirst("{\"path\":".count).drop { $0 == " " })
    }
  }

  /// Whether a file, by its path in the folder, is one of the outputs.
  func contains(_ path: String) -> Bool {
    documents.contains(JSONText.quoted(path).dropLast())
  }
}
