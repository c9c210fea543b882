import Diagnostics
import Records
import Testing

@testable import Packets

@Suite("Whose scores an unreadable row holds")
struct SubjectResolverTests {
  private static let season: Season = {
    var season = Season(schema: .builtIn)
    var school = School(
      record: Record(
        values: ContiguousArray(repeating: "", count: SchoolField.allCases.count),
        origin: .none
      )
    )
    school.record[SchoolField.name] = "甲校"
    for (name, number) in [
      ("韦秀芳", "450000200503150028"), ("黄子轩", "45000020050315001X"), ("覃子轩", "45000020040229003X"),
      ("覃子轩", "450000200412311172"),
    ] {
      var graduate = Record(
        values: ContiguousArray(repeating: "", count: GraduateField.allCases.count),
        origin: .none
      )
      graduate[GraduateField.name] = name
      graduate[GraduateField.idNumber] = number
      school.graduates.append(graduate)
    }
    season.schools = [school]
    return season
  }()

  private func owner(_ name: String, _ number: String, field: String = "idNumber") -> Int? {
    let finding = Diagnostic(
      .error,
      "I042",
      "该单元格是数值",
      at: .none,
      about: Subject(
        school: "甲校",
        extent: .record(table: "成绩", record: 7, fields: [field]),
        individual: .init(name: name, idNumber: number)
      )
    )
    #expect(SubjectResolver.mayResolve(finding))
    switch SubjectResolver(Self.season).resolved(finding).subject?.extent {
    case .record("毕业生", let index, ["scores"]): return index
    case .record("成绩", 7, [field]): return nil
    case let other:
      Issue.record("\(String(describing: other))")
      return nil
    }
  }

  @Test("the one graduate of the name, if what is left of the number agrees")
  func names() {
    #expect(owner("黄子轩", "450000200503150000") == 1)
    #expect(owner("黄子轩", "4.50E+17") == 1)
    #expect(owner("黄子轩", "") == 1)
    #expect(owner("黄子轩", "450000200403150000") == nil)
  }

  @Test("nobody, where none or several have the name")
  func doubtful() {
    #expect(owner("黄梓轩", "450000200503150000") == nil)
    #expect(owner("覃子轩", "450000200412310000") == nil)
    #expect(owner("", "450000200503150000") == nil)
    // A number that Excel made may be the true one of somebody else.
    #expect(owner("黄梓轩", "450000200503150028") == nil)
  }

  @Test("a faulty score is that of the number, if the number is sound")
  func scores() {
    #expect(owner("", "450000200503150028", field: "score") == 0)
    #expect(owner("覃子轩", "450000200412311172", field: "score") == 3)
    #expect(owner("覃子轩", "450000200412311199", field: "score") == nil)
  }
}
