import Foundation
import Packets
import TestTools
import Testing

@Suite("Bad input, through the program")
struct BadInputTests {
  /// An input file that cannot be read, and the code that says so.
  struct BadFile: Sendable, CustomTestStringConvertible {
    var what: String
    var name: String
    var code: String
    var words: [String] = []
    var status: Int32 = 66
    /// The bytes, or a Python program that writes the file of its first argument.
    var bytes: Data?
    var script: String?
    var testDescription: String { "\(code) \(what)" }

    init(
      _ code: String,
      _ what: String,
      _ name: String,
      text: String,
      words: [String] = [],
      status: Int32 = 66
    ) {
      self.init(code, what, name, bytes: Data(text.utf8), words: words, status: status)
    }

    init(
      _ code: String,
      _ what: String,
      _ name: String,
      bytes: Data? = nil,
      script: String? = nil,
      words: [String] = [],
      status: Int32 = 66
    ) {
      (self.what, self.name, self.code) = (what, name, code)
      (self.bytes, self.script, self.words, self.status) = (bytes, script, words, status)
    }

    func make(at path: String) throws {
      if let bytes { try bytes.write(to: URL(fileURLWithPath: path)) }
      if let script { #expect(try Tool.run("python3", ["-c", script, path]).status == 0) }
    }
  }

  private static let rosterHead = "姓名,性别,身份证号码,专业名称,年级,学制,操行,毕(结)业\n"
  private static let laughs = """
    <?xml version="1.0"?>
    <!DOCTYPE registration [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
    <registration>&d;</registration>
    """

  static let files: [BadFile] = [
    BadFile("I002", "no bytes", "空.csv", text: ""),
    BadFile("I002", "blanks only", "空.csv", text: " \n\n"),
    BadFile(
      "I003",
      "neither UTF-8 nor GB18030",
      "毕业生.csv",
      bytes: Data(Array("姓名,性别\n".utf8) + [0x41, 0xFF, 0xFF, 0x0A]),
      words: ["第2行", "0xFF"]
    ),
    BadFile(
      "I005",
      "an .xls that is cut off",
      "名册.xls",
      bytes: Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    ),
    BadFile("I004", "a PDF", "名册.pdf", text: "%PDF-1.7\n"),
    BadFile(
      "I005",
      "a zip that is cut off",
      "名册.xlsx",
      script: """
        import sys
        data = open("Examples/南宁市木棉职业技术学校.xlsx", "rb").read()
        open(sys.argv[1], "wb").write(data[:len(data) // 2])
        """
    ),
    BadFile(
      "I006",
      "a zip bomb",
      "名册.xlsx",
      script: """
        import sys, zipfile
        old = zipfile.ZipFile("Examples/广西红豆杉工业学校.xlsx")
        with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                data = old.read(name)
                if name.endswith("sheet1.xml"):
                    cut = data.index(b"<sheetData>") + 11
                    data = data[:cut] + b" " * (80 << 20) + data[cut:]
                new.writestr(name, data)
        """,
      words: ["压缩比"]
    ),
    BadFile(
      "I006",
      "a zip of 10,001 files",
      "名册.xlsx",
      script: """
        import sys, zipfile
        with zipfile.ZipFile(sys.argv[1], "w") as new:
            for number in range(10001):
                new.writestr(f"{number}.xml", b"")
        """,
      words: ["10001"]
    ),
    BadFile("I007", "billion laughs", "2-登记表.xml", text: laughs),
    BadFile(
      "I007",
      "an external entity",
      "2-登记表.xml",
      text: """
        <?xml version="1.0"?>
        <!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><registration>&x;</registration>
        """
    ),
    BadFile(
      "I007",
      "an external subset",
      "2-登记表.xml",
      text: "<!DOCTYPE r SYSTEM 'http://127.0.0.1:9/x.dtd'><registration/>"
    ),
    BadFile(
      "I007",
      "XML that never ends",
      "2-登记表.xml",
      text: "<yanyin form=\"registration\"><graduates>"
    ),
    BadFile("I008", "JSON that never ends", "数据.json", text: "{\"毕业生\": ["),
    BadFile(
      "I008",
      "JSON that nests too deep",
      "数据.json",
      text: String(repeating: "[", count: 100_000)
    ),
    BadFile("I009", "somebody else's XML", "数据.xml", text: "<order><item/></order>"),
    BadFile("I004", "a web page without a table", "数据.xls", text: "<html><body/></html>"),
    BadFile("I010", "a quote that never ends", "毕业生.csv", text: rosterHead + "\"韦秀,女\n"),
  ]

