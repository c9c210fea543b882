/// The order of the majors of a school (notice, annex 3: 按专业分类排序).
///
/// By major code where one is known, from 专业情况 or the roll; majors without a code follow in
/// pinyin order.
package struct MajorOrder: Sendable {
  /// The majors that the school's tables name, in order.
  package let majors: [String]
  private let ranks: [TextKey: Int]

  /// The order of the majors of 专业情况, 毕业生 and 异动.
  package init(_ school: School, pinyin: CollationOrder) {
    var names: [String] = []
    var codes: [TextKey: String] = [:]
    func add(_ name: String, _ code: String) {
      if name.isEmpty { return }
      let key = TextKey(name)
      if let known = codes[key] {
        if known.isEmpty { codes[key] = code }
      } else {
        codes[key] = code
        names.append(name)
      }
    }
    for record in school.majors { add(record[MajorField.name], record[MajorField.code]) }
    for record in school.graduates {
      add(record[GraduateField.major], record[GraduateField.majorCode])
    }
    for record in school.changes { add(record[ChangeField.major], "") }

    let keys = names.map { name in
      let code = codes[TextKey(name)] ?? ""
      let start: [UInt8] = code.isEmpty ? [1] : [0] + Array(code.utf8) + [0]
      return start + pinyin.key(of: name)
    }
    let order = names.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    majors = order.map { names[$0] }
    ranks = Dictionary(
      order.enumerated().map { (TextKey(names[$0.element]), $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The place of a major, from 0; majors that the school does not name come last.
  package func rank(of major: String) -> Int {
    ranks[TextKey(major)] ?? majors.count
  }
}
