internal import Records

/// What makes two rows of two exports the same record, and how people call it.
struct RecordIdentity {
  /// Records with equal keys are the same, in order of the rows.
  var key: TextKey
  /// How people call it.
  var label: RecordLabel

  /// The identity of a record of any table but 成绩.
  init(_ kind: TableKind, _ values: ContiguousArray<String>) {
    switch kind {
    case .school:
      self.init([values[SchoolField.name]], name: values[SchoolField.name])
    case .bureau:
      self.init([values[BureauField.name]], name: values[BureauField.name])
    case .graduate:
      self.init(
        [values[GraduateField.idNumber]],
        name: values[GraduateField.name],
        idNumber: values[GraduateField.idNumber]
      )
    case .major:
      self.init(
        [values[MajorField.name], values[MajorField.code], values[MajorField.entryMonth]],
        name: values[MajorField.name],
        detail: values[MajorField.entryMonth]
      )
    case .course:
      self.init(
        [values[CourseField.major], values[CourseField.name]],
        name: values[CourseField.name],
        detail: values[CourseField.major]
      )
    case .score:
      self.init(
        [values[ScoreField.idNumber]],
        name: values[ScoreField.name],
        idNumber: values[ScoreField.idNumber]
      )
    case .change:
      self.init(
        [values[ChangeField.idNumber], values[ChangeField.kind], values[ChangeField.date]],
        name: values[ChangeField.name],
        idNumber: values[ChangeField.idNumber],
        detail: "\(values[ChangeField.kind]) \(values[ChangeField.date])"
      )
    case .enrolment:
      self.init(
        [values[EnrolmentField.college], values[EnrolmentField.idNumber]],
        name: values[EnrolmentField.name],
        idNumber: values[EnrolmentField.idNumber],
        detail: values[EnrolmentField.college]
      )
    case .correction: self.init([], name: "")
    case .exemption:
      self.init(
        [values[ExemptionField.idNumber], values[ExemptionField.code]],
        name: "",
        idNumber: values[ExemptionField.idNumber],
        detail: values[ExemptionField.code]
      )
    }
  }

  /// The identity of a person's scores.
  init(_ sheet: ScoreText.Sheet) {
    self.init([sheet.idNumber], name: sheet.name, idNumber: sheet.idNumber)
  }

  private init(_ parts: [String], name: String, idNumber: String = "", detail: String = "") {
    key = TextKey(parts.joined(separator: "\u{1F}"))
    label = RecordLabel(name: name, idNumber: idNumber, detail: detail)
  }
}
