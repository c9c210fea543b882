/// What a text that starts with `<` is, by its first element.
enum MarkupKind {
  /// XML, this program's own or foreign.
  case records
  /// XML of Excel 2003.
  case spreadsheet
  /// A web page.
  case page

  init(_ bytes: [UInt8], from start: Int) {
    let name = MarkupKind.firstElement(bytes, from: start)
    let local = name.split(separator: ":").last.map(String.init) ?? name
    self =
      if local == "workbook" {
        .spreadsheet
      } else if MarkupKind.pageElements.contains(local) {
        .page
      } else {
        .records
      }
  }

  private static let pageElements: Set<String> = [
    "html", "head", "body", "meta", "title", "style", "script", "link", "base", "table", "caption",
    "thead", "tbody", "tr", "td", "th", "div", "span", "p", "center", "font", "form", "br", "b",
    "h1", "h2", "h3", "h4", "frameset", "section", "article", "main",
  ]

  /// The name of the first element in lower case, behind declarations and comments.
  private static func firstElement(_ bytes: [UInt8], from start: Int) -> String {
    var scanner = HTMLScanner(bytes, from: start)
    while let token = scanner.next() {
      switch token {
      case .start(let tag): return tag.name
      case .end(let name): return name
      case .text: continue
      }
    }
    return ""
  }
}
