internal import Diagnostics

/// People who stand twice in a roll, in two rolls, or under two names.
enum DuplicateRules {
  static func check(
    _ school: School,
    at schoolIndex: Int,
    roll: RollIndex,
    numbers: inout SeasonNumbers,
    _ run: inout RuleRun
  ) {
    for repetition in roll.repetitions {
      let index = repetition.index
      reportTwice(school.graduates[index], index, repetition.first, school, &run)
    }
    if numbers.isNeeded {
      checkOtherSchools(school, at: schoolIndex, roll: roll, numbers: &numbers, &run)
    }
    HomonymRule.check(school, roll: roll, &run)
    NameRules.check(school, roll: roll, &run)
  }

  private static func checkOtherSchools(
    _ school: School,
    at schoolIndex: Int,
    roll: RollIndex,
    numbers: inout SeasonNumbers,
    _ run: inout RuleRun
  ) {
    for (index, graduate) in school.graduates.enumerated() {
      let number = graduate[GraduateField.idNumber]
      if number.isEmpty { continue }
      let position = numbers.first(
        number,
        at: SeasonNumbers.Position(school: Int32(schoolIndex), record: Int32(index))
      )
      // A number that stands twice here is reported against the other school once.
      if position.school != schoolIndex, roll[number] == index {
        reportTwoSchools(graduate, index, school, position, &run)
      }
    }
  }

  private static func reportTwice(
    _ graduate: Record,
    _ index: Int,
    _ first: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    let other = school.graduates[first]
    if graduate[GraduateField.name].hasSameBytes(as: other[GraduateField.name]) {
      let place = run.place(of: other, GraduateField.idNumber)
      run.report(
        .duplicatePerson,
        "与\(position(other, from: graduate, place))重复。请删去重复的一行。",
        at: graduate,
        index,
        in: school,
        fields: [GraduateField.idNumber],
        notes: [Diagnostic.Note(place: place, message: "首次出现在这里。")]
      )
      return
    }
    // Nobody knows which of the two rows is right, so neither is printed.
    for (row, record, counterpart) in [(index, graduate, other), (first, other, graduate)] {
      let place = run.place(of: counterpart, GraduateField.idNumber)
      run.report(
        .duplicateNumber,
        "与\(position(counterpart, from: record, place))身份证号码相同，姓名不同。"
          + LookAlike.remark(record[GraduateField.name], counterpart[GraduateField.name])
          + "请对照身份证原件后在学籍系统中更正并重新导出。",
        at: record,
        row,
        in: school,
        fields: [GraduateField.idNumber, GraduateField.name],
        notes: [Diagnostic.Note(place: place, message: "身份证号码相同的另一行。")]
      )
    }
  }

  private static func reportTwoSchools(
    _ graduate: Record,
    _ index: Int,
    _ school: School,
    _ first: SeasonNumbers.Position,
    _ run: inout RuleRun
  ) {
    let otherSchool = run.season.schools[Int(first.school)]
    let other = otherSchool.graduates[Int(first.record)]
    let pairs = [
      (index, graduate, school, otherSchool, other),
      (Int(first.record), other, otherSchool, school, graduate),
    ]
    for (row, record, here, there, counterpart) in pairs {
      let place = run.place(of: counterpart, GraduateField.idNumber)
      run.report(
        .numberInTwoSchools,
        "该身份证号码也在“\(there.name)”的毕业生名单中。请查明学籍所在学校，删去另一行。",
        at: record,
        row,
        in: here,
        fields: [GraduateField.idNumber],
        notes: [Diagnostic.Note(place: place, message: "另一所学校的同一号码。")]
      )
    }
  }

  /// `第4行`, with the file or sheet in front where it is another one.
  private static func position(_ other: Record, from record: Record, _ place: Place) -> String {
    other.origin.source == record.origin.source
      ? "第\(other.origin.row)行" : "“\(place.description)”"
  }
}
