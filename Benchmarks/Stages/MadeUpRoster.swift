internal import DocumentModel
internal import Exchange

/// A school and its roster, made up from a seed: the columns of the list of `Benchmarks/Templates`.
struct MadeUpRoster {
  private var generator: SplitMix
  private(set) var rows: [[String]] = []

  static let school = "南宁市示例职业技术学校"
  static let headings = [
    "学校名称", "年级", "学制", "毕(结)业", "姓名", "性别", "身份证号码", "专业名称", "入学年月", "语文", "数学", "英语",
    "计算机应用基础", "职业道德与法律", "经济政治与社会", "体育与健康", "专业技能综合实训", "操行", "资格审核意见", "毕业证书编号",
    "备注",
  ]

  private static let surnames = Array("韦覃黄李陆农蒙梁莫罗蓝陈王张刘杨周吴何廖谭卢潘邓苏甘石岑凌闭")
  private static let givenNames = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰志文海燕春雪梅建国")
  private static let majors = [
    "计算机应用", "汽车运用与维修", "会计电算化", "学前教育", "电子商务", "数控技术应用", "旅游服务与管理", "护理",
  ]
  private static let remarks = ["补考合格", "转专业", "休学一年后复学", "技能大赛获奖"]

  /// The students of a seed.
  init(students: Int, seed: UInt64) {
    generator = SplitMix(state: seed)
    rows.reserveCapacity(students)
    for number in 0..<students { rows.append(student(number)) }
  }

  private mutating func student(_ number: Int) -> [String] {
    let isMale = next(2) == 0
    var name = String(one(of: MadeUpRoster.surnames))
    for _ in 0..<(next(100) < 82 ? 2 : 1) { name.append(one(of: MadeUpRoster.givenNames)) }
    var row = [
      MadeUpRoster.school, "2020级", "3年", "毕业", name, isMale ? "男" : "女",
      identityNumber(number, isMale: isMale), one(of: MadeUpRoster.majors), "2020年9月",
    ]
    for _ in 0..<8 { row.append(String(60 + next(40))) }
    let serial = String(String(1_000_000 + number).dropFirst())
    row += [
      one(of: ["优秀", "良好", "合格"]), "准予毕业", "4501A2023\(serial)",
      next(100) < 6 ? one(of: MadeUpRoster.remarks) : "",
    ]
    return row
  }

  /// A number of an area that does not exist, each once: the day and the serial say which student.
  private func identityNumber(_ number: Int, isMale: Bool) -> String {
    let day = number / 499
    let date = 20_030_000 + (day / 336) * 10_000 + (day / 28 % 12 + 1) * 100 + day % 28 + 1
    let serial = number % 499 * 2 + (isMale ? 1 : 0)
    let body = "450000\(date)" + String(String(1000 + serial).dropFirst())
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return body + String(Array("10X98765432")[sum % 11])
  }

  private mutating func next(_ bound: Int) -> Int {
    Int(generator.next() % UInt64(bound))
  }

  private mutating func one<Element>(of list: [Element]) -> Element {
    list[next(list.count)]
  }

  /// The roster as a clerk's CSV file.
  var delimited: [UInt8] {
    let lines = ([MadeUpRoster.headings] + rows).map { $0.joined(separator: ",") }
    return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  /// The roster as a table, for a workbook.
  var form: FilledForm {
    let style = TextStyle(face: .song, size: .points(10))
    @Sendable func cells(_ texts: [String]) -> Row {
      Row(cells: ContiguousArray(texts.map { Cell(.value(Value(text: $0))) }))
    }
    let rows = self.rows
    let table = Table(
      columns: MadeUpRoster.headings.map { _ in
        Column(width: .fixed(.millimetres(20)), style: style)
      },
      head: [cells(MadeUpRoster.headings)],
      rows: Lazy(count: rows.count) { cells(rows[$0]) },
      rowHeight: .points(18)
    )
    return FilledForm(
      id: "roster",
      title: "毕业生",
      sheet: Sheet(
        paper: "A4",
        width: .millimetres(210),
        height: .millimetres(297),
        margins: Sheet.Margins(top: .zero, right: .zero, bottom: .zero, left: .zero)
      ),
      header: [],
      footer: nil,
      sections: Lazy([FilledForm.Section(blocks: [.table(table)])])
    )
  }

  /// The table 学校 with the one school.
  static var schools: [UInt8] {
    let headings = "学校名称,学校类型,所属市,隶属,联系人,手机号码,学校地址"
    let row = "\(school),市县学校,南宁市,市属,韦春燕,15400000001,南宁市示例路1号"
    return Array("\(headings)\r\n\(row)\r\n".utf8)
  }
}

/// A generator of random numbers that gives the same ones on every machine (Steele, Lea and Flood,
/// OOPSLA 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Files that exist only in memory, by name.
struct MemoryFiles: InputFileSystem {
  var files: [String: [UInt8]]

  func kind(of path: String) -> InputKind? { files[path] == nil ? nil : .file }

  func names(in folder: String) -> [String] { [] }

  func bytes(of file: String, limit: Int) throws(InputFailure) -> [UInt8] {
    guard let bytes = files[file] else { throw InputFailure(path: file, reason: "文件不存在。") }
    return bytes
  }
}
