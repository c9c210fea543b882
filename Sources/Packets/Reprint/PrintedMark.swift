/// `yanyin printed`: what lies in a folder of outputs is on paper now.
package struct PrintedMark: Sendable {
  /// How many schools were marked.
  package let schoolCount: Int
  /// What the folder lacks because of data errors; it is marked all the same, since the rest can be
  /// printed and what is missing is put in later.
  package let withheld: [String]

  /// Why a folder cannot be marked.
  package enum Refusal: Error {
    /// There is no manifest.
    case noManifest
    /// Files are missing or were changed since they were made: a line for each.
    case differs([String])
    /// There is no print file.
    case nothing
    /// The print files of these schools are drafts, or the run that made them did not end.
    case unknown([String])
  }

  /// Marks a folder and removes its reprint files.
  ///
  /// - Parameters:
  ///   - folder: The folder of outputs.
  ///   - day: The day that the list of a later reprint names.
  /// - Throws: `Refusal`, `PrintStateFailure`, `FolderLock.InUse`, `OutputFailure`.
  package init(_ folder: String, day: String) throws {
    let path = "\(folder)/manifest.json"
    guard try SystemFiles.contents(of: path) != nil else { throw Refusal.noManifest }
    let lock = try FolderLock(folder)
    defer { withExtendedLifetime(lock) {} }
    guard let verification = try Verification(of: folder),
      let manifest = try SystemFiles.contents(of: path).flatMap({ Manifest(json: $0) })
    else { throw Refusal.noManifest }
    guard verification.differences.isEmpty else {
      throw Refusal.differs(verification.differences)
    }
    guard !manifest.packets.isEmpty else { throw Refusal.nothing }
    let store = PrintStore(root: folder)
    var index = try store.index()
    var packets: [ByteKey: [String: String]] = [:]
    for packet in manifest.packets {
      packets[ByteKey(packet.school), default: [:]][packet.path] = packet.sha256
    }
    let unknown = packets.filter { school, files in
      guard let entry = index[school.text], entry.current != nil else { return true }
      return entry.packets != files
    }
    guard unknown.isEmpty else {
      throw Refusal.unknown(
        unknown.keys.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      )
    }
    index.schools.removeAll { $0.current == nil }
    for place in index.schools.indices {
      index.schools[place].printed = index.schools[place].current
      index.schools[place].pages = nil
    }
    index.marked = day
    let files = index.files
    index.files = []
    // The mark comes last: a run makes a reprint file again that is gone too early.
    try ReprintFiles.remove(files, from: folder)
    try store.save(index)
    schoolCount = packets.count
    withheld = manifest.withheld.map { entry in
      [entry.school, entry.form.map(FormTitles.title) ?? "全部材料", entry.volume]
        .compactMap(\.self).joined(separator: " ")
    }
  }
}
