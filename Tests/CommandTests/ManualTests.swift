import Exchange
import Foundation
import Records
import TestTools
import Testing

@Suite("The clerk's manual")
struct ManualTests {
  /// The codes that the table of section 五 names; R101—R109 names all of them.
  private func named() throws -> Set<String> { Set(try listed()) }

  private func listed() throws -> [String] {
    let manual = try String(contentsOfFile: "\(Program.root)/README.zh-CN.md", encoding: .utf8)
    var codes: [String] = []
    for line in manual.split(separator: "\n") where line.hasPrefix("| ") {
      let cell = line.dropFirst(2).split(separator: "|").first ?? ""
      for part in cell.split(separator: "、") {
        let ends = part.split(separator: "—").map { $0.trimmingCharacters(in: .whitespaces) }
        guard let first = ends.first, let last = ends.last, first.utf8.count == 4,
          let letter = first.first, let low = Int(first.dropFirst()),
          let high = Int(last.dropFirst())
        else { continue }
        for number in low...max(low, high) {
          codes.append("\(letter)" + String(String(1000 + number).dropFirst()))
        }
      }
    }
    return codes
  }

  @Test("every rule and every finding of reading stands in the table, with what to do")
  func rules() throws {
    let named = try named()
    #expect(Rule.allCases.map(\.rawValue).filter { !named.contains($0) } == [])
    #expect(ReadingCode.allCases.map(\.rawValue).filter { !named.contains($0) } == [])
  }

  @Test("so does every other code that the sources report to a clerk")
  func sources() throws {
    let named = try named()
    var missing: Set<String> = []
    let folder = "\(Program.root)/Sources"
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where name.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      // Codes of templates (T) are for those who write templates: docs/templates.md.
      for match in text.matches(of: /"([CFILPR][0-9]{3})"/) where !named.contains(String(match.1)) {
        missing.insert(String(match.1))
      }
    }
    #expect(missing.sorted() == [])
  }

  @Test("the table names no code that nobody reports")
  func stale() throws {
    let rules = Set(Rule.allCases.map(\.rawValue) + ReadingCode.allCases.map(\.rawValue))
    let stale = try named().filter {
      ($0.hasPrefix("R") || $0.hasPrefix("I")) && !rules.contains($0)
    }
    #expect(stale.sorted() == [])
  }

  @Test("a code stands in the table once, since it has one meaning")
  func once() throws {
    let codes = try listed()
    #expect(Set(codes.filter { code in codes.count { $0 == code } > 1 }) == [])
  }

  /// The rows of the table under a heading row of the manual, without ◆ in the headings.
  private func table(_ manual: String, headed heading: String) -> [[String]] {
    let lines = manual.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix(heading) }) else { return [] }
    return lines[start...].prefix { $0.hasPrefix("|") }.filter { !$0.hasPrefix("| ---") }
      .map { line in
        line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: .whitespaces).replacing("◆", with: "") }
      }
  }

  @Test("the correction that the manual walks through goes on the examples as it says")
  func correction() throws {
    let manual = try String(contentsOfFile: "\(Program.root)/README.zh-CN.md", encoding: .utf8)
    let rows = table(manual, headed: "| 表 | 学校名称 | 身份证号码◆ | 项目◆")
    #expect(rows.count == 4)
    try Tool.withTemporaryFolder { (folder) throws in
      let (ledger, out) = ("\(folder)/2023.yanyin", "\(folder)/out")
      let csv = rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
      try csv.write(toFile: "\(folder)/更正.csv", atomically: true, encoding: .utf8)
      var said = ""
      for arguments in [
        ["import", "Examples", "--ledger", ledger, "--by", "韦主任"],
        ["packet", ledger, "--out", out], ["printed", out],
        ["correct", ledger, "\(folder)/更正.csv", "--by", "覃老师"],
        ["packet", ledger, "--out", out], ["printed", out],
      ] {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        said += outcome.output + outcome.errors
      }
      for quote in ["已更正 3 项，记为第2版。", "与已打印的不同：1 所学校，取出 7 张、放入 7 张，见补打清单。"] {
        #expect(manual.contains("“\(quote)”"))
        #expect(said.contains(quote))
      }
    }
  }

  @Test("the last line that the manual quotes is what the examples give")
  func summary() throws {
    let manual = try String(contentsOfFile: "\(Program.root)/README.zh-CN.md", encoding: .utf8)
    let quote = try #require(manual.firstMatch(of: /例如样例数据的“(共读入[^”]+)”/)?.output.1)
    try Tool.withTemporaryFolder { (folder) throws in
      let outcome = try Program.packet(["Examples"], to: folder)
      #expect((outcome.output + outcome.errors).contains(quote))
    }
  }
}
