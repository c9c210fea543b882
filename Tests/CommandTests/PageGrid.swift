import Foundation
import TestTools

/// The tables of a page as a reader sees them: the words that poppler finds, in the cells that the
/// rules which MuPDF draws make.
struct PageGrid {
  /// The rows between two horizontal rules, each with the texts of its cells, without blanks.
  var rows: [[String]]

  /// The grids of all pages of a file.
  static func pages(of path: String) throws -> [PageGrid] {
    let words = try Tool.run("pdftotext", ["-bbox", path, "-"]).output
    let drawn = try Tool.run("mutool", ["trace", path]).output
    let texts = words.split(separator: "<page ").dropFirst()
    let rules = drawn.split(separator: "<page ").dropFirst()
    return zip(texts, rules).map { PageGrid(words: String($0), rules: String($1)) }
  }

  private struct Word {
    var x: Double
    var y: Double
    var text: String
  }

  private struct Segment {
    var from: (x: Double, y: Double)
    var to: (x: Double, y: Double)
  }

  private init(words: String, rules: String) {
    let words = PageGrid.words(in: words)
    let segments = PageGrid.segments(in: rules)
    let flat = segments.filter { abs($0.from.y - $0.to.y) < 0.1 && $0.from.x != $0.to.x }
    let upright = segments.filter { abs($0.from.x - $0.to.x) < 0.1 && $0.from.y != $0.to.y }
    let tops = PageGrid.distinct(flat.map(\.from.y))
    rows = zip(tops, tops.dropFirst()).map { top, bottom in
      let middle = (top + bottom) / 2
      let edges = PageGrid.distinct(
        upright.filter {
          min($0.from.y, $0.to.y) < middle && max($0.from.y, $0.to.y) > middle
        }.map(\.from.x)
      )
      return zip(edges, edges.dropFirst()).map { left, right in
        words.filter { $0.x > left && $0.x < right && $0.y > top && $0.y < bottom }
          .sorted { abs($0.y - $1.y) > 3 ? $0.y < $1.y : $0.x < $1.x }
          .map(\.text).joined()
      }
    }
  }

  /// Words by their middles.
  private static func words(in page: String) -> [Word] {
    let pattern =
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/
    return page.matches(of: pattern).map { match in
      let (_, left, top, right, bottom, text) = match.output
      return Word(
        x: ((Double(left) ?? 0) + (Double(right) ?? 0)) / 2,
        y: ((Double(top) ?? 0) + (Double(bottom) ?? 0)) / 2,
        text: String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
          .replacing("&quot;", with: "\"").replacing("&apos;", with: "'")
          .replacing("&amp;", with: "&")
      )
    }
  }

  /// The straight strokes of a page, from its upper left corner.
  private static func segments(in page: String) -> [Segment] {
    let size = page.firstMatch(of: /mediabox="0 0 [\d.]+ ([\d.]+)"/)
    let height = size.flatMap { Double($0.output.1) } ?? 0
    var segments: [Segment] = []
    var start = (x: 0.0, y: 0.0)
    var pen = start
    for match in page.matches(of: /<(moveto|lineto|closepath)(?: x="([\d.-]+)" y="([\d.-]+)")?/) {
      let (_, operation, x, y) = match.output
      switch operation {
      case "closepath":
        segments.append(Segment(from: pen, to: start))
        pen = start
      default:
        let point = (
          x: x.flatMap { Double($0) } ?? 0, y: height - (y.flatMap { Double($0) } ?? 0)
        )
        if operation == "moveto" {
          start = point
        } else {
          segments.append(Segment(from: pen, to: point))
        }
        pen = point
      }
    }
    return segments
  }

  /// Positions in order, each once.
  private static func distinct(_ positions: [Double]) -> [Double] {
    positions.sorted().reduce(into: []) { result, position in
      if position - (result.last ?? -100) > 1 { result.append(position) }
    }
  }
}
