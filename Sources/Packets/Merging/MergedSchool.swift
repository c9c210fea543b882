import DocumentModel
import Forms
import PDFOutput

/// The pages of a school's print file, without the records and forms that they were made of: these would
/// stay in memory with them.
struct PrintedPages: Sendable {
  /// The paper's name.
  let paper: String
  /// The parts of the PDF.
  let parts: [PDFPart]

  /// The pages of a file.
  init(_ file: PrintFile) {
    paper = file.paper
    parts = file.parts
  }
}

/// A school in the print files of all schools.
struct MergedSchool: Sendable {
  let name: String
  let outcome: UnitOutcome

  /// A school of which a run made print files; nil for what is none.
  init?(_ outcome: UnitOutcome) {
    guard let school = outcome.school, !outcome.packets.isEmpty else { return nil }
    name = school
    self.outcome = outcome
  }

  /// The root `banner` of the sheet that stands before the school's pages on a paper.
  func banner(
    paper: String,
    number: Int,
    of count: Int,
    in policy: PacketPolicy,
    isDuplex: Bool
  ) -> Entity {
    let packets = outcome.packets.filter { $0.paper.hasSameBytes(as: paper) }
    let pile = PrintedPile(packets, isDuplex: isDuplex)
    let documents = policy.printedForms.compactMap { pile.text(of: $0) }
    return Entity(
      derived: ContiguousArray(BannerValue.self) { value in
        switch value {
        case .number: String(number)
        case .schoolCount: String(count)
        case .school: name
        case .city: outcome.city ?? ""
        case .documents: documents.joined(separator: "、")
        case .copies: String(pile.copyCount)
        case .paper: paper
        case .sheets: String(packets.reduce(0) { $0 + $1.sheets(isDuplex: isDuplex) })
        case .sides: isDuplex ? "双面" : "单面"
        case .missing: CityLine.text(of: outcome.withheld, policy)
        }
      }
    )
  }
}
