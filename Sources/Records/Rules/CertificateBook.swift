/// The certificate numbers of a season, and which of them stand more than once.
struct CertificateBook {
  /// Who has a number: indices of the school and of its graduate.
  struct Holder {
    var school: Int
    var record: Int
  }

  /// The holders of each number that stands more than once, in the order of the season.
  let repetitions: [[Holder]]

  init(_ season: Season) {
    var numbers: [(key: UInt64, position: UInt64)] = []
    var others: [TextKey: [Holder]] = [:]
    for (school, tables) in season.schools.enumerated() {
      for record in tables.graduates.indices {
        let number = tables.graduates[record][GraduateField.certificate]
        if number.isEmpty { continue }
        if let key = CertificateBook.key(of: number) {
          numbers.append((key, UInt64(school) << 32 | UInt64(record)))
        } else {
          others[TextKey(number), default: []].append(Holder(school: school, record: record))
        }
      }
    }
    // Numbers mostly come in order, which sorting finds out in one pass.
    numbers.sort { ($0.key, $0.position) < ($1.key, $1.position) }
    var groups = others.values.filter { $0.count > 1 }
    var start = 0
    for index in numbers.indices.dropFirst() where numbers[index].key != numbers[start].key {
      if index - start > 1 { groups.append(CertificateBook.holders(numbers[start..<index])) }
      start = index
    }
    if numbers.count - start > 1 { groups.append(CertificateBook.holders(numbers[start...])) }
    repetitions = groups.sorted {
      ($0[0].school, $0[0].record) < ($1[0].school, $1[0].record)
    }
  }

  private static func holders(
    _ numbers: ArraySlice<(key: UInt64, position: UInt64)>
  ) -> [Holder] {
    numbers.map { Holder(school: Int($0.position >> 32), record: Int($0.position & 0xFFFF_FFFF)) }
  }

  /// Up to 17 digits and how many they are, in one word; nil for other numbers.
  private static func key(of number: String) -> UInt64? {
    let bytes = number.utf8.span
    guard bytes.count <= 17, let value = bytes.number(in: 0..<bytes.count) else { return nil }
    return UInt64(value) << 5 | UInt64(bytes.count)
  }
}
