/// The nine kinds of status changes of annex 3, in the notice's order.
package enum StatusChangeKind: Int, CaseIterable, Comparable, Sendable {
  /// 姓名变更.
  case name
  /// 性别变更.
  case sex
  /// 身份证号码变更.
  case idNumber
  /// 学制变更.
  case years
  /// 复学.
  case resumption
  /// 留级.
  case repetition
  /// 转出.
  case transferOut
  /// 转入.
  case transferIn
  /// 调专业.
  case major

  /// The notice's word.
  package var title: String {
    switch self {
    case .name: "姓名变更"
    case .sex: "性别变更"
    case .idNumber: "身份证号码变更"
    case .years: "学制变更"
    case .resumption: "复学"
    case .repetition: "留级"
    case .transferOut: "转出"
    case .transferIn: "转入"
    case .major: "调专业"
    }
  }

  /// Other words for the same kind.
  package var synonyms: [String] {
    switch self {
    case .name: ["姓名", "改名", "更名", "姓名更改", "姓名修改", "变更姓名"]
    case .sex: ["性别", "性别更改", "性别修改", "变更性别"]
    case .idNumber:
      [
        "身份证号码", "身份证号", "身份证", "身份证变更", "身份证号变更", "身份证件号变更", "证件号码变更",
        "身份证号码修改", "变更身份证号码",
      ]
    case .years: ["学制", "学制更改", "学制修改", "变更学制"]
    case .resumption: ["休学复学", "休学后复学", "恢复学籍"]
    case .repetition: ["降级", "留降级"]
    case .transferOut: ["转学转出", "转学(转出)", "转学（转出）", "转学出", "转校转出"]
    case .transferIn: ["转学转入", "转学(转入)", "转学（转入）", "转学入", "转校转入"]
    case .major: ["转专业", "专业变更", "调整专业", "专业调整", "变更专业", "更换专业"]
    }
  }

  /// Whether somebody of this kind may lack scores of the major, or have those of another one.
  package var explainsScores: Bool {
    switch self {
    case .transferIn, .resumption, .major: true
    default: false
    }
  }

  package static func < (left: StatusChangeKind, right: StatusChangeKind) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What the text of 异动类型 means.
package enum ChangeKindReading: Hashable, Sendable {
  /// One of the nine; `isExact` is false for another word for it.
  case listed(StatusChangeKind, isExact: Bool)
  /// A kind that the registry has and the notice does not list: 休学, 退学 ….
  case unlisted(String)
  /// A word that nobody knows.
  case unknown(String)

  /// Reads the text of a field.
  package init(_ text: String) {
    let key = TextKey(text)
    if let (kind, isExact) = ChangeKindReading.listed[key] {
      self = .listed(kind, isExact: isExact)
    } else if ChangeKindReading.unlisted.contains(key) {
      self = .unlisted(text)
    } else {
      self = .unknown(text)
    }
  }

  private static let listed: [TextKey: (StatusChangeKind, Bool)] = {
    var kinds: [TextKey: (StatusChangeKind, Bool)] = [:]
    for kind in StatusChangeKind.allCases {
      kinds[TextKey(kind.title)] = (kind, true)
      for synonym in kind.synonyms { kinds[TextKey(synonym)] = (kind, false) }
    }
    return kinds
  }()

  private static let unlisted = Set(
    [
      "休学", "退学", "开除", "开除学籍", "死亡", "辍学", "失踪", "跳级", "升级", "调班", "转班", "参军", "入伍",
      "保留学籍", "取消学籍", "注销学籍", "毕业", "结业", "肄业", "出国", "招生", "入学", "学籍注册", "自动退学",
      "勒令退学", "其他变更", "民族变更", "出生日期变更", "班级变更", "年级变更",
    ].map { TextKey($0) }
  )
}
