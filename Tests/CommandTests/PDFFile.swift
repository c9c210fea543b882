import Foundation
import TestTools

/// A PDF as poppler and qpdf see it.
struct PDFFile {
  var path: String

  /// The text of each page: in the order in which it was drawn, or as it lies on the page.
  func pages(asLaidOut: Bool = false) throws -> [String] {
    let outcome = try Tool.run("pdftotext", [asLaidOut ? "-layout" : "-raw", path, "-"])
    return outcome.output.components(separatedBy: "\u{C}").dropLast()
  }

  /// The text of each page without blanks and line ends.
  func solidPages(asLaidOut: Bool = false) throws -> [String] {
    try pages(asLaidOut: asLaidOut).map(\.withoutBlanks)
  }

  /// Width and height of each page in points, rounded.
  func sizes() throws -> [[Int]] {
    let outcome = try Tool.run("pdfinfo", ["-f", "1", "-l", "-1", path])
    return outcome.output.matches(of: /Page +\d+ size: +([\d.]+) x ([\d.]+)/).map { match in
      [match.output.1, match.output.2].map { Int((Double($0) ?? 0).rounded()) }
    }
  }

  /// The paper of each page: A4 or A3, whichever way it lies.
  func papers() throws -> [String] {
    try sizes().map { size in
      switch size.sorted() {
      case [595, 842]: "A4"
      case [842, 1191]: "A3"
      default: "\(size)"
      }
    }
  }

  /// A page as a reader numbers and lists it.
  struct Listed: Hashable {
    /// The titles of the outline that lead here.
    var titles: [String]
    /// The label, as `审核表 第 2 份 1`.
    var label: String
    /// What the page draws: the numbers of its content objects.
    var contents: [String]
  }

  /// The pages with their outline entries and labels.
  func listed() throws -> [Listed] {
    let outcome = try Tool.run(
      "qpdf",
      ["--json", "--json-key=pages", "--json-key=pagelabels", path]
    )
    let json = try JSONDecoder().decode(Listing.self, from: outcome.bytes)
    var pages: [Listed] = []
    for (index, page) in json.pages.enumerated() {
      let range = json.pagelabels.last { $0.index <= index }
      let prefix = range?.label.prefix ?? ""
      let number = (range?.label.first ?? 1) + index - (range?.index ?? 0)
      pages.append(
        Listed(
          titles: page.outlines.map(\.title),
          label: (prefix.hasPrefix("u:") ? String(prefix.dropFirst(2)) : prefix) + "\(number)",
          contents: page.contents
        )
      )
    }
    return pages
  }

  private struct Listing: Decodable {
    struct Page: Decodable {
      struct Outline: Decodable { var title: String }
      var outlines: [Outline]
      var contents: [String]
    }
    struct Range: Decodable {
      struct Label: Decodable {
        var prefix: String?
        var first: Int?
        enum CodingKeys: String, CodingKey {
          case prefix = "/P"
          case first = "/St"
        }
      }
      var index: Int
      var label: Label
    }
    var pages: [Page]
    var pagelabels: [Range]
  }

  /// The faces as `pdffonts` lists them: name and the words of embedded, subset, with Unicode.
  func fonts() throws -> [(name: String, state: String)] {
    let outcome = try Tool.run("pdffonts", [path])
    return outcome.output.split(separator: "\n").dropFirst(2).map { line in
      let words = line.split(separator: " ")
      return (String(words[0]), words.dropLast(2).suffix(3).joined(separator: " "))
    }
  }
}

extension String {
  /// How often a text stands in this one, side by side.
  func count(of text: String) -> Int { components(separatedBy: text).count - 1 }

  /// The text without blanks and line ends.
  var withoutBlanks: String {
    components(separatedBy: .whitespacesAndNewlines).joined()
  }
}
