import Diagnostics
import Foundation
import Records
import Testing

@testable import Exchange

@Suite("Folders of inputs")
struct FolderTests {
  private static let manifest = """
    {
      "format": 1, "year": 2023, "generator": "yanyin", "revision": 1,
      "documents": [
        {"path": "南宁市/甲校/2-登记表-护理.xml", "form": "registration", "sha256": "0"}
      ],
      "packets": []
    }

    """
  private static let xml = JSONAndXMLTests.xml("<graduate n=\"1\"><name>甲</name></graduate>")

  private func load(
    _ paths: [String],
    _ files: [String: String]
  ) throws -> (files: [String], findings: [String]) {
    let memory = MemoryFiles(files: files.mapValues { Array($0.utf8) })
    let result = try InputLoader.load(paths: paths, schema: .builtIn, fileSystem: memory)
    return (
      Set(result.season.sources.map(\.file)).sorted(),
      result.findings.diagnostics.filter { $0.code == "I013" }.map(\.place.description)
    )
  }

  @Test("outputs below a folder of inputs are left out, once said")
  func below() throws {
    let files = [
      "数据/1.csv": Sample.school, "数据/out/manifest.json": Self.manifest,
      "数据/out/南宁市/甲校/2-登记表-护理.xml": Self.xml, "数据/out/手写.csv": Sample.roster,
    ]
    let result = try load(["数据"], files)
    #expect(result.files == ["数据/1.csv"])
    #expect(result.findings == ["数据/out"])
    // The same folder without our manifest.
    var others = files
    others["数据/out/manifest.json"] = "{\"name\": \"yanyin\"}"
    #expect(try load(["数据"], others).files.count == 3)
    // A run that was stopped before it wrote its manifest.
    others["数据/out/.yanyin/index.json"] = "{}"
    #expect(try load(["数据"], others).files == ["数据/1.csv"])
  }

  @Test("outputs that are named are read", arguments: ["数据/out", "数据/out/", "数据/out/南宁市"])
  func named(path: String) throws {
    let files = [
      "数据/out/manifest.json": Self.manifest, "数据/out/南宁市/甲校/2-登记表-护理.xml": Self.xml,
    ]
    let result = try load([path.hasSuffix("/") ? String(path.dropLast()) : path], files)
    #expect(result.files == ["数据/out/南宁市/甲校/2-登记表-护理.xml"])
    #expect(result.findings == [])
  }

  @Test("outputs among the data of one folder are left out, other XML is not")
  func among() throws {
    let files = [
      "数据/1.csv": Sample.school, "数据/manifest.json": Self.manifest,
      "数据/南宁市/甲校/2-登记表-护理.xml": Self.xml, "数据/旧.xml": Self.xml,
    ]
    let result = try load(["数据"], files)
    #expect(result.files == ["数据/1.csv", "数据/旧.xml"])
    #expect(result.findings == ["数据"])
  }

  @Test(
    "a pipe is refused and nobody waits for its writer",
    .timeLimit(.minutes(1)),
    arguments: [true, false]
  )
  func pipe(isNamed: Bool) throws {
    let folder = NSTemporaryDirectory() + "yanyin-folder-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder,
      withIntermediateDirectories: true
    )
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Sample.school.write(toFile: "\(folder)/1.csv", atomically: true, encoding: .utf8)
    let pipe = "\(folder)/2.csv"
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    let failure = #expect(throws: InputFailure.self) {
      try InputLoader.load(paths: [isNamed ? pipe : folder], schema: .builtIn)
    }
    #expect(failure?.path == pipe)
    #expect(failure?.reason.contains("不是普通文件") == true)
    // What becomes a pipe after it was looked at.
    #expect(throws: InputFailure.self) { try LocalFileSystem().bytes(of: pipe, limit: 1 << 20) }
    try FileManager.default.moveItem(atPath: pipe, toPath: "\(folder)/信号")
    let result = try InputLoader.load(paths: [folder], schema: .builtIn)
    #expect(result.findings.diagnostics.map(\.code) == ["I013"])
  }
}
