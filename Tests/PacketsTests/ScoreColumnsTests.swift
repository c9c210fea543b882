import Records
import Testing

@testable import Packets

@Suite("Columns of scores")
struct ScoreColumnsTests {
  @Test("a course of several terms shows the latest, with its second examination")
  func terms() {
    let number = "450000200503150028"
    var person = Record(
      values: ContiguousArray(repeating: "", count: GraduateField.allCases.count),
      origin: .none
    )
    person[GraduateField.idNumber] = number
    person[GraduateField.major] = "护理"
    var school = School(
      record: Record(
        values: ContiguousArray(repeating: "", count: SchoolField.allCases.count),
        origin: .none
      )
    )
    school.graduates = [person]
    let course = school.scores.course("语文")
    for (term, score, makeup) in [
      ("2021-2", "50", "65"), ("2021-1", "90", ""), ("2020-2", "70", ""),
    ] {
      school.scores.add(
        ScoreBook.Entry(course: course, term: term, score: score, makeup: makeup),
        idNumber: number,
        name: ""
      )
    }
    let volume = Volume(name: "护理", major: "护理", className: "", graduates: [0])
    #expect(ScoreColumns(school: school, volume: volume).scores(of: number) == ["65补"])
  }
}
