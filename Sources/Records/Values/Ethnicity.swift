/// The names of ethnic groups (GB/T 3304), for the column 民族 that `packet.xml` may add.
enum Ethnicity {
  /// What a text of the column is.
  enum Reading: Hashable {
    /// A name of the standard, with or without 族, or its number.
    case known
    /// A name that is no longer used; today's.
    case former(String)
    /// Anything else.
    case unknown
  }

  static func reading(_ text: String) -> Reading {
    readings[TextKey(text)] ?? .unknown
  }

  private static let readings: [TextKey: Reading] = {
    var readings: [TextKey: Reading] = [:]
    for (index, name) in names.enumerated() {
      readings[TextKey(name)] = .known
      readings[TextKey(name.hasSuffix("族") ? name : name + "族")] = .known
      readings[TextKey(index < 9 ? "0\(index + 1)" : "\(index + 1)")] = .known
    }
    for word in ["其他", "外国血统中国籍人士", "97", "98"] { readings[TextKey(word)] = .known }
    for (former, today) in [("毛难", "毛南"), ("崩龙", "德昂")] {
      readings[TextKey(former)] = .former(today)
      readings[TextKey(former + "族")] = .former(today + "族")
    }
    return readings
  }()

  /// In the order of their numbers, 01 to 56.
  private static let names = [
    "汉", "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼", "哈萨克",
    "傣", "黎", "傈僳", "佤", "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔", "仫佬", "羌",
    "布朗", "撒拉", "毛南", "仡佬", "锡伯", "阿昌", "普米", "塔吉克", "怒", "乌孜别克", "俄罗斯", "鄂温克", "德昂", "保安",
    "裕固", "京", "塔塔尔", "独龙", "鄂伦春", "赫哲", "门巴", "珞巴", "基诺",
  ]
}
