import Diagnostics
import Testing

@Suite struct ScreenFindingsTests {
  private func finding(_ severity: Severity, _ code: String, school: String?) -> Diagnostic {
    Diagnostic(
      severity,
      code,
      "甲。",
      at: .file("a.csv"),
      about: Subject(school: school, extent: .school)
    )
  }

  @Test("of 1,900 notes of a kind and a school 20 are shown and the others counted")
  func flood() {
    let notes = (0..<1900).map { _ in finding(.note, "R134", school: "甲校") }
    let texts = ScreenFindings.texts(notes + [finding(.note, "R117", school: "甲校")])
    #expect(texts.count == 22)
    #expect(texts.last == "甲校：提示: 另有 1880 条同类提示未列出，全部见 --report 的报告。 [R134]")
  }

  @Test("each code and each school has its own 20, and 20 need no line")
  func groups() {
    let notes = ["甲校", "乙校", nil].flatMap { school in
      ["R134", "R117"].flatMap { code in (0..<20).map { _ in finding(.note, code, school: school) }
      }
    }
    #expect(ScreenFindings.texts(notes).count == 120)
    #expect(ScreenFindings.texts(notes + [finding(.note, "R134", school: nil)]).count == 121)
  }

  @Test("errors, warnings and what 特例 has released are never left out")
  func others() {
    var released = finding(.note, "R103", school: "甲校")
    released.isReleased = true
    let findings =
      (0..<50).map { _ in finding(.error, "R103", school: "甲校") }
      + (0..<50).map { _ in finding(.warning, "R133", school: "甲校") }
      + (0..<50).map { _ in released }
    #expect(ScreenFindings.texts(findings).filter { !$0.contains("另有") }.count == 150)
  }
}
