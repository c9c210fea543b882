import Forms
import Records

extension SeasonEntities {
  /// A row of 附件3 with its sort keys: the major's rank (notice, 附件3, note 3: 按专业分类排序) and the
  /// kind's place in the notice.
  static func change(_ record: Record, index: Int, majors: MajorOrder) -> Entity {
    let derived = ContiguousArray(ChangeValue.self) { value in
      switch value {
      case .majorOrder: String(majors.rank(of: record[ChangeField.major]))
      case .kindOrder: String(kindRank(record[ChangeField.kind]))
      }
    }
    return entity(.change, record, index: index, derived: derived)
  }

  private static func kindRank(_ text: String) -> Int {
    switch ChangeKindReading(text) {
    case .listed(let kind, _): kind.rawValue
    case .unlisted, .unknown: StatusChangeKind.allCases.count
    }
  }
}
