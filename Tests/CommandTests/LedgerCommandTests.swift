import Foundation
import Ledger
import Records
import Testing

@Suite("The ledger at the command line")
struct LedgerCommandTests {
  private static let day = ["--today", "2023-07-01"]
  private let folder: String
  private let ledger: String

  init() throws {
    folder = try Program.temporaryFolder()
    ledger = "\(folder)/季.yanyin"
  }

  private func add(_ inputs: [String], _ options: [String] = []) throws -> Program.Outcome {
    try Program.run(["import"] + inputs + ["--ledger", ledger] + Self.day + options)
  }

  private func write(_ text: String, to name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private static let school = """
    学校名称,学校类型,所属市,联系人,手机号码,学校地址
    南宁市示例学校,市县学校,南宁市,韦春燕,15400000001,南宁市示例路1号

    """

  private func roster(_ name: String, number: String = "450000200503150028") -> String {
    """
    姓名,性别,身份证号码,专业名称,年级,学制,操行,毕(结)业
    \(name),女,\(number),护理,2020级,3年,良好,毕业

    """
  }

  @Test("a season from the ledger gives the bytes that its files give")
  func sameBytes() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let formats = ["--formats", "pdf,html,xml,xlsx", "--no-progress"] + Self.day
    #expect(try add(["Examples"]).status == 0)
    #expect(
      try Program.run(["packet", "Examples", "--out", "\(folder)/files"] + formats).status == 0
    )
    #expect(try Program.run(["packet", ledger, "--out", "\(folder)/ledger"] + formats).status == 0)
    let files = try Program.files(in: "\(folder)/files")
    #expect(files.count > 60)
    #expect(try Program.files(in: "\(folder)/ledger") == files)
    // Nothing but the ledger is left, and nobody else may read it.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == ["files", "ledger", "季.yanyin"])
    let attributes = try FileManager.default.attributesOfItem(atPath: ledger)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test("a ledger among files: equal rows are one, and the bytes are the same")
  func mixed() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try add(["Examples"]).status == 0)
    let options = ["--no-progress"] + Self.day
    let alone = try Program.run(["packet", ledger, "--out", "\(folder)/alone"] + options)
    let mixed = try Program.run(
      ["packet", ledger, "Examples", "--out", "\(folder)/mixed"] + options
    )
    #expect(alone.status == 0)
    #expect(mixed.status == 0)
    #expect(mixed.errors.contains("I063"))
    #expect(
      try Program.files(in: "\(folder)/mixed") == Program.files(in: "\(folder)/alone")
    )
  }

  @Test("differences end with 1 and change nothing; accepted, they are in the next packet")
  func differences() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let school = try write(Self.school, to: "学校.csv")
    #expect(try add([school, try write(roster("韦小秀"), to: "毕业生.csv")]).status == 0)
    let again = try add([school, "\(folder)/毕业生.csv"])
    #expect(again.status == 0)
    #expect(again.output.contains("没有变化"))
    // The roster alone: the ledger knows the school.
    let roll = try write(roster("韦晓秀"), to: "新名册.csv")
    let refused = try add([roll])
    #expect(refused.status == 1)
    #expect(refused.output.contains("姓名 “韦小秀” → “韦晓秀”"))
    #expect(refused.output.contains("450000********0028"))
    #expect(!refused.output.contains("450000200503150028"))
    #expect(refused.output.contains("--accept"))
    #expect(try SeasonLedger(reading: ledger).lastRevision() == 1)
    let accepted = try add([roll], ["--accept", "--by", "韦主任", "--reason", "系统更正"])
    #expect(accepted.status == 0)
    let graduates = try SeasonLedger(reading: ledger).season(schema: .builtIn).season.schools[0]
      .graduates
    #expect(graduates.map { $0[GraduateField.name] } == ["韦晓秀"])
  }

  @Test("what is found in a corrected value names the row of 更正 that it comes from")
  func correctedValue() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let school = try write(Self.school, to: "学校.csv")
    #expect(try add([school, try write(roster("韦小秀"), to: "毕业生.csv")]).status == 0)
    let sheet = try write(
      "身份证号码,项目,原值,新值,原因\n450000200503150028,姓名,韦小秀,韦,录入错误\n",
      to: "更正.csv"
    )
    #expect(try Program.run(["correct", ledger, sheet, "--by", "覃老师"] + Self.day).status == 0)
    let found = try Program.run(["check", ledger] + Self.day).output
    let lines = found.split(separator: "\n")
    let index = try #require(lines.firstIndex { $0.contains("[R125]") }, "\(found)")
    #expect(lines[index].hasPrefix("\(folder)/毕业生.csv:2:1（姓名）"))
    #expect(lines[index + 1].contains("\(sheet):2:4（新值）: 值已由“更正”表的这一行更正"))
  }

  @Test(
    "a column that packet.xml gained later is told until the files are imported again",
    arguments: [true, false]
  )
  func laterColumn(isRequired: Bool) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let roll = roster("韦小秀").replacing("毕业\n", with: "毕业,壮族\n")
      .replacing("毕(结)业\n", with: "毕(结)业,民族\n")
    let inputs = [try write(Self.school, to: "学校.csv"), try write(roll, to: "毕业生.csv")]
    #expect(try add(inputs).status == 0)
    let templates = "\(folder)/templates"
    try FileManager.default.createDirectory(
      atPath: templates,
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(
      atPath: "\(Program.root)/Templates/2023",
      toPath: "\(templates)/2023"
    )
    let path = "\(templates)/2023/packet.xml"
    let packet = try String(contentsOfFile: path, encoding: .utf8)
    let field =
      "<field table=\"毕业生\" name=\"民族\" id=\"nation\" required=\"\(isRequired ? "yes" : "no")\"/>"
    try packet.replacing("</packet>", with: "  \(field)\n</packet>")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let own = ["--templates", templates]
    let check = ["check", ledger] + Self.day + own
    let found = try Program.run(check)
    #expect(found.status == (isRequired ? 1 : 0))
    #expect(found.output.contains(isRequired ? "错误: 台账导入时还没有“民族”这一栏" : "警告: 台账导入时还没有“民族”这一栏"))
    #expect(found.output.components(separatedBy: "[I033]").count == 2)
    #expect(try add(inputs, ["--accept"] + own).status == 0)
    let again = try Program.run(check)
    #expect(again.status == 0)
    #expect(!again.output.contains("I033"))
  }

  @Test("a new value that no font can draw is refused with all other rows")
  func undrawable() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let school = try write(Self.school, to: "学校.csv")
    #expect(try add([school, try write(roster("韦小秀"), to: "毕业生.csv")]).status == 0)
    let number = "450000200503150028"
    let rows = "身份证号码,项目,原值,新值,原因\n\(number),操行,良好,优秀,录入错误\n"
    let name = "\(number),姓名,韦小秀,韦小"
    let sheet = try write(rows + name + "\u{E000},录入错误\n", to: "更正.csv")
    let correct = ["correct", ledger, sheet, "--by", "覃老师"] + Self.day
    let refused = try Program.run(correct)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("更正.csv:3:4（新值）: 错误: "))
    #expect(refused.errors.contains("(U+E000)"))
    #expect(refused.errors.contains("[C013]"))
    #expect(try SeasonLedger(reading: ledger).lastRevision() == 1)
    _ = try write(rows + name + "𬭎,录入错误\n", to: "更正.csv")
    #expect(try Program.run(correct).status == 0)
    let wrong = try Program.run(correct + ["--fonts", "\(folder)/没有"])
    #expect(wrong.status == 66)
    #expect(wrong.errors.contains("[F001]"))
  }

  @Test("a correction is in the history and in the next packet, which prints again what changed")
  func correction() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let school = try write(Self.school, to: "学校.csv")
    let roll = try write(roster("韦小秀"), to: "毕业生.csv")
    #expect(try add([school, roll], ["--by", "韦主任"]).status == 0)
    let out = "\(folder)/out"
    let packet = ["packet", ledger, "--out", out, "--no-progress"] + Self.day
    #expect(try Program.run(packet).status == 0)
    #expect(try Program.run(["printed", out] + Self.day).status == 0)
    let number = "450000200503150028"
    let wrong = try write(
      "身份证号码,项目,原值,新值,原因\n\(number),姓名,韦大秀,韦晓秀,录入错误\n",
      to: "更正.csv"
    )
    let correct = ["correct", ledger, wrong, "--by", "覃老师"] + Self.day
    let refused = try Program.run(correct)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("C012"))
    #expect(refused.errors.contains("更正.csv:2:3（原值）"))
    _ = try write(
      "身份证号码,项目,原值,新值,原因\n\(number),姓名,韦小秀,韦晓秀,录入错误\n",
      to: "更正.csv"
    )
    let applied = try Program.run(correct)
    #expect(applied.status == 0, "\(applied.errors)")
    #expect(applied.output.contains("450000********0028"))
    #expect(!applied.output.contains(number))
    let history = try Program.run(["history", ledger, "--id", number])
    #expect(history.status == 0)
    #expect(history.output.contains("第2版 2023-07-01 更正 覃老师"))
    #expect(history.output.contains("姓名 “韦小秀” → “韦晓秀”（原因：录入错误）"))
    #expect(!history.output.contains(number))
    let unmasked = try Program.run(["history", ledger, "--id", number, "--unmasked"])
    #expect(unmasked.output.contains(number))
    #expect(
      try Program.run(["history", ledger, "--school", "南宁市示例学校"]).output.contains("韦晓秀")
    )
    let season = try Program.run(["history", ledger]).output
    #expect(season.contains("SHA-256"))
    #expect(season.contains("更正.csv"))
    #expect(try Program.run(packet).status == 0)
    let slip = try Program.tool("pdftotext", ["-raw", "\(out)/更正单.pdf", "-"]).output
    #expect(slip.contains("录入错误"))
    #expect(slip.contains("覃老师"))
    let lists = "\(out)/补打清单.pdf"
    #expect(FileManager.default.fileExists(atPath: lists))
    // All but the reprint files is what the corrected data gives from nothing.
    let clean = "\(folder)/clean"
    _ = try write(roster("韦晓秀"), to: "毕业生.csv")
    let again = ["packet", school, roll, "--out", clean, "--no-progress"] + Self.day
    #expect(try Program.run(again).status == 0)
    func documents(_ folder: String) throws -> [String: Data] {
      try Program.files(in: folder).filter {
        !$0.key.hasPrefix(".") && !$0.key.hasPrefix("补打") && !$0.key.hasPrefix("更正单")
      }
    }
    #expect(try documents(out) == documents(clean))
  }

  @Test("a ledger is no file to import or to take corrections from; it is told and not read")
  func ledgerAsFile() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let school = try write(Self.school, to: "学校.csv")
    #expect(try add([school, try write(roster("韦小秀"), to: "毕业生.csv")]).status == 0)
    let other = "\(folder)/另一季.yanyin"
    for arguments in [
      ["import", ledger, "--ledger", other], ["import", school, ledger, "--ledger", ledger],
      ["correct", ledger, ledger, "--by", "覃老师"],
    ] {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 66)
      #expect(outcome.errors.contains("季.yanyin：是台账"))
    }
    #expect(!SeasonLedger.exists(other))
    #expect(try SeasonLedger(reading: ledger).lastRevision() == 1)
  }

  @Test("a number is asked for as people write it")
  func historyNumber() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let school = try write(Self.school, to: "学校.csv")
    let roll = try write(
      roster("韦大山", number: "45000020050315001X").replacing("女", with: "男"),
      to: "毕业生.csv"
    )
    #expect(try add([school, roll]).status == 0)
    for number in ["45000020050315001X", "45000020050315001x", " 450000 20050315 001x"] {
      let history = try Program.run(["history", ledger, "--id", number])
      #expect(history.output.contains("韦大山"), "\(number)")
    }
  }

  @Test("a correction of a status change is refused with the way to go")
  func statusChange() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try add(["Examples"]).status == 0)
    let file = try write(
      "表,身份证号码,项目,原值,新值,原因\n异动,450000200503150028,异动后,a,b,错\n",
      to: "更正.csv"
    )
    let outcome = try Program.run(["correct", ledger, file, "--by", "覃老师"] + Self.day)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("C001"))
    #expect(outcome.errors.contains("import"))
    #expect(try SeasonLedger(reading: ledger).lastRevision() == 1)
  }

  @Test("files of which rows were not read change nothing")
  func losses() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let school = try write(Self.school, to: "学校.csv")
    let faulty = roster("韦小秀").replacing(",操行", with: ",别的")
    let outcome = try add([school, try write(faulty, to: "毕业生.csv")])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("I022"))
    #expect(outcome.errors.contains("没有导入"))
    #expect(!FileManager.default.fileExists(atPath: ledger))
  }

  @Test("a number that Excel has destroyed stays an error in the ledger")
  func readingErrors() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let json = """
      {"学校":[{"学校名称":"南宁市示例学校","学校类型":"市县学校","所属市":"南宁市","联系人":"韦春燕",
      "手机号码":"15400000001","学校地址":"示例路1号"}],
      "毕业生":[{"姓名":"韦秀","性别":"女","身份证号码":450000200503150028,"专业名称":"护理",
      "年级":"2020级","学制":"3年","操行":"良好","毕(结)业":"毕业"}]}
      """
    #expect(try add([try write(json, to: "数据.json")]).status == 0)
    let check = try Program.run(["check", ledger] + Self.day)
    #expect(check.status == 1)
    #expect(check.output.contains("I042"))
    #expect(check.output.contains("数据.json"))
  }

  @Test("what is no ledger, damaged or missing ends with 66 and is not touched")
  func statuses() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try Program.run(["check", ledger]).status == 66)
    let text = "这不是台账"
    _ = try write(text, to: "季.yanyin")
    for arguments in [["check", ledger], ["import", "Examples", "--ledger", ledger]] {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 66)
      #expect(outcome.errors.contains("不是本程序的台账"))
    }
    #expect(try String(contentsOfFile: ledger, encoding: .utf8) == text)
    try FileManager.default.removeItem(atPath: ledger)
    #expect(try add(["Examples"]).status == 0)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: ledger))
    // Every page but the first: whatever is read is broken.
    bytes.replaceSubrange(
      16384..<bytes.count,
      with: Data(repeating: 0x5A, count: bytes.count - 16384)
    )
    try bytes.write(to: URL(fileURLWithPath: ledger))
    let outcome = try Program.run(["packet", ledger, "--out", "\(folder)/out"])
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("台账已损坏"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: ledger)) == bytes)
    #expect(
      try Program.run(["import", "Examples", "--ledger", "/proc/季.yanyin"]).status == 73
    )
  }

  /// A roster of many people.
  private func longRoster(_ count: Int, major: String) throws -> String {
    var rows = ["姓名,性别,身份证号码,专业名称,年级,学制,操行,毕(结)业"]
    for index in 0..<count {
      rows.append(
        "韦秀,女,45000020\(String(10_000_000 + index).dropFirst(0))28,\(major),2020级,3年,良好,毕业"
      )
    }
    return try write(rows.joined(separator: "\n") + "\n", to: "\(major).csv")
  }

  @Test("killed at any moment, a ledger is left at a whole revision")
  func killed() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let school = try write(Self.school, to: "学校.csv")
    let first = try longRoster(4000, major: "护理")
    let second = try longRoster(3000, major: "会计")
    let start = ContinuousClock.now
    #expect(try add([school, first]).status == 0)
    let whole = ContinuousClock.now - start
    var left: [Int: Int] = [:]
    for step in 0..<16 {
      let (inputs, expected) =
        step % 2 == 0 ? ([school, first], 4000) : ([second], 3000)
      if step % 2 == 0 {
        for ending in ["", "-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: ledger + ending)
        }
      } else if !SeasonLedger.exists(ledger) {
        #expect(try add([school, first]).status == 0)
      }
      try Program.kill(
        ["import"] + inputs + ["--ledger", ledger, "--accept"] + Self.day,
        after: whole * (step / 2 + 1) / 9
      )
      guard SeasonLedger.exists(ledger) else { continue }
      let ledger = try SeasonLedger(writing: ledger)
      let revision = try ledger.lastRevision()
      left[revision, default: 0] += 1
      guard revision > 0 else { continue }
      let season = try ledger.season(schema: .builtIn).season
      let count = season.schools[0].graduates.count
      #expect(count == 4000 || revision == 2 && count == expected)
      #expect(try ledger.season(schema: .builtIn, revision: 1).season.schools.count == 1)
    }
    // Whatever was left behind, the next import goes through.
    #expect(try add([school, first], ["--accept"]).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!names.contains { $0.hasSuffix("-wal") })
  }

  @Test(
    "imports at once wait for one another, each is a whole revision, and nobody disturbs readers",
    arguments: [false, true]
  )
  func together(isThere: Bool) async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let school = try write(Self.school, to: "学校.csv")
    if isThere { #expect(try add([school, try longRoster(900, major: "机电")]).status == 0) }
    let rosters = [
      try longRoster(2000, major: "护理"), try longRoster(1500, major: "会计"),
      try longRoster(1200, major: "电商"),
    ]
    let faults: [String] = try await withThrowingTaskGroup(of: String.self) { group in
      for roster in rosters {
        group.addTask {
          let outcome = try add([school, roster], ["--accept"])
          return outcome.status == 0 ? "" : "\(outcome.status) \(outcome.errors)"
        }
        guard isThere else { continue }
        group.addTask {
          let outcome = try Program.run(["history", ledger])
          return outcome.status == 0 ? "" : "\(outcome.status) \(outcome.errors)"
        }
      }
      return try await group.reduce(into: [String]()) { if !$1.isEmpty { $0.append($1) } }
    }
    #expect(faults == [])
    let kept = try SeasonLedger(reading: ledger)
    let last = try kept.lastRevision()
    #expect(last == (isThere ? 4 : 3))
    let counts = try (1...last).map { revision in
      try kept.season(schema: .builtIn, revision: revision).season.schools[0].graduates.count
    }
    #expect(counts.sorted() == (isThere ? [900] : []) + [1200, 1500, 2000])
  }
}
