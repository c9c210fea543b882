import Diagnostics

extension StateEncoder {
  mutating func append(_ finding: Diagnostic) {
    append(finding.code)
    append(Int(finding.severity.rawValue))
    append(finding.message)
    append(finding.place)
    append(finding.subject != nil)
    if let subject = finding.subject { append(subject) }
    append(list: finding.notes) { encoder, note in
      encoder.append(note.place)
      encoder.append(note.message)
    }
    append(finding.isReleased)
  }

  mutating func append(_ place: Place) {
    switch place {
    case .none: append(0)
    case .file(let file):
      append(1)
      append(file)
    case .text(let file, let line, let column):
      append(2)
      append(file)
      append(line)
      append(column)
    case .byte(let file, let line, let offset):
      append(3)
      append(file)
      append(line)
      append(offset)
    case .row(let file, let sheet, let row):
      append(4)
      append(file)
      append(list: [sheet].compactMap(\.self)) { $0.append($1) }
      append(row)
    case .cell(let file, let sheet, let row, let column, let heading):
      append(5)
      append(file)
      append(list: [sheet].compactMap(\.self)) { $0.append($1) }
      append(row)
      append(column)
      append(heading)
    }
  }

  private mutating func append(_ subject: Subject) {
    append(list: [subject.school].compactMap(\.self)) { $0.append($1) }
    append(list: [subject.person].compactMap(\.self)) { $0.append($1) }
    append(list: [subject.individual].compactMap(\.self)) { encoder, individual in
      encoder.append(individual.name)
      encoder.append(individual.idNumber)
    }
    switch subject.extent {
    case .school: append(0)
    case .table(let title):
      append(1)
      append(title)
    case .record(let table, let record, let fields):
      append(2)
      append(table)
      append(record)
      append(list: fields) { $0.append($1) }
    case .document(let form, let volume):
      append(3)
      append(form)
      append(list: [volume].compactMap(\.self)) { $0.append($1) }
    }
  }
}

extension StateDecoder {
  mutating func diagnostic() throws(Malformed) -> Diagnostic {
    let code = try text()
    guard let severity = Severity(rawValue: UInt8(clamping: try number())) else {
      throw Malformed()
    }
    return Diagnostic(
      severity,
      code,
      try text(),
      at: try place(),
      about: try flag() ? try subject() : nil,
      notes: try list { decoder throws(Malformed) in
        Diagnostic.Note(place: try decoder.place(), message: try decoder.text())
      },
      isReleased: try flag()
    )
  }

  mutating func place() throws(Malformed) -> Place {
    switch try number() {
    case 0: .none
    case 1: .file(try text())
    case 2: .text(file: try text(), line: try number(), column: try number())
    case 3: .byte(file: try text(), line: try number(), offset: try number())
    case 4: .row(file: try text(), sheet: try option(), row: try number())
    case 5:
      .cell(
        file: try text(),
        sheet: try option(),
        row: try number(),
        column: try number(),
        heading: try text()
      )
    default: throw Malformed()
    }
  }

  /// A list of at most one text.
  private mutating func option() throws(Malformed) -> String? {
    try list { decoder throws(Malformed) in try decoder.text() }.first
  }

  private mutating func subject() throws(Malformed) -> Subject {
    let school = try option()
    let person = try option()
    let individual = try list { decoder throws(Malformed) in
      Subject.Individual(name: try decoder.text(), idNumber: try decoder.text())
    }.first
    let extent: Subject.Extent
    switch try number() {
    case 0: extent = .school
    case 1: extent = .table(try text())
    case 2:
      extent = .record(
        table: try text(),
        record: try number(),
        fields: try list { decoder throws(Malformed) in try decoder.text() }
      )
    case 3: extent = .document(form: try text(), volume: try option())
    default: throw Malformed()
    }
    var subject = Subject(school: school, extent: extent, person: person)
    subject.individual = individual
    return subject
  }
}
