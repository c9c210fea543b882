package import DocumentModel

/// Something that cannot be printed as it is, or that somebody should look at.
///
/// The document that would show a fault is withheld by the caller; what is laid out for it is harmless
/// but not to be used.
package struct LayoutFinding: Hashable, Sendable {
  /// What is wrong.
  package var kind: Kind
  /// The value it is about; `.none` for words of the template.
  package var value: ValueID
  /// The text of the value or of the template's words, as it should have been shown.
  package var text: String

  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// No face of the role's fallback chain has the character.
    case missingGlyph(scalar: UInt32)
    /// The text does not fit its cell or band at the smallest size.
    case tooLong
    /// A line, or the fixed columns of a table, are wider than the space they have.
    case tooWide
    /// A row or block is taller than a page.
    case tooTall
    /// The text fits only smaller and in a row that was made higher: no fault.
    case grown
    /// A box for a seal is smaller than 50 x 50 mm although its band is high enough.
    case noSealSpace
    /// The document has more pages than any packet can have; the number is the limit.
    case tooManyPages(limit: Int)
  }

  /// Whether the document may not be used.
  package var isFault: Bool { kind != .grown }

  /// A finding.
  package init(kind: Kind, value: ValueID, text: String) {
    self.kind = kind
    self.value = value
    self.text = text
  }
}

/// A layout that could not be finished.
package enum LayoutError: Error, Hashable, Sendable {
  /// ICU could not be opened or failed.
  case lineBreaking(code: Int32)
}

/// The layout of a document stops at its page limit.
struct PageLimitReached: Error {}

/// The findings of one document, each once however often its text is measured or repeated.
struct FindingLog {
  private(set) var findings: [LayoutFinding] = []
  private var seen: Set<LayoutFinding> = []

  mutating func add(_ kind: LayoutFinding.Kind, _ value: ValueID, _ text: String) {
    let finding = LayoutFinding(kind: kind, value: value, text: text)
    if seen.insert(finding).inserted { findings.append(finding) }
  }
}
