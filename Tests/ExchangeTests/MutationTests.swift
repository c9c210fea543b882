import Diagnostics
import Records
import Testing

@testable import Exchange

/// Damaged copies of files, the same ones in every run.
struct Mutations {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A number below `bound` (Knuth's linear congruential generator).
  mutating func number(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, bound)
  }

  /// A copy with bytes changed, taken out, put in or doubled.
  mutating func damaged(_ source: [UInt8]) -> [UInt8] {
    var bytes = source
    for _ in 0...number(below: 4) {
      let index = number(below: bytes.count)
      let length = min(number(below: 40), bytes.count - index)
      switch number(below: 6) {
      case 0: bytes.removeSubrange(index..<(index + length))
      case 1:
        bytes.insert(contentsOf: bytes[index..<(index + length)], at: number(below: bytes.count))
      case 2:
        for position in index..<(index + length) { bytes[position] = UInt8(number(below: 256)) }
      case 3: bytes[index] = [0, 0x7F, 0xFF, 0x22, 0x3C, 0x26][number(below: 6)]
      default: bytes[index] = UInt8(number(below: 256))
      }
      if bytes.isEmpty { return source }
    }
    return bytes
  }
}

@Suite("Damaged files")
struct MutationTests {
  static let files = [
    "season.xlsx", "small.xlsx", "season.xls", "small.xls", "page.xls", "xml2003.xls",
    "archive.xls",
    "season.csv", "season.json", "season.xml",
  ]

  /// Reads a file; one that gives nothing must say why.
  static func read(_ bytes: [UInt8], _ name: String) throws {
    let reading = try Reading(bytes: [(name, bytes)])
    #expect(!reading.season.schools.isEmpty || !reading.findings.isEmpty)
  }

  @Test("the whole files are read", arguments: files)
  func whole(name: String) throws {
    let reading = try Reading(bytes: [(name, WorkbookTests.fixture(name))])
    #expect(!reading.findings.contains { $0.isInputFailure })
  }

  @Test("files with damaged bytes never stop the program", arguments: files)
  func damaged(name: String) throws {
    let bytes = try WorkbookTests.fixture(name)
    var mutations = Mutations(seed: UInt64(name.utf8.count))
    for _ in 0..<200 { try Self.read(mutations.damaged(bytes), name) }
  }

  @Test("files that are cut off have a finding at every kilobyte", arguments: files)
  func truncated(name: String) throws {
    let bytes = try WorkbookTests.fixture(name)
    for length in stride(from: 0, to: bytes.count, by: 1024) {
      let reading = try Reading(bytes: [(name, Array(bytes[..<length]))])
      #expect(!reading.findings.isEmpty, "\(length)")
    }
  }

  @Test("damaged parts of a workbook never stop the program")
  func damagedParts() throws {
    let bytes = try WorkbookTests.fixture("season.xlsx")
    let archive = try ZipArchive(bytes, limits: ReadingLimits())
    var mutations = Mutations(seed: 7)
    for part in [
      "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml",
      "xl/_rels/workbook.xml.rels",
    ] {
      var source: [UInt8] = []
      #expect(try archive.read(part) { source += $0 })
      for _ in 0..<60 {
        let damaged = [(name: part, bytes: mutations.damaged(source))]
        try Self.read(try ZipRewriter.replace(damaged, in: bytes), "season.xlsx")
      }
    }
  }

  @Test("files that once stopped the program are read")
  func crashers() throws {
    let folder = WorkbookTests.folder + "/Crashers"
    for name in try LocalFileSystem().names(in: folder) where !name.hasPrefix(".") {
      try Self.read(try LocalFileSystem().bytes(of: "\(folder)/\(name)", limit: 1 << 20), name)
    }
  }
}
