import Foundation
import TestTools
import Testing

/// The ink that renderers put into each 4 mm cell of a page.
private struct PageInk {
  /// By renderer, page, row and column.
  var shares: [String: [[[Double]]]]

  init(of path: String) throws {
    let outcome = try Tool.run("python3", ["Tests/CommandTests/Fixtures/page_ink.py", path])
    try #require(outcome.status == 0, "\(outcome.errors)")
    shares = try JSONDecoder().decode([String: [[[Double]]]].self, from: outcome.bytes)
  }

  /// The renderers that this machine has.
  static let renderers: Set<String> = {
    let modules = try? Tool.run("python3", ["-c", "import pypdfium2"])
    return Set(
      [
        Tool.has("pdftoppm") ? "poppler" : nil, Tool.has("mutool") ? "mupdf" : nil,
        modules?.status == 0 ? "pdfium" : nil,
      ].compactMap(\.self)
    )
  }()

  /// The largest and the mean difference between two pages, as shares of a cell.
  static func difference(_ one: [[Double]], _ two: [[Double]]) -> (largest: Double, mean: Double) {
    var (largest, sum, count) = (0.0, 0.0, 0)
    for (left, right) in zip(one, two) {
      for (left, right) in zip(left, right) {
        largest = max(largest, abs(left - right))
        sum += abs(left - right)
        count += 1
      }
    }
    return (largest, sum / Double(max(1, count)))
  }
}

/// PDFium stands for Chromium, which shows PDFs with it.
///
/// How edges of glyphs and thin rules are smoothed differs: measured on all forms, at most 9 % of a
/// cell and 2.5 % on the mean. A character that only one renderer draws is 15 to 40 % of a cell.
@Suite("Pictures of pages")
struct PagePictureTests {
  private static let largest = 0.12
  private static let mean = 0.03

  private func check(_ file: PDFFile) throws {
    let ink = try PageInk(of: file.path)
    #expect(Set(ink.shares.keys) == PageInk.renderers)
    let reference = try #require(ink.shares["poppler"])
    #expect(reference.count == (try file.sizes().count))
    for (name, pages) in ink.shares where name != "poppler" {
      #expect(pages.count == reference.count, "\(name)")
      for (index, (one, two)) in zip(reference, pages).enumerated() {
        let difference = PageInk.difference(one, two)
        #expect(difference.largest <= Self.largest, "\(file.path), page \(index + 1), \(name)")
        #expect(difference.mean <= Self.mean, "\(file.path), page \(index + 1), \(name)")
        #expect(one.joined().reduce(0, +) > 10, "the page is empty")
      }
    }
  }

  private static let advice: Comment =
    "scripts/setup --tests installs poppler-utils and mupdf-tools"
  private static let isExpected =
    PageInk.renderers.isSuperset(of: ["poppler", "mupdf"]) || Tool.isStrict
  private static let lacksPDFium: Comment =
    "pypdfium2 is missing: scripts/setup --tests installs it"

  @Test(
    "poppler and MuPDF show the same pages of every form",
    .enabled(if: PagePictureTests.isExpected, PagePictureTests.advice)
  )
  func forms() throws {
    let output = try ExampleSeason.run().output
    let folder = ExampleSeason.schools[0].folder
    let names =
      ["0-材料清单", "2-登记表-护理", "3-审核表", "5-异动情况汇总表", "6-对口招收信息表-南宁红豆职业学院"].map {
        "\(folder)/\($0).pdf"
      } + ["南宁市/回执.pdf", ExampleSeason.schools[2].packet("A4")]
    for name in names { try check(output.pdf(name)) }
  }

  @Test(
    "the A4 list, the card and a draft too",
    .enabled(if: PagePictureTests.isExpected, PagePictureTests.advice)
  )
  func variants() throws {
    for options in [
      ["--variant", "registration=a4"], ["--variant", "registration=card"], ["--draft"],
    ] {
      try SeasonFile.sample.packet(["--form", "registration"] + options) { (run) throws in
        try check(run.output.pdf("南宁市/南宁市示例学校/2-登记表-护理.pdf"))
      }
    }
  }

  @Test(
    "PDFium, and so Chromium, is among the renderers",
    .enabled(
      if: PageInk.renderers.contains("pdfium") || Tool.isStrict,
      PagePictureTests.lacksPDFium
    )
  )
  func chromium() throws {
    let output = try ExampleSeason.run().output
    let ink = try PageInk(of: output.pdf("南宁市/回执.pdf").path)
    #expect(ink.shares["pdfium"]?.count == 1)
  }

  @Test(
    "the measure sees one name that is missing",
    .enabled(if: PagePictureTests.isExpected, PagePictureTests.advice)
  )
  func sensitivity() throws {
    var pages: [[[Double]]] = []
    for name in ["韦明明明", "韦"] {
      var season = SeasonFile.sample
      season.set("姓名", of: 0, to: name)
      try season.packet(["--form", "registration"]) { (run) throws in
        let ink = try PageInk(of: run.output.pdf("南宁市/南宁市示例学校/2-登记表-护理.pdf").path)
        pages.append(try #require(ink.shares["poppler"]?.first))
      }
    }
    #expect(PageInk.difference(pages[0], pages[1]).largest > Self.largest)
  }
}
