internal import Records

/// The bytes of hashes, eight each, the lowest first.
enum KeyBytes {
  static func bytes(of keys: [UInt64]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(keys.count * 8)
    for key in keys {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: key >> shift))
      }
    }
    return bytes
  }

  static func keys(of bytes: [UInt8]) throws(DamagedText) -> [UInt64] {
    guard bytes.count % 8 == 0 else { throw DamagedText() }
    var keys: [UInt64] = []
    keys.reserveCapacity(bytes.count / 8)
    for start in stride(from: 0, to: bytes.count, by: 8) {
      var key: UInt64 = 0
      for offset in 0..<8 { key |= UInt64(bytes[start + offset]) << UInt64(offset * 8) }
      keys.append(key)
    }
    return keys
  }
}

extension RecordText {
  /// The keys that records share with those of other schools, in the order of the records.
  func sharedKeys(
    of texts: some Sequence<String>,
    in table: TableKind
  ) throws(DamagedText) -> [UInt64] {
    guard table == .graduate || table == .enrolment else { return [] }
    var keys: [UInt64] = []
    for text in texts { keys += SharedKeys.keys(of: try values(of: text).values, in: table) }
    return keys
  }
}
