internal import Diagnostics
internal import FoundationEssentials
internal import Glibc

/// What a run changes in a folder of outputs: `DIR/.yanyin/journal`.
///
/// It is written when everything waits in `Staging` and is on the disk, and goes when everything is in
/// its place. So whoever finds it knows that a run did not end, which files are new already and which
/// are to be; and the next run carries it out to its end.
struct Journal: Codable, Sendable, Equatable {
  /// The version of this format.
  var format = 1
  /// Documents, print files and files of a reprint, in the order in which they are replaced.
  var files: [File] = []
  /// Paths of files that go then.
  var removed: [String] = []
  /// What tells of the folder, the manifest last.
  var records: [File] = []

  /// A file that is to stand in the folder.
  struct File: Codable, Sendable, Equatable {
    /// Relative to the folder.
    var path: String
    /// Of the file's bytes.
    var sha256: String
  }

  private static func path(in root: String) -> String { "\(root)/.yanyin/journal" }

  /// Whether nothing is to be changed.
  var isEmpty: Bool { files.isEmpty && removed.isEmpty && records.isEmpty }

  /// What there is in a folder.
  enum Found: Sendable {
    /// The last run ended.
    case none
    /// The last run did not end.
    case unfinished(Journal)
    /// The last run did not end, and nobody knows what it was about.
    case damaged
  }

  /// Looks for a journal.
  static func find(in root: String) throws -> Found {
    guard let bytes = try SystemFiles.contents(of: path(in: root)) else { return .none }
    guard let journal = try? JSONDecoder().decode(Journal.self, from: Data(bytes)),
      journal.format == Journal().format
    else { return .damaged }
    return .unfinished(journal)
  }

  /// Puts everything that waits into its place; from here on nothing but the next run can be needed.
  func carryOut(_ staging: Staging) throws {
    let root = staging.root
    try makeFolders(in: root)
    let waiting = ".yanyin/journal"
    try staging.write(Array(json.utf8), to: waiting)
    try staging.flush()
    let path = Journal.path(in: root)
    guard try SystemFiles.move(Staging.waitingPath(of: waiting, in: root), to: path) else {
      throw OutputFailure(step: .transfer, path: path, code: ENOENT)
    }
    try place(in: root) { file in
      throw OutputFailure(step: .transfer, path: "\(root)/\(file.path)", code: ENOENT)
    }
  }

  /// Carries out what a run that did not end left undone.
  ///
  /// - Returns: How many files were replaced or removed; nil where the last run ended.
  static func resume(in root: String) throws -> Int? {
    switch try find(in: root) {
    case .none: return nil
    case .damaged:
      try SystemFiles.remove(path(in: root))
      return 0
    case .unfinished(let journal):
      try journal.makeFolders(in: root)
      // What does not wait any more has found its place.
      return try journal.place(in: root) { _ in }
    }
  }

  @discardableResult
  private func place(in root: String, orElse missing: (File) throws -> Void) throws -> Int {
    var count = 0
    func place(_ file: File) throws {
      guard Manifest.isInside(file.path) else { return }
      let waiting = try Staging.waitingPath(of: file.path, in: root)
      if try SystemFiles.move(waiting, to: "\(root)/\(file.path)") {
        count += 1
      } else {
        try missing(file)
      }
    }
    for file in files { try place(file) }
    for path in removed where Manifest.isInside(path) {
      if try SystemFiles.remove("\(root)/\(path)") { count += 1 }
    }
    for file in records { try place(file) }
    try SystemFiles.remove(Journal.path(in: root))
    return count
  }

  private func makeFolders(in root: String) throws {
    var made = ""
    for file in files where Manifest.isInside(file.path) {
      let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
      guard folder != made else { continue }
      try SystemFiles.makeFolders(folder, in: root)
      made = folder
    }
  }

  private var json: String {
    func lines(_ files: [File]) -> [String] {
      files.map { file in
        JSONText.object([
          ("path", JSONText.quoted(file.path)), ("sha256", JSONText.quoted(file.sha256)),
        ])
      }
    }
    let lists = [
      ("files", lines(files)), ("removed", removed.map(JSONText.quoted)),
      ("records", lines(records)),
    ]
    let body = lists.map { "\"\($0)\": [\n\($1.joined(separator: ",\n"))\n]" }
    return "{\n\"format\": \(format),\n\(body.joined(separator: ",\n"))\n}\n"
  }
}
