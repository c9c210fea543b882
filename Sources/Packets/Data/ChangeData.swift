import Forms
import Records

/// The order of a school's majors in 附件3: by code where it is known, then by pinyin (notice,
/// 附件3, note 3: 按专业分类排序).
struct MajorRanks: Sendable {
  private var ranks: [ByteKey: Int] = [:]

  init(_ school: School) {
    var codes: [ByteKey: String] = [:]
    for major in school.majors where !major[MajorField.code].isEmpty {
      codes[ByteKey(major[MajorField.name])] = major[MajorField.code]
    }
    for graduate in school.graduates where !graduate[GraduateField.majorCode].isEmpty {
      let key = ByteKey(graduate[GraduateField.major])
      if codes[key] == nil { codes[key] = graduate[GraduateField.majorCode] }
    }
    let majors = Set(school.changes.map { ByteKey($0[ChangeField.major]) })
    let order = PinyinOrder()
    let sorted = majors.map { major -> (code: String, pinyin: [UInt8], major: ByteKey) in
      (codes[major] ?? "", order.key(for: major.text), major)
    }.sorted { left, right in
      if left.code.isEmpty != right.code.isEmpty { return right.code.isEmpty }
      if left.code != right.code { return left.code < right.code }
      if left.pinyin != right.pinyin { return left.pinyin.lexicographicallyPrecedes(right.pinyin) }
      return left.major.text.utf8.lexicographicallyPrecedes(right.major.text.utf8)
    }
    for (rank, entry) in sorted.enumerated() { ranks[entry.major] = rank }
  }

  /// The rank of a major, from 0.
  subscript(major: String) -> Int { ranks[ByteKey(major)] ?? ranks.count }
}

extension SeasonEntities {
  /// A row of 附件3 with its sort keys.
  static func change(_ record: Record, index: Int, ranks: MajorRanks) -> Entity {
    let derived = ContiguousArray(ChangeValue.self) { value in
      switch value {
      case .majorOrder: String(ranks[record[ChangeField.major]])
      case .kindOrder:
        String(StatusChangeKind(record[ChangeField.kind])?.rawValue ?? StatusChangeKind.count)
      }
    }
    return entity(.change, record, index: index, derived: derived)
  }
}
