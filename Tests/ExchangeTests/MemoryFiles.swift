import Diagnostics
import Exchange
import Records

/// Files that exist only in a test, by path.
struct MemoryFiles: InputFileSystem {
  var files: [String: [UInt8]]

  func kind(of path: String) -> InputKind? {
    if files[path] != nil { return .file }
    return files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
  }

  func names(in folder: String) -> [String] {
    let start = folder + "/"
    return Array(
      Set(
        files.keys.filter { $0.hasPrefix(start) }
          .map { String($0.dropFirst(start.count).split(separator: "/")[0]) }
      )
    )
  }

  func bytes(of file: String, limit: Int) throws(InputFailure) -> [UInt8] {
    guard let bytes = files[file] else { throw InputFailure(path: file, reason: "文件不存在。") }
    return bytes
  }
}

/// A season that a test reads.
struct Reading {
  var season: Season
  var findings: [Diagnostic]

  /// Reads texts by their names.
  init(_ texts: KeyValuePairs<String, String>) throws {
    try self.init(bytes: texts.map { ($0.key, Array($0.value.utf8)) })
  }

  /// Reads files by their names, in this order.
  init(
    bytes: [(String, [UInt8])],
    schema: RecordSchema = .builtIn,
    limits: ReadingLimits = ReadingLimits()
  ) throws {
    let files = MemoryFiles(files: Dictionary(uniqueKeysWithValues: bytes))
    let result = try InputLoader.load(
      paths: bytes.map(\.0),
      schema: schema,
      limits: limits,
      fileSystem: files
    )
    season = result.season
    findings = result.findings.diagnostics
  }

  /// The findings of a code.
  func findings(_ code: ReadingCode) -> [Diagnostic] {
    findings.filter { $0.code == code.rawValue }
  }

  /// The codes of all errors.
  var errors: [String] { findings.filter { $0.severity == .error }.map(\.code) }
}

/// Tables that tests share.
enum Sample {
  static let school = """
    学校名称,学校类型,所属市,联系人,手机号码,学校地址
    示范职业学校,市县学校,南宁市,李明,13800000001,示范路1号

    """
  static let rosterHead = "姓名,性别,身份证号码,专业名称,年级,学制,操行,毕(结)业"
  static let person = "韦小明,女,450000200503150028,护理,2020级,3年,优秀,毕业"
  static let roster = rosterHead + "\n" + person + "\n"
  static let changeHead = "姓名,身份证号码,性别,专业名称,年级,学制,异动前,异动后,异动时间,异动类型,审核状态"

  /// A roster of one person with one value replaced.
  static func roster(_ heading: String, _ value: String) -> String {
    let headings = rosterHead.split(separator: ",").map(String.init)
    var values = person.split(separator: ",").map(String.init)
    if let index = headings.firstIndex(of: heading) {
      values[index] = value
      return rosterHead + "\n" + values.joined(separator: ",") + "\n"
    }
    return "\(rosterHead),\(heading)\n\(person),\(value)\n"
  }
}
