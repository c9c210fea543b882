package import Diagnostics
internal import Exchange
package import Records
import XLSXOutput

/// Copies of the inputs with a last column 校验结果, in a folder of their own.
package struct AnnotatedInputs {
  private let folder: String
  private let schema: RecordSchema
  private let findings: [Diagnostic]
  private var taken: Set<ByteKey> = []

  /// Prepares the folder.
  ///
  /// - Parameters:
  ///   - folder: where the copies go; made when it is missing.
  ///   - findings: all findings of the run.
  ///   - schema: the fields by which tables are recognised.
  package init(folder: String, findings: [Diagnostic], schema: RecordSchema) {
    self.folder = folder
    self.findings = findings
    self.schema = schema
  }

  /// Writes the copy of every table file that the paths name.
  ///
  /// - Parameter paths: the inputs as the user gave them, files and folders.
  /// - Returns: the paths of the copies, in the order of the inputs.
  /// - Throws: `InputFailure` and `OutputFailure`; inputs are never written to.
  package mutating func write(_ paths: [String]) throws -> [String] {
    var written: [String] = []
    for input in try InputLoader.files(of: paths) {
      let bytes = try LocalFileSystem().bytes(of: input.path, limit: ReadingLimits().fileSize)
      let copy = AnnotatedCopy.make(
        of: input.path,
        bytes: bytes,
        findings: findings,
        schema: schema
      )
      switch copy {
      case .file(let bytes): written.append(try write(bytes, named: input.name))
      case .values(let sheets):
        let bytes = try workbook(of: sheets, near: input.name)
        written.append(try write(bytes, named: input.name + ".xlsx"))
      case nil: continue
      }
    }
    return written
  }

  private func workbook(of sheets: [AnnotatedCopy.Sheet], near name: String) throws -> [UInt8] {
    try SystemFiles.makeFolders(folder)
    return try SystemFiles.bytes(madeAt: "\(folder)/.annotated") { path in
      try ValueWorkbookWriter.write(
        sheets.enumerated().map { ValueSheet(name: $1.name ?? "表\($0 + 1)", rows: $1.rows) },
        title: name,
        to: path
      )
    }
  }

  private mutating func write(_ bytes: [UInt8], named name: String) throws -> String {
    let parts = name.split(separator: "/").map { SafeName.component(String($0)) }
    var path = "\(folder)/\(parts.joined(separator: "/"))"
    // Two inputs of one name, from two folders, are both kept.
    var number = 1
    while !taken.insert(ByteKey(path)).inserted {
      number += 1
      let last = "\(number)-\(parts.last ?? "")"
      path = (["\(folder)"] + parts.dropLast() + [last]).joined(separator: "/")
    }
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try SystemFiles.makeFolders(parent.joined(separator: "/"))
    try SystemFiles.replace(path, with: bytes)
    return path
  }

  /// Whether the folder is, or lies in, one of the inputs: copies there would replace inputs or be
  /// read by the next run.
  package static func isInside(_ folder: String, of paths: [String]) -> Bool {
    guard let target = RealPath(folder) else { return false }
    return paths.contains { path in
      guard let input = RealPath(path) else { return false }
      let isFolder = LocalFileSystem().kind(of: path) == .folder
      return isFolder ? target.isInside(input) : target == input.parent
    }
  }
}
