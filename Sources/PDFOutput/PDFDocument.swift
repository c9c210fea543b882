/// A PDF file to be written: pages in order, and what the reader shows about them.
package struct PDFDocument: Sendable {
  /// The title that viewers show.
  package var title: String
  /// What it is about; nil for nothing.
  package var subject: String?
  /// BCP 47 language of the text.
  package var language = "zh-CN"
  /// What viewers propose when it is printed; nil for nothing.
  package var duplex: Duplex?
  /// The documents and copies in order.
  package var parts: [PDFPart]

  /// How sheets are printed.
  package enum Duplex: Sendable {
    /// One side.
    case simplex
    /// Both sides, turned at the long edge.
    case longEdge
    /// Both sides, turned at the short edge.
    case shortEdge
  }

  /// A file.
  package init(title: String, parts: [PDFPart], subject: String? = nil, duplex: Duplex? = nil) {
    self.title = title
    self.parts = parts
    self.subject = subject
    self.duplex = duplex
  }
}

/// A stretch of pages of a file: one copy of one document.
package struct PDFPart: Sendable {
  /// Its place in the outline, from the outside in (`登记表 护理`, `第1份`); neighbours with the same
  /// beginning share it.
  ///
  /// Empty for no entry: such a part belongs to the one before it.
  package var outline: [String]
  /// What stands before the page number in the viewer's page field, which restarts with each part;
  /// nil to count on.
  package var label: String?
  /// The number of its first page behind the label.
  package var firstNumber: Int
  /// The pages.
  package var pages: [EncodedPage]

  /// A stretch of pages.
  package init(
    outline: [String] = [],
    label: String? = nil,
    firstNumber: Int = 1,
    pages: [EncodedPage]
  ) {
    self.outline = outline
    self.label = label
    self.firstNumber = firstNumber
    self.pages = pages
  }
}
