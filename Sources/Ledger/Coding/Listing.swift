internal import Fingerprints
internal import Records

/// The state of a table of a school: which records stand in it, in which order, where they were
/// read, and what reading found in them.
struct Listing: Sendable {
  /// The records, in order.
  var members: [Member] = []
  /// The courses of 成绩 in order of first appearance; empty for other tables.
  var courses: [String] = []
  /// What reading found.
  var findings: [ListedFinding] = []

  /// A record of the table.
  struct Member: Hashable, Sendable {
    /// The record, whatever its values are in a revision.
    var entity: Int64
    /// Where it was read: one place, or one for each score of a person.
    var origins: [CellOrigin]
  }
}

/// Where a record or a score was read.
struct CellOrigin: Hashable, Sendable {
  /// The ledger's number of the table in a file; 0 where no file holds the record.
  var source: Int64 = 0
  /// As the clerk counts, from 1.
  var row: Int64 = 0
  /// The column of a score, from 1; 0 for records.
  var column: Int64 = 0
}

/// The bytes that a ledger keeps of the members of a listing: numbers of seven bits a byte, each
/// written as its difference to the one before, so that a row that follows its neighbour in the
/// file takes five bytes.
enum MemberBytes {
  static func bytes(of members: [Listing.Member]) -> [UInt8] {
    var encoder = CanonicalEncoder()
    var entity: Int64 = 0
    var last = CellOrigin()
    encoder.append(members.count)
    for member in members {
      encoder.append(Int(member.entity - entity))
      entity = member.entity
      encoder.append(member.origins.count)
      for origin in member.origins {
        encoder.append(Int(origin.source - last.source))
        encoder.append(Int(origin.row - last.row))
        encoder.append(Int(origin.column - last.column))
        last = origin
      }
    }
    return encoder.bytes
  }

  static func members(of bytes: [UInt8]) throws(DamagedText) -> [Listing.Member] {
    var position = 0
    func number() throws(DamagedText) -> Int64 {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while position < bytes.count, shift < 64 {
        let byte = bytes[position]
        position += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
        shift += 7
      }
      throw DamagedText()
    }
    func count() throws(DamagedText) -> Int {
      let count = try number()
      // Every member and every origin takes a byte at least.
      guard count >= 0, count <= bytes.count else { throw DamagedText() }
      return Int(count)
    }
    var members: [Listing.Member] = []
    var entity: Int64 = 0
    var last = CellOrigin()
    let total = try count()
    members.reserveCapacity(total)
    for _ in 0..<total {
      entity &+= try number()
      var origins: [CellOrigin] = []
      for _ in 0..<(try count()) {
        last.source &+= try number()
        last.row &+= try number()
        last.column &+= try number()
        origins.append(last)
      }
      members.append(Listing.Member(entity: entity, origins: origins))
    }
    guard position == bytes.count else { throw DamagedText() }
    return members
  }
}
