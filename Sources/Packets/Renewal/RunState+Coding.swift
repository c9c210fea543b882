import Diagnostics
import Records

extension RunState {
  private static let format = "yanyin made 2"

  /// The bytes of the file.
  var encoded: [UInt8] {
    var encoder = StateEncoder()
    encoder.append(RunState.format)
    encoder.append(basis)
    encoder.append(list: units) { encoder, unit in
      encoder.append(unit.name)
      encoder.append(unit.mark)
      encoder.append(unit.outcome)
      encoder.append(list: unit.stamps) { $0.append($1) }
    }
    encoder.append(list: [manifest].compactMap(\.self)) { $0.append($1) }
    return encoder.bytes
  }

  /// Reads the bytes of a file.
  init(decoding bytes: [UInt8]) throws(StateDecoder.Malformed) {
    var decoder = StateDecoder(bytes)
    guard try decoder.text() == RunState.format else { throw StateDecoder.Malformed() }
    basis = try decoder.text()
    units = try decoder.list { decoder throws(StateDecoder.Malformed) in
      Unit(
        name: try decoder.text(),
        mark: try decoder.text(),
        outcome: try decoder.outcome(),
        stamps: try decoder.list { decoder throws(StateDecoder.Malformed) in
          try decoder.stamp()
        }
      )
    }
    manifest = try decoder.list { decoder throws(StateDecoder.Malformed) in
      try decoder.stamp()
    }.first
    guard decoder.isAtEnd else { throw StateDecoder.Malformed() }
  }
}

extension StateEncoder {
  fileprivate mutating func append(_ stamp: FileStamp) {
    for number in [stamp.size, stamp.modified, stamp.changed, stamp.inode, stamp.device] {
      append(number)
    }
  }

  private mutating func append(_ text: String?) {
    append(text != nil)
    if let text { append(text) }
  }

  /// A number that may be missing; never negative.
  private mutating func append(_ number: Int?) { append((number ?? -1) + 1) }

  fileprivate mutating func append(_ outcome: UnitOutcome) {
    append(outcome.school)
    append(outcome.city)
    append(list: outcome.findings) { $0.append($1) }
    append(list: outcome.documents) { $0.append($1) }
    append(list: outcome.packets) { $0.append($1) }
    append(outcome.certificates)
    append(list: outcome.withheld) { $0.append($1) }
    append(outcome.pageCount)
    append(outcome.documentCount)
    append(outcome.summary != nil)
    if let summary = outcome.summary { append(summary) }
  }

  private mutating func append(_ document: Manifest.Document) {
    append(document.path)
    append(document.form)
    append(document.volume)
    append(document.city)
    append(document.school)
    append(document.paper)
    append(document.pages)
    append(document.copies)
    append(document.sha256)
    append(document.fingerprint)
  }

  private mutating func append(_ packet: Manifest.Packet) {
    append(packet.path)
    append(packet.city)
    append(packet.school)
    append(packet.paper)
    append(packet.pages)
    append(packet.sha256)
    append(packet.fingerprint)
    append(list: packet.parts) { encoder, part in
      encoder.append(part.form)
      encoder.append(part.volume)
      encoder.append(part.copy)
      encoder.append(part.firstPage)
      encoder.append(part.pages)
    }
  }

  private mutating func append(_ certificates: PresentedCertificates) {
    append(certificates.count)
    append(certificates.first)
    append(certificates.last)
    append(list: certificates.voids) { $0.append($1) }
    append(certificates.voidCount)
  }

  private mutating func append(_ withheld: Manifest.Withheld) {
    append(withheld.city)
    append(withheld.school)
    append(withheld.form)
    append(withheld.volume)
    append(withheld.errors)
  }

  private mutating func append(_ summary: SchoolSummary) {
    append(summary.rowCount)
    append(list: summary.heldBack) { encoder, group in
      encoder.append(group.school)
      encoder.append(group.kind)
      encoder.append(list: group.rows) { encoder, row in
        encoder.append(row.place)
        encoder.append(row.person)
      }
    }
    append(list: summary.sources) { encoder, source in
      encoder.append(Int(source.source))
      encoder.append(source.college)
      encoder.append(source.place)
    }
    append(list: summary.usedExemptions) { $0.append($1) }
    append(list: summary.values) { $0.append($1) }
  }
}

extension StateDecoder {
  fileprivate mutating func stamp() throws(Malformed) -> FileStamp {
    FileStamp(
      size: try number(),
      modified: try number(),
      changed: try number(),
      inode: try number(),
      device: try number()
    )
  }

  private mutating func optionalText() throws(Malformed) -> String? {
    try flag() ? try text() : nil
  }

  private mutating func optionalNumber() throws(Malformed) -> Int? {
    let number = try number()
    return number == 0 ? nil : number - 1
  }

  fileprivate mutating func outcome() throws(Malformed) -> UnitOutcome {
    var outcome = UnitOutcome()
    outcome.school = try optionalText()
    outcome.city = try optionalText()
    outcome.findings = try list { decoder throws(Malformed) in try decoder.diagnostic() }
    outcome.documents = try list { decoder throws(Malformed) in try decoder.document() }
    outcome.packets = try list { decoder throws(Malformed) in try decoder.packet() }
    outcome.certificates = PresentedCertificates(
      count: try number(),
      first: try text(),
      last: try text(),
      voids: try list { decoder throws(Malformed) in try decoder.text() },
      voidCount: try number()
    )
    outcome.withheld = try list { decoder throws(Malformed) in
      Manifest.Withheld(
        city: try decoder.optionalText(),
        school: try decoder.optionalText(),
        form: try decoder.optionalText(),
        volume: try decoder.optionalText(),
        errors: try decoder.number()
      )
    }
    outcome.pageCount = try number()
    outcome.documentCount = try number()
    if try flag() { outcome.summary = try summary() }
    return outcome
  }

  private mutating func document() throws(Malformed) -> Manifest.Document {
    Manifest.Document(
      path: try text(),
      form: try text(),
      volume: try optionalText(),
      city: try optionalText(),
      school: try optionalText(),
      paper: try optionalText(),
      pages: try optionalNumber(),
      copies: try optionalNumber(),
      sha256: try text(),
      fingerprint: try text()
    )
  }

  private mutating func packet() throws(Malformed) -> Manifest.Packet {
    Manifest.Packet(
      path: try text(),
      city: try optionalText(),
      school: try text(),
      paper: try text(),
      pages: try number(),
      sha256: try text(),
      fingerprint: try text(),
      parts: try list { decoder throws(Malformed) in
        Manifest.Part(
          form: try decoder.text(),
          volume: try decoder.optionalText(),
          copy: try decoder.number(),
          firstPage: try decoder.number(),
          pages: try decoder.number()
        )
      }
    )
  }

  private mutating func summary() throws(Malformed) -> SchoolSummary {
    SchoolSummary(
      rowCount: try number(),
      heldBack: try list { decoder throws(Malformed) in
        HeldBack(
          school: try decoder.text(),
          kind: try decoder.text(),
          rows: try decoder.list { decoder throws(Malformed) in
            HeldBack.Row(place: try decoder.place(), person: try decoder.text())
          }
        )
      },
      sources: try list { decoder throws(Malformed) in
        EnrolmentSource(
          source: Int32(truncatingIfNeeded: try decoder.number()),
          college: try decoder.text(),
          place: try decoder.place()
        )
      },
      usedExemptions: try list { decoder throws(Malformed) in try decoder.number() },
      values: ContiguousArray(try list { decoder throws(Malformed) in try decoder.text() })
    )
  }
}
