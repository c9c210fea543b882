internal import Diagnostics

/// Names in other tables against the roll, by identity number.
enum NameRules {
  static func check(_ school: School, roll: RollIndex, _ run: inout RuleRun) {
    let formerNames = formerNames(school.changes)
    for (index, change) in school.changes.enumerated() {
      let number = change[ChangeField.idNumber]
      let name = change[ChangeField.name]
      guard let graduate = roll[number], !name.isEmpty,
        !name.hasSameBytes(as: school.graduates[graduate][GraduateField.name]),
        // The export may still have the name that a change has replaced.
        !(formerNames[TextKey(number)]?.contains(TextKey(name)) ?? false)
      else { continue }
      report(change, index, ChangeField.name, ChangeField.idNumber, graduate, school, &run)
    }
    for (index, enrolment) in school.enrolments.enumerated() {
      guard let graduate = roll[enrolment[EnrolmentField.idNumber]],
        !enrolment[EnrolmentField.name].isEmpty,
        !enrolment[EnrolmentField.name].hasSameBytes(
          as: school.graduates[graduate][GraduateField.name]
        )
      else { continue }
      report(
        enrolment,
        index,
        EnrolmentField.name,
        EnrolmentField.idNumber,
        graduate,
        school,
        &run
      )
    }
    checkScores(school, roll: roll, &run)
  }

  private static func report<Field: RecordField>(
    _ record: Record,
    _ index: Int,
    _ name: Field,
    _ number: Field,
    _ graduate: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    run.report(
      .nameDiffers,
      message(record[name], school.graduates[graduate][GraduateField.name]),
      at: record,
      index,
      in: school,
      fields: [name, number],
      notes: [note(graduate, school, run)]
    )
  }

  private static func checkScores(_ school: School, roll: RollIndex, _ run: inout RuleRun) {
    // Without a roll (a receipt in June) scores have nothing to be compared with.
    guard !school.graduates.isEmpty else { return }
    for (index, sheet) in school.scores.sheets.enumerated() {
      let origin = sheet.entries.first?.origin ?? .none
      guard let graduate = roll[sheet.idNumber] else {
        run.report(
          .scoreWithoutGraduate,
          "成绩的身份证号码不在毕业生名单中，这些成绩不会打印。请核对号码。",
          sheet,
          index,
          at: origin,
          .idNumber,
          of: school
        )
        continue
      }
      let name = school.graduates[graduate][GraduateField.name]
      guard !sheet.name.isEmpty, !sheet.name.hasSameBytes(as: name) else { continue }
      run.report(
        .nameDiffers,
        message(sheet.name, name),
        sheet,
        index,
        at: origin,
        .name,
        of: school,
        notes: [note(graduate, school, run)]
      )
    }
  }

  private static func message(_ name: String, _ other: String) -> String {
    "姓名与毕业生名单中同一身份证号码的姓名不同。\(LookAlike.remark(name, other))请核对后在系统中更正并重新导出。"
  }

  private static func note(_ graduate: Int, _ school: School, _ run: RuleRun) -> Diagnostic.Note {
    Diagnostic.Note(
      place: run.place(of: school.graduates[graduate], GraduateField.name),
      message: "毕业生名单中的姓名。"
    )
  }

  /// The names that 姓名变更 has replaced, by identity number.
  private static func formerNames(_ changes: [Record]) -> [TextKey: Set<TextKey>] {
    var names: [TextKey: Set<TextKey>] = [:]
    for change in changes {
      guard case .listed(.name, _) = ChangeKindReading(change[ChangeField.kind]) else { continue }
      names[TextKey(change[ChangeField.idNumber]), default: []]
        .insert(TextKey(change[ChangeField.before]))
    }
    return names
  }
}

extension RuleRun {
  /// Reports a finding about the scores of a person.
  fileprivate mutating func report(
    _ rule: Rule,
    _ message: String,
    _ sheet: ScoreBook.Sheet,
    _ index: Int,
    at origin: RowOrigin,
    _ field: ScoreField,
    of school: School,
    notes: [Diagnostic.Note] = []
  ) {
    let place = place(of: origin, slot: field.rawValue)
    let subject = Subject(
      school: school.name,
      extent: .record(table: "成绩", record: index, fields: [field.definition.name]),
      person: label(name: sheet.name, idNumber: sheet.idNumber)
    )
    sink.report(
      Diagnostic(rule.severity, rule.rawValue, message, at: place, about: subject, notes: notes)
    )
  }
}
