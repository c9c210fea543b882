import Foundation
import Testing

/// A folder of outputs that is printed, corrected and printed again.
struct ReprintFolder {
  let root: String
  let options: [String]

  var out: String { "\(root)/out" }

  init(_ options: [String] = []) throws {
    root = try Program.temporaryFolder()
    self.options = options
  }

  func remove() { try? FileManager.default.removeItem(atPath: root) }

  /// Runs `packet` on a season.
  @discardableResult
  func packet(
    _ season: SeasonFile,
    _ more: [String] = [],
    out: String? = nil,
    expecting status: Int32? = 0
  ) throws -> Program.Outcome {
    try season.write(to: "\(root)/数据.json")
    let outcome = try Program.run(
      [
        "packet", "\(root)/数据.json", "--out", out ?? self.out, "--today", "2023-07-05",
        "--no-progress",
      ] + options + more
    )
    if let status { #expect(outcome.status == status, "\(outcome.errors)") }
    return outcome
  }

  /// Runs `printed`.
  @discardableResult
  func printed() throws -> Program.Outcome {
    try Program.run(["printed", out, "--today", "2023-06-28"])
  }

  /// The reprint files.
  var reprintFiles: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: out)
        .filter { $0.hasPrefix("补打") || $0.hasPrefix("更正单") }.sorted()
    }
  }

  /// Every file but those that a clean rendering cannot have.
  func documents(_ folder: String? = nil) throws -> [String: Data] {
    try Program.files(in: folder ?? out).filter { name, _ in
      !name.hasPrefix("补打") && !name.hasPrefix("更正单") && !name.hasPrefix(".yanyin/")
    }
  }

  /// The words of a file, without spaces.
  func text(_ name: String) throws -> String {
    try Program.tool("pdftotext", ["-layout", "\(out)/\(name)", "-"]).output
      .replacing(" ", with: "")
  }
}
