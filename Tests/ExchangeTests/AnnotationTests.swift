import Diagnostics
import Records
import Testing

@testable import Exchange

@Suite("Copies of inputs with a column of findings")
struct AnnotationTests {
  /// The copy of a CSV file with findings at its rows.
  private static func copy(_ text: String, _ remarks: [Int: String]) -> String? {
    let findings = remarks.sorted { $0.key < $1.key }.map { row, message in
      Diagnostic(
        .error,
        "R103",
        message,
        at: .cell(file: "a.csv", sheet: nil, row: row, column: 3, heading: "身份证号码")
      )
    }
    let copy = AnnotatedCopy.make(
      of: "a.csv",
      bytes: Array(text.utf8),
      findings: findings,
      schema: .builtIn
    )
    guard case .file(let bytes) = copy, bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    return String(decoding: bytes.dropFirst(3), as: UTF8.self)
  }

  @Test("rows keep their bytes and get their remark, short rows are filled up")
  func rows() {
    let text = "专业名称,课程名称,简称\r\n护理,\"语,文\",语\r\n护理,数学\r\n护理,英语,英\r\n"
    #expect(
      Self.copy(text, [3: "请看\"这里\""])
        == "专业名称,课程名称,简称,\"校验结果\"\r\n护理,\"语,文\",语\r\n"
        + "护理,数学,,\"错误（身份证号码）：请看\"\"这里\"\"[R103]\"\r\n护理,英语,英\r\n"
    )
  }

  @Test("a row is counted by the line on which it begins, as findings are")
  func lines() {
    let text = "专业名称\t课程名称\n\"护\n理\"\t语文\n护理\t数学"
    #expect(
      Self.copy(text, [4: "这一行"])
        == "专业名称\t课程名称\t\"校验结果\"\n\"护\n理\"\t语文\n护理\t数学\t\"错误（身份证号码）：这一行[R103]\""
    )
  }

  @Test("findings of one row stand together; those of other files and of none stay out")
  func grouping() throws {
    let places: [Place] = [
      .row(file: "a.csv", sheet: nil, row: 2), .row(file: "b.csv", sheet: nil, row: 2),
      .file("a.csv"), .row(file: "a.csv", sheet: nil, row: 2),
    ]
    let copy = AnnotatedCopy.make(
      of: "a.csv",
      bytes: Array("专业名称,课程名称\n护理,语文\n".utf8),
      findings: places.enumerated().map { Diagnostic(.note, "I00\($0)", "提示\($0)", at: $1) },
      schema: .builtIn
    )
    guard case .file(let bytes) = copy else {
      Issue.record("no copy")
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasSuffix("护理,语文,\"提示：提示0[I000]；提示：提示3[I003]\"\n"))
  }

  @Test("a copy that is annotated again has one column, with the new remarks")
  func again() throws {
    let text = "专业名称,课程名称\n护理,语文\n护理,数学\n"
    let first = try #require(Self.copy(text, [1: "表头", 2: "旧的"]))
    #expect(first.hasPrefix("专业名称,课程名称,\"校验结果（错误（身份证号码）：表头[R103]）\""))
    let second = try #require(Self.copy(first, [3: "新的"]))
    #expect(second == "专业名称,课程名称,\"校验结果\"\n护理,语文,\n护理,数学,\"错误（身份证号码）：新的[R103]\"\n")
  }

  @Test("the column is no part of a table: reading the copy gives the same records and findings")
  func reading() throws {
    let text = "专业名称,课程名称\n护理,语文\n"
    let copied = try #require(Self.copy(text, [1: "表头", 2: "旧的"]))
    let plain = try Reading(["a.csv": text])
    let annotated = try Reading(["a.csv": copied])
    #expect(annotated.findings.map(\.text) == plain.findings.map(\.text))
    #expect(annotated.findings.allSatisfy { $0.code != "I024" })
  }

  @Test("GB18030 comes back as UTF-8 with a byte order mark")
  func encoding() throws {
    // 专业名称,课程名称 / 护理,语文
    let bytes: [UInt8] = [
      0xD7, 0xA8, 0xD2, 0xB5, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xBF, 0xCE, 0xB3, 0xCC, 0xC3, 0xFB,
      0xB3, 0xC6, 0x0A, 0xBB, 0xA4, 0xC0, 0xED, 0x2C, 0xD3, 0xEF, 0xCE, 0xC4, 0x0A,
    ]
    let copy = AnnotatedCopy.make(of: "a.csv", bytes: bytes, findings: [], schema: .builtIn)
    guard case .file(let copied) = copy else {
      Issue.record("no copy")
      return
    }
    #expect(String(decoding: copied, as: UTF8.self) == "\u{FEFF}专业名称,课程名称,\"校验结果\"\n护理,语文\n")
  }

  @Test("JSON and what cannot be read are not copied")
  func others() {
    for text in ["{\"课程\":[{\"专业名称\":\"护理\",\"课程名称\":\"语文\"}]}", "", "\"never closed"] {
      let copy = AnnotatedCopy.make(
        of: "a",
        bytes: Array(text.utf8),
        findings: [],
        schema: .builtIn
      )
      if copy != nil { Issue.record("a copy of \(text)") }
    }
  }
}
