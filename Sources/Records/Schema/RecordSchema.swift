/// The fields of every table: the built-in ones in their slots, then the extra ones that
/// `packet.xml` declares (`<field table="毕业生" name="民族"/>`).
package struct RecordSchema: Hashable, Sendable {
  private var fields: [[FieldDefinition]]

  /// The built-in fields alone.
  package static var builtIn: RecordSchema { RecordSchema() }

  /// The built-in fields alone.
  package init() {
    fields = TableKind.allCases.map { table in
      switch table {
      case .school: SchoolField.allCases.map(\.definition)
      case .bureau: BureauField.allCases.map(\.definition)
      case .graduate: GraduateField.allCases.map(\.definition)
      case .major: MajorField.allCases.map(\.definition)
      case .course: CourseField.allCases.map(\.definition)
      case .score: ScoreField.allCases.map(\.definition)
      case .change: ChangeField.allCases.map(\.definition)
      case .enrolment: EnrolmentField.allCases.map(\.definition)
      case .exemption: ExemptionField.allCases.map(\.definition)
      case .correction: CorrectionField.allCases.map(\.definition)
      }
    }
  }

  /// The fields of a table by their slots.
  package subscript(table: TableKind) -> [FieldDefinition] {
    fields[Int(table.rawValue)]
  }

  /// Declares an extra field of a table, in the next slot.
  ///
  /// A field whose heading or name the table already has is left as it is.
  package mutating func declare(_ field: FieldDefinition, in table: TableKind) {
    let known = self[table]
    guard !known.contains(where: { $0.name == field.name || $0.heading == field.heading }) else {
      return
    }
    fields[Int(table.rawValue)].append(field)
  }

  /// The slot of a field by its name (`idNumber`) or its heading (身份证号码).
  package func slot(_ name: String, in table: TableKind) -> Int? {
    self[table].firstIndex { $0.name == name || $0.heading == name }
  }
}
