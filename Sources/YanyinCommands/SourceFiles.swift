internal import Fingerprints
internal import Ledger

/// The files that a revision is made from, noted while they are read.
struct SourceFiles {
  private var files: [SourceFile] = []
  private var failure: (any Error)?

  /// Notes a file with its bytes.
  mutating func note(_ path: String, _ bytes: [UInt8]) {
    do {
      let digest = try Digest.sha256(bytes)
      files.append(SourceFile(path: path, sha256: digest, size: bytes.count))
    } catch {
      failure = error
    }
  }

  /// The files in the order in which they were read.
  var all: [SourceFile] {
    get throws {
      if let failure { throw failure }
      return files
    }
  }
}
