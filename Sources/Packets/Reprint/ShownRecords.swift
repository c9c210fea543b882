import DocumentModel
import Forms
import Records

/// The values that a document may show of its records.
struct ShownRecords {
  let plan: PlannedDocument
  let school: School
  let season: Season

  /// A table with the places of its rows among the school's records.
  struct Shown {
    var table: PrintedTable
    var records: [Int]
  }

  /// The tables of the document.
  func tables(document: Int) -> [Shown] {
    TableKind.allCases.compactMap { kind in
      guard let places = plan.records[kind]?.sorted(), !places.isEmpty else { return nil }
      let slots = self.slots(of: kind)
      guard !slots.isEmpty else { return nil }
      let scores = kind == .graduate ? self.scores : nil
      let rows = places.compactMap { place -> PrintedRecord? in
        guard let record = record(kind, place) else { return nil }
        let texts = scores.map { $0.texts[place] ?? [] }
        return row(kind, record, slots, texts, count: scores?.headings.count ?? 0)
      }
      return Shown(
        table: PrintedTable(
          document: document,
          kind: kind,
          headings: slots.map { season.schema[kind][$0].heading } + (scores?.headings ?? []),
          rows: rows
        ),
        records: places
      )
    }
  }

  private func record(_ kind: TableKind, _ place: Int) -> Record? {
    if kind == .school {
      return season.schools.indices.contains(place) ? season.schools[place].record : nil
    }
    let records = school[kind]
    return records.indices.contains(place) ? records[place] : nil
  }

  /// The fields that the form shows, sorts by, or computes what it shows from.
  private func slots(of kind: TableKind) -> [Int] {
    let shown = plan.template.displayedFields.union(plan.template.testedFields)
      .filter { $0.table == kind }.map(\.field)
    let names = Set(shown)
    return season.schema[kind].indices.filter { names.contains(season.schema[kind][$0].name) }
  }

  private func row(
    _ kind: TableKind,
    _ record: Record,
    _ slots: [Int],
    _ scores: ContiguousArray<String>?,
    count: Int
  ) -> PrintedRecord {
    var values = slots.map { $0 < record.values.count ? record.values[$0] : "" }
    for place in 0..<count {
      values.append(scores.flatMap { place < $0.count ? $0[place] : nil } ?? "")
    }
    let (name, idNumber, rest) = ShownRecords.identity(of: record, kind)
    return PrintedRecord(
      key: ([idNumber] + rest).joined(separator: "\u{1F}"),
      name: name,
      idNumber: idNumber,
      certificate: kind == .graduate ? record[GraduateField.certificate] : "",
      values: values
    )
  }

  /// The person, and what tells a record from others of its table.
  private static func identity(
    of record: Record,
    _ kind: TableKind
  ) -> (name: String, idNumber: String, rest: [String]) {
    switch kind {
    case .graduate: (record[GraduateField.name], record[GraduateField.idNumber], [])
    case .change:
      (
        record[ChangeField.name], record[ChangeField.idNumber],
        [record[ChangeField.kind], record[ChangeField.date]]
      )
    case .enrolment:
      (
        record[EnrolmentField.name], record[EnrolmentField.idNumber],
        [record[EnrolmentField.college]]
      )
    case .major: ("", "", [record[MajorField.name]])
    case .course: ("", "", [record[CourseField.major], record[CourseField.name]])
    case .school, .bureau, .score, .exemption, .correction: ("", "", [])
    }
  }

  /// The texts of the scores in the 登记表, by the graduate's place, as they are shown.
  private var scores: (headings: [String], texts: [Int: ContiguousArray<String>])? {
    guard plan.form == "registration", let volume = plan.data.roots.last,
      volume.collections.count == 2
    else { return nil }
    let (students, courses) = (volume.collections[0], volume.collections[1])
    let headings = (0..<courses.count).map { index in
      courses[index].stored[CourseField.name.rawValue] + PrintedTable.scoreEnding
    }
    var texts: [Int: ContiguousArray<String>] = [:]
    for index in 0..<students.count {
      let student = students[index]
      texts[Int(student.record)] = student.lists.first ?? []
    }
    return (headings, texts)
  }
}
