internal import FoundationEssentials

/// What a folder of outputs remembers of a shard that was rendered into it:
/// `DIR/.yanyin/shards/2-of-8.json`.
///
/// The folder's manifest is a plain one and may hold the lines of several shards and of other runs;
/// the record says which lines the shard made, and where they stand in the plan.
struct ShardRecord: Codable, Equatable {
  /// The version of this format.
  var format = 1
  /// Which slice.
  var shard: Shard
  /// What shards of one run have in common.
  var run: Run
  /// The units of the slice, in the order of the plan.
  var units: [Unit]

  /// What shards of one run have in common.
  struct Run: Codable, Equatable {
    /// The season's year.
    var year: Int
    /// The rendering revision.
    var revision: Int
    /// The day that counts as today: some rules ask whether a day has come.
    var today: String
    /// SHA-256 of options, templates, fonts and libraries.
    var options: String
    /// SHA-256 of all records.
    var data: String
    /// How many units the whole plan has.
    var unitCount: Int
    /// Whether the plan is a part of what the inputs give (`--city` and such).
    var isFiltered: Bool
    /// The forms that were asked for; empty for all.
    var forms: [String]
    /// Whether proof lists were made.
    var isProof: Bool
  }

  /// A school or receipt, and its lines of the manifest.
  struct Unit: Codable, Equatable {
    /// From 0.
    var place: Int
    /// The school's full name; nil for a receipt.
    var school: String?
    /// The city's folder name.
    var city: String?
    /// The unit's name in `DIR/.yanyin/made`; nil where no run may keep what was made.
    var made: String?
    var documents: [Manifest.Document]
    var packets: [Manifest.Packet]
    var withheld: [Manifest.Withheld]
  }
}

/// The records of shards in a folder of outputs.
struct ShardRecords {
  /// The folder of outputs.
  let root: String

  private var folder: String { "\(root)/.yanyin/shards" }

  /// A record that cannot be understood.
  struct Damaged: Error {
    var path: String
  }

  /// All records.
  ///
  /// - Throws: `Damaged`, `OutputFailure`.
  func all() throws -> [ShardRecord] {
    try SystemFiles.names(in: folder).filter { $0.hasSuffix(".json") }.compactMap { name in
      let path = "\(folder)/\(name)"
      guard let bytes = try SystemFiles.contents(of: path) else { return nil }
      guard let record = try? JSONDecoder().decode(ShardRecord.self, from: Data(bytes)),
        record.format == 1, Shard(record.shard.description) != nil
      else { throw Damaged(path: path) }
      return record
    }
  }

  /// Keeps a record; those of other ways to cut a plan cannot be joined with it and go.
  func keep(_ record: ShardRecord) throws {
    try SystemFiles.makeFolders(folder)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = Array(try encoder.encode(record)) + [UInt8(ascii: "\n")]
    try SystemFiles.replace("\(folder)/\(ShardRecords.name(of: record.shard))", with: json)
    let ending = "-of-\(record.shard.count).json"
    for name in SystemFiles.names(in: folder) where !name.hasSuffix(ending) {
      try SystemFiles.remove("\(folder)/\(name)")
    }
  }

  /// Forgets all shards: the folder holds a whole run.
  func clear() throws {
    for name in SystemFiles.names(in: folder) { try SystemFiles.remove("\(folder)/\(name)") }
  }

  private static func name(of shard: Shard) -> String { "\(shard.slice)-of-\(shard.count).json" }
}
