internal import DocumentModel
import PDFOutput

/// How the pages of a copy lie on both sides of its sheets: an even number of sides, and a page that is
/// sealed never on a back, where red ink of the front shows through (domain: 70 g paper).
struct DuplexSides: Sendable {
  /// For each side the page that it shows, from 0; nil for an empty side.
  let pages: [Int?]

  /// The sides of a copy; `sealed` says of each page whether it is sealed.
  init(sealed: [Bool]) {
    var sides: [Int?] = []
    for (page, isSealed) in sealed.enumerated() {
      if isSealed, sides.count % 2 == 1 { sides.append(nil) }
      sides.append(page)
    }
    if sides.count % 2 == 1 { sides.append(nil) }
    pages = sides
  }

  /// Sheets of paper that a copy takes.
  var sheetCount: Int { pages.count / 2 }

  /// The pages on their sides, empty ones as large as the page that they stand with.
  func arrange(_ printed: [EncodedPage]) -> [EncodedPage] {
    var last = printed.first
    return pages.compactMap { page in
      guard let page else {
        return last.map { EncodedPage(width: $0.width, height: $0.height) }
      }
      last = printed[page]
      return printed[page]
    }
  }
}
