internal import Fingerprints
internal import Fonts
internal import Synchronization

/// The SHA-256 of every font file of a run, for fingerprints.
///
/// The fonts that come with the program hold 57 MB: hashing them takes 30 ms of processor time, as
/// much as a small packet. Digests are therefore kept from run to run in a file of the user's cache
/// folder, each under the device, inode, size and times of the font file that it is of.
final class FontDigests: Sendable {
  private let fonts: FontSet
  private let cache: String?
  private let digests = Mutex<[String]?>(nil)

  /// Digests of the faces of a font set; `cache` is the folder where they are kept, nil keeps none.
  init(_ fonts: FontSet, cache: String?) {
    self.fonts = fonts
    self.cache = cache
  }

  /// The digests of the faces' files, in the order of the faces; computed once.
  func all() throws -> [String] {
    try digests.withLock { known in
      if let known { return known }
      let found = try compute()
      known = found
      return found
    }
  }

  /// What tells each face of the set from any other: its place in its file and the file's digest.
  func faces() throws -> [String] {
    zip(fonts.faces, try all()).map { "\($0.collectionIndex) \($1)" }
  }

  private func compute() throws -> [String] {
    var digests = cache.map(FontDigests.read) ?? [:]
    var isNew = false
    let result = try fonts.faces.map { face in
      if let digest = digests[face.fileIdentity] { return digest }
      let digest = try FontDigests.digest(of: face)
      digests[face.fileIdentity] = digest
      isNew = true
      return digest
    }
    if isNew, let cache { FontDigests.write(digests, to: cache) }
    return result
  }

  private static func digest(of face: Face) throws -> String {
    let digest = try Digest()
    unsafe face.forEachPiece { piece in unsafe digest.update(piece) }
    return digest.finish()
  }

  private static func path(in folder: String) -> String { "\(folder)/font-digests" }

  /// Lines of an identity, a space and 64 hexadecimal digits; anything else is left out.
  private static func read(_ folder: String) -> [String: String] {
    guard let bytes = try? SystemFiles.contents(of: path(in: folder)) else { return [:] }
    var digests: [String: String] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count == 2, words[1].count == 64, words[1].allSatisfy(isHexadecimal) else {
        continue
      }
      digests[String(decoding: words[0], as: UTF8.self)] = String(decoding: words[1], as: UTF8.self)
    }
    return digests
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// A cache that cannot be written is no fault of the run.
  private static func write(_ digests: [String: String], to folder: String) {
    let lines = digests.map { "\($0.key) \($0.value)\n" }.sorted()
    try? SystemFiles.makeFolders(folder)
    try? SystemFiles.replace(path(in: folder), with: Array(lines.joined().utf8))
  }
}
