/// A state of a ledger that was kept: an import or a set of corrections.
package struct Revision: Hashable, Sendable {
  /// From 1.
  package var number: Int
  /// When, by the office's clock: `2023-07-03 09:15`.
  package var time: String
  /// Who.
  package var author: String
  /// What.
  package var kind: Kind
  /// Why; empty where nobody said.
  package var reason: String
  /// The files it was made from.
  package var files: [SourceFile]
  /// How many records came, went and changed.
  package var counts: Counts

  /// What a revision is.
  package enum Kind: String, Hashable, Sendable {
    /// Files were imported.
    case `import`
    /// Single values were corrected.
    case correction

    /// The word that clerks read.
    package var title: String {
      switch self {
      case .import: "导入"
      case .correction: "更正"
      }
    }
  }

  /// How many records came, went and changed.
  package struct Counts: Hashable, Sendable {
    /// Records that came.
    package var added = 0
    /// Records that went.
    package var removed = 0
    /// Records that changed.
    package var changed = 0

    /// No record.
    package init() {}
  }
}

/// A file that a revision was made from.
package struct SourceFile: Hashable, Sendable {
  /// The path as the user gave it.
  package var path: String
  /// SHA-256 of its bytes in lower-case hexadecimal digits.
  package var sha256: String
  /// How many bytes it has.
  package var size: Int

  /// A file.
  package init(path: String, sha256: String, size: Int) {
    self.path = path
    self.sha256 = sha256
    self.size = size
  }
}

/// What the person at the desk says about a revision.
package struct RevisionNote: Hashable, Sendable {
  /// When, by the office's clock: `2023-07-03 09:15`.
  package var time: String
  /// Who.
  package var author: String
  /// Why; empty where nobody said.
  package var reason: String
  /// The program and its version.
  package var program: String

  /// A note.
  package init(time: String, author: String, reason: String, program: String) {
    self.time = time
    self.author = author
    self.reason = reason
    self.program = program
  }
}
