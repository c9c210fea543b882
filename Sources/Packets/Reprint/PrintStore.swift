internal import Fingerprints
internal import FoundationEssentials
import Records

/// What a folder of outputs remembers of paper: `DIR/.yanyin`, readable by its owner only.
///
/// `index.json` names for each school the state on paper and the state in the folder; the states lie
/// in `objects`, each under the SHA-256 of its bytes, and are never changed. So the index is the only
/// file that is ever replaced, and it always names whole states.
struct PrintStore: Sendable {
  /// The folder of outputs.
  let root: String

  private var folder: String { "\(root)/.yanyin" }
  private var indexPath: String { "\(root)/\(PrintStore.indexName)" }
  private var objects: String { "\(folder)/objects" }
  /// The index by its path in the folder of outputs.
  static let indexName = ".yanyin/index.json"

  /// The index; an empty one where the folder has none yet.
  ///
  /// - Throws: `PrintStateFailure` for an index that cannot be understood: what is on paper would be
  ///   forgotten.
  func index() throws -> PrintIndex {
    guard let bytes = try SystemFiles.contents(of: indexPath) else { return PrintIndex() }
    guard let index = try? JSONDecoder().decode(PrintIndex.self, from: Data(bytes)),
      index.format == PrintIndex().format
    else { throw PrintStateFailure(path: indexPath) }
    return index
  }

  /// Makes the place for states; the folder of outputs has to be there.
  func prepare() throws {
    try SystemFiles.makeFolders(".yanyin/objects", in: root)
  }

  /// The index as a file; nil where the same bytes lie there.
  func changed(_ index: PrintIndex) throws -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let json = Array(try encoder.encode(index)) + [UInt8(ascii: "\n")]
    return try SystemFiles.contents(of: indexPath) == json ? nil : json
  }

  /// Replaces the index and removes the states that it does not name.
  func save(_ index: PrintIndex) throws {
    if let json = try changed(index) {
      try SystemFiles.flush(root)
      try SystemFiles.replace(indexPath, with: json)
    }
    try sweep(index)
  }

  /// Removes the states that an index does not name.
  func sweep(_ index: PrintIndex) throws {
    let named = index.objects
    for name in SystemFiles.names(in: objects) where !named.contains(name) {
      try SystemFiles.remove("\(objects)/\(name)")
    }
  }

  /// Keeps bytes and gives the name under which they are found again.
  func keep(_ bytes: [UInt8]) throws -> String {
    let name = try Digest.sha256(bytes)
    let path = "\(objects)/\(name)"
    if try SystemFiles.contents(of: path) == bytes { return name }
    try SystemFiles.replace(path, with: bytes)
    return name
  }

  /// The index as a run on a season sees it: a school that was only renamed keeps its paper.
  ///
  /// - Parameters:
  ///   - season: The schools of the run.
  ///   - isWhole: Whether the season holds all schools of the folder, so that one it does not have is
  ///     gone or renamed.
  /// - Returns: The index under the schools' names of now.
  /// - Throws: `PrintStateFailure`.
  func index(for season: Season, isWhole: Bool) throws -> PrintIndex {
    var index = try index()
    guard isWhole else { return index }
    let names = Set(season.schools.map { ByteKey($0.name) })
    let gone = index.schools.indices.filter { place in
      index.schools[place].printed != nil && !names.contains(ByteKey(index.schools[place].school))
    }
    guard !gone.isEmpty else { return index }
    let new = season.schools.filter { index[$0.name] == nil }
    for place in gone {
      guard let printed = index.schools[place].printed else { continue }
      let code = try state(printed).code
      let same = new.filter { !code.isEmpty && $0.record[SchoolField.code].hasSameBytes(as: code) }
      guard same.count == 1, let school = same.first, index[school.name] == nil else { continue }
      index.schools[place].school = school.name
      index.schools[place].packets = [:]
    }
    return index
  }

  /// The bytes of a name.
  ///
  /// - Throws: `PrintStateFailure` where they are gone or were changed.
  func bytes(_ name: String) throws -> [UInt8] {
    let path = "\(objects)/\(name)"
    guard let bytes = try SystemFiles.contents(of: path), try Digest.sha256(bytes) == name else {
      throw PrintStateFailure(path: path)
    }
    return bytes
  }

  /// A state by its name.
  func state(_ name: String) throws -> PrintedSchool {
    do {
      return try PrintedSchool(decoding: try bytes(name))
    } catch is StateDecoder.Malformed {
      throw PrintStateFailure(path: "\(objects)/\(name)")
    }
  }
}

/// Which states a folder of outputs knows.
struct PrintIndex: Codable, Sendable, Equatable {
  /// The version of this format.
  var format = 1
  /// The day that `yanyin printed` was run last; nil before it ever was.
  var marked: String?
  /// The schools in the order of the plan.
  var schools: [Entry] = []
  /// The reprint files that lie in the folder.
  var files: [String] = []

  /// What is known of a school.
  struct Entry: Codable, Sendable, Equatable {
    /// The full name.
    var school: String
    /// The state on paper; nil before there is one.
    var printed: String?
    /// The state in the folder; nil where the folder holds no packet of the school that could be
    /// printed and handed in.
    var current: String?
    /// The pages of the state in the folder that differ from paper.
    var pages: String?
    /// The print files of the state in the folder, by path, with their SHA-256.
    var packets: [String: String] = [:]
    /// Whether the data no longer has the school.
    var isGone = false
  }

  /// The names of all states and pages.
  var objects: Set<String> {
    Set(schools.flatMap { [$0.printed, $0.current, $0.pages].compactMap(\.self) })
  }

  /// Forgets states of the folder whose print files it does not hold.
  mutating func drop(notHeldBy manifest: Manifest) {
    let held = Dictionary(manifest.packets.map { (ByteKey($0.path), $0.sha256) }) { _, last in
      last
    }
    for place in schools.indices where schools[place].current != nil {
      let isHeld = schools[place].packets.allSatisfy { path, sha256 in
        held[ByteKey(path)] == sha256
      }
      guard !isHeld else { continue }
      schools[place].current = nil
      schools[place].pages = nil
      schools[place].packets = [:]
    }
  }

  /// The entry of a school.
  subscript(school: String) -> Entry? {
    schools.first { $0.school.hasSameBytes(as: school) }
  }
}

/// What is on paper cannot be known any more.
package struct PrintStateFailure: Error, CustomStringConvertible {
  /// The file that is missing, was changed, or is of another version.
  package let path: String

  package var description: String {
    "\(path) 缺少、已损坏或不是本版本的格式，无法知道哪些页已经打印；文件夹未作改动。"
      + "请从备份恢复 .yanyin 文件夹；没有备份，就删去它，重新生成并打印全部材料。"
  }
}
