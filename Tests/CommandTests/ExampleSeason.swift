import Foundation
import TestTools
import Testing

/// The example season, rendered once for all suites in every format.
enum ExampleSeason {
  /// The run and where its files lie.
  struct Run: Sendable {
    var folder: String
    var outcome: Program.Outcome
    var output: OutputFolder { OutputFolder(path: folder) }
  }

  /// The folder of the rendered season goes with the process.
  private static let folder = NSTemporaryDirectory() + "yanyin-examples-\(getpid())"

  private static let result = Result {
    atexit { try? FileManager.default.removeItem(atPath: ExampleSeason.folder) }
    return Run(
      folder: folder,
      outcome: try Program.packet(
        ["Examples"],
        to: folder,
        ["--formats", "pdf,html,xml,xlsx"]
      )
    )
  }

  /// The season with its outputs.
  static func run() throws -> Run { try result.get() }

  /// The season's tables as Python reads them: an account of the input that owes nothing to the
  /// program.
  static func tables() throws -> [String: [[String: String]]] { try readTables.get() }

  private static let readTables = Result {
    let outcome = try Tool.run(
      "python3",
      ["Tests/CommandTests/Fixtures/read_examples.py"]
    )
    return try JSONDecoder().decode([String: [[String: String]]].self, from: outcome.bytes)
  }

  /// A school of the season: where its files lie and how many copies the notice asks of it.
  struct School: Sendable, CustomTestStringConvertible {
    var name: String
    var place: String
    var copies: Int
    var folder: String { "\(place)/\(name)" }
    var testDescription: String { name }

    /// The school's print file for a paper.
    func packet(_ paper: String) -> String { "\(folder)/\(name)-现场验印材料-\(paper).pdf" }
  }

  static let schools = [
    School(name: "南宁市木棉职业技术学校", place: "南宁市", copies: 3),
    School(name: "马山县金银花职业技术学校", place: "南宁市", copies: 3),
    School(name: "广西红豆杉工业学校", place: "区直", copies: 2),
  ]
}