  @Test("an unreadable file ends the run with 66, its code and its name", arguments: files)
  func unreadable(file: BadFile) throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let path = "\(folder)/\(file.name)"
      try file.make(at: path)
      // Sound data beside it does not help.
      let sound = "\(folder)/数据甲.json"
      try SeasonFile.sample.write(to: sound)
      for command in ["packet", "check"] {
        let options = command == "packet" ? ["--out", "\(folder)/out"] : []
        let outcome = try Program.run(
          [command, sound, path, "--today", "2023-07-01"] + options
        )
        #expect(outcome.status == file.status, "\(outcome.errors)")
        let lines = outcome.errors.split(separator: "\n").filter { $0.contains("[\(file.code)]") }
        #expect(lines.contains { $0.contains(file.name) && $0.contains("错误") })
        for word in file.words { #expect(lines.contains { $0.contains(word) }, "\(word)") }
        #expect(!outcome.errors.contains("root:"), "the text of another file is shown")
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/out"))
      }
    }
  }

  @Test("paths that cannot be opened end the run with 66", arguments: ["没有.xlsx", "自指.xlsx"])
  func unopenable(name: String) throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let path = "\(folder)/\(name)"
      if name == "自指.xlsx" {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
      }
      let outcome = try Program.packet([path], to: "\(folder)/out")
      #expect(outcome.status == 66, "\(outcome.errors)")
      #expect(outcome.errors.contains(name))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/out"))
    }
  }

  @Test(
    "a file without the right to read it ends the run with 66",
    .enabled(if: getuid() != 0, "root reads everything")
  )
  func forbidden() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let path = "\(folder)/名册.csv"
      try Data("姓名\n".utf8).write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      #expect(try Program.packet([path], to: "\(folder)/out").status == 66)
    }
  }

  /// A table that is none, and what is said of it.
  struct BadTable: Sendable, CustomTestStringConvertible {
    var code: String
    var text: String
    var words: [String]
    var testDescription: String { code + " " + words.joined(separator: " ") }
  }

  @Test(
    "tables that are not what they should be name what is missing; nothing is made",
    arguments: [
      BadTable(code: "P105", text: rosterHead, words: ["没有“学校”表的数据行"]),
      BadTable(code: "I021", text: "月份,收入\n1,2\n", words: ["表头"]),
      BadTable(
        code: "I022",
        text: "姓名,身份证号码,性别,专业名称,年级,学制,异动类型\n韦秀,450000200503150028,女,护理,2020级,3年,复学\n",
        words: ["缺少", "异动后", "异动时间", "审核状态"]
      ),
    ]
  )
  func wrongTable(table: BadTable) throws {
    try Tool.withTemporaryFolder { (folder) throws in
      try Data(table.text.utf8).write(to: URL(fileURLWithPath: "\(folder)/表.csv"))
      let outcome = try Program.packet(["\(folder)/表.csv"], to: "\(folder)/out")
      #expect(outcome.status == 65, "\(outcome.errors)")
      let lines = outcome.errors.split(separator: "\n").filter { $0.contains("[\(table.code)]") }
      for word in table.words { #expect(lines.contains { $0.contains(word) }, "\(outcome.errors)") }
      #expect(try OutputFolder(path: "\(folder)/out").pdfs().isEmpty)
    }
  }

  @Test("an empty sheet in a workbook is said")
  func emptySheet() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let outcome = try Program.packet(
        ["Tests/ExchangeTests/Fixtures/empty.xlsx"],
        to: "\(folder)/out"
      )
      #expect(outcome.status == 65 || outcome.status == 66, "\(outcome.errors)")
      #expect(outcome.errors.contains("empty.xlsx"))
      #expect(outcome.errors.contains("错误"))
      #expect(try OutputFolder(path: "\(folder)/out").pdfs().isEmpty)
    }
  }

  @Test(
    "hostile names stay text, in drafts too",
    arguments: ["<script>alert(1)</script>", "../../韦秀", "韦&秀", "\"]]>"]
  )
  func hostileNames(name: String) throws {
    var season = SeasonFile.sample
    season.set("姓名", of: 0, to: name)
    try season.packet(["--draft", "--formats", "pdf,html,xml"]) { (run) throws in
      #expect(run.outcome.status == 0, "\(run.outcome.errors)")
      let path = "南宁市/南宁市示例学校/2-登记表-护理"
      #expect(try run.output.names().contains("\(path).pdf"))
      let html = String(decoding: try run.output.data("\(path).html"), as: UTF8.self)
      #expect(!html.contains("<script") && !html.contains("韦&秀"))
      let cells = try PageGrid.pages(of: run.output.pdf("\(path).pdf").path)
        .flatMap { $0.rows.joined() }
      #expect(cells.contains(name))
      let xml = try Tool.run(
        "xmllint",
        ["--nonet", "--xpath", "string(//graduate[1]/name)", "\(run.output.path)/\(path).xml"]
      )
      #expect(xml.output == name + "\n")
    }
  }

  @Test(
    "a character that XML cannot carry is a fault of its 册 and stops nothing else",
    arguments: [("姓名", "韦\u{7}秀", "I053"), ("备注", "补\u{FFFE}考", "F101")]
  )
  func forbiddenCharacters(heading: String, value: String, code: String) throws {
    var season = SeasonFile.sample
    season.set(heading, of: 0, to: value)
    for options in [[], ["--draft"]] {
      try season.packet(["--formats", "pdf,html,xml"] + options) { (run) throws in
        #expect(run.outcome.status == 1, "\(run.outcome.errors)")
        #expect(run.outcome.errors.contains("[\(code)]") || options == ["--draft"])
        #expect(try run.withheld() == ["registration 护理"])
        // 审核表 does not show the value, but its XML carries the record.
        let path = "\(run.output.path)/南宁市/南宁市示例学校/3-审核表.xml"
        #expect(try Tool.run("xmllint", ["--nonet", "--noout", path]).status == 0)
        #expect(try Program.run(["verify", run.output.path]).status == 0)
      }
    }
  }

  @Test("hostile names of schools, majors and colleges stay inside the folder")
  func hostilePaths() throws {
    var season = SeasonFile.sample
    let school = "../../南宁市/<script>"
    for table in ["学校", "毕业生", "异动", "成绩", "课程"] {
      for index in season[table].indices { season[table][index]["学校名称"] = school }
    }
    for index in season["对口招收"].indices {
      season["对口招收"][index]["来源中职学校名称"] = school
      season["对口招收"][index]["高职院校名称"] = "/etc/学院\(index)"
    }
    for index in season["毕业生"].indices where season["毕业生"][index]["专业名称"] == "会计" {
      season["毕业生"][index]["专业名称"] = "../会计"
    }
    try season.packet { (run) throws in
      #expect(run.outcome.status == 0, "\(run.outcome.errors)")
      let folder = "南宁市/_.._南宁市__script_"
      let names = try run.output.names()
      #expect(names.contains("\(folder)/2-登记表-_会计.pdf"))
      #expect(names.contains("\(folder)/6-对口招收信息表-_etc_学院0.pdf"))
      let ofBureau = ["回执", "交接清单", "发还清单", "预约表"].map { "南宁市/\($0).pdf" }
      #expect(
        names.allSatisfy {
          $0.hasPrefix("\(folder)/") || $0 == "manifest.json" || ofBureau.contains($0)
        }
      )
      // Nothing beside the folder either.
      let parent = URL(fileURLWithPath: run.output.path).deletingLastPathComponent().path
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: parent).sorted() == ["out", "数据.json"]
      )
    }
  }

  @Test("an address of 4,000 characters is never cut: the receipt that would show it is withheld")
  func longAddress() throws {
    var season = SeasonFile.sample
    season["学校"][0]["学校地址"] = String(repeating: "路", count: 4000)
    try season.packet { (run) throws in
      #expect(run.outcome.status == 1)
      #expect(run.outcome.errors.contains("[L101]"))
      #expect(run.outcome.errors.contains("学校地址"))
      #expect(try run.withheld() == ["receipt"])
      #expect(try run.output.pdfs().contains { $0.hasSuffix("现场验印材料-A4.pdf") })
    }
  }

  @Test("outputs that cannot be made and wrong options have their statuses")
  func statuses() throws {
    #expect(try Program.run(["packet", "Examples", "--out", "/proc/yanyin"]).status == 73)
    #expect(try Program.run(["packet", "Examples"]).status == 64)
    #expect(try Program.run(["packet", "Examples", "--out", "x", "--form", "无"]).status == 64)
    #expect(try Program.run(["packet", "Examples", "--out", "x", "--today", "昨天"]).status == 64)
    #expect(try Program.run(["packet", "Examples", "--out", "x", "--copies", "大学=2"]).status == 64)
    #expect(try Program.run(["packet", "Examples", "--out", "x", "--year", "1999"]).status == 64)
    #expect(try Program.run(["packet", "--out", "x"]).status == 64)
    #expect(try Program.run(["verify", "/proc/yanyin"]).status == 66)
    #expect(!FileManager.default.fileExists(atPath: "\(Tool.root)/x"))
  }

  @Test(
    "a full disk ends the run with 74",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full")
  )
  func fullDisk() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/report.txt",
        withDestinationPath: "/dev/full"
      )
      let outcome = try Program.packet(
        ["Examples"],
        to: "\(folder)/out",
        ["--report", "\(folder)/report.txt"]
      )
      #expect(outcome.status == 74, "\(outcome.status) \(outcome.errors)")
    }
  }
}
