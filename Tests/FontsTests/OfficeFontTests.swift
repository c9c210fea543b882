import Diagnostics
import DocumentModel
import Foundation
import Testing

@testable import Fonts

@Suite("The office's own fonts")
struct OfficeFontTests {
  private func load(_ files: [String: [UInt8]]) throws -> (FontSet, [Diagnostic]) {
    try withFolder(files) { folder in
      var sink = DiagnosticSink()
      let set = try FontSet(directory: fontFolder, overrides: folder, sink: &sink)
      return (set, sink.diagnostics)
    }
  }

  @Test("A font file with a usual name plays its role before ours")
  func usualNames() throws {
    let (set, findings) = try load(["SimFang.TTF": try bytes(of: "FormHei-Regular.ttf")])
    #expect(findings.isEmpty)
    let entry = set.metrics[.fang][0x97E6]
    #expect(set.faces[Int(entry.face)].fileName == "SimFang.TTF")
    #expect(set.faces.count == 6)
    // What it lacks comes from Song.
    #expect(set.metrics[.fang][0x4DB6] == set.metrics[.song][0x4DB6])
    #expect(set.metrics[.song][0x97E6].face == 0)
  }

  @Test("fonts.txt maps roles to members of a collection")
  func roleMap() throws {
    let (set, findings) = try load([
      "fonts.txt": Array("# 备注\r\nkai = all.ttc#1\r\n\r\n song=all.ttc\r\n".utf8),
      "all.ttc": collection(of: try bytes(of: "FormHei-Regular.ttf")),
    ])
    #expect(findings.isEmpty)
    let kai = set.metrics[.kai][0x97E6]
    #expect(set.faces[Int(kai.face)].collectionIndex == 1)
    let song = set.metrics[.song][0x97E6]
    #expect(set.faces[Int(song.face)].collectionIndex == 0)
    #expect(song.face != kai.face)
    // fang is Song unless mapped, so it follows the office's Song.
    #expect(set.metrics[.fang][0x97E6] == song)
    #expect(try set.subset(face: Int(kai.face), cids: [kai.cid]).fontFileLength > 0)
  }

  @Test("A line of fonts.txt that says nothing is reported with its number")
  func badLine() throws {
    let (_, findings) = try load([
      "fonts.txt": Array("fang = simfang.ttf\nsogn = x.ttf\nkai\nkai = x.ttc#-1\n".utf8),
      "simfang.ttf": try bytes(of: "FormHei-Regular.ttf"),
    ])
    #expect(findings.map(\.code) == ["F004", "F004", "F004"])
    let lines = findings.compactMap { finding -> Int? in
      if case .text(_, let line, _) = finding.place { line } else { nil }
    }
    #expect(lines == [2, 3, 4])
  }

  /// A font of one character (韦) with CFF outlines, made with fontTools 4.68 (FontBuilder, no times).
  private static let cff = """
    T1RUTwAJAIAAAwAQQ0ZGINGbwwQAAAIwAAAAX09TLzLY3OMSAAABAAAAAGBjbWFwAAyYOQAAAdwAAAA0aGVhZGL+RAAAAACc\
    AAAANmhoZWEHWgPWAAAA1AAAACRobXR4BEwAZAAAApAAAAAGbWF4cAACUAAAAAD4AAAABm5hbWXNqf6+AAABYAAAAHtwb3N0\
    AAMAAAAAAhAAAAAgAAEAAAABAAAZKjWdXw889QADA+gAAAAAAAAAAAAAAAAAAAAAAGQAAAOEAyAAAAADAAIAAAAAAAAAAQAA\
    A3D/iAAAA+gAZABkA4QAAQAAAAAAAAAAAAAAAAAAAAEAAFAAAAIAAAADA+gBkAAFAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
    AAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAA/Pz8/AACX5pfmAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAYATgAB\
    AAAAAAABAAQAAAABAAAAAAACAAMABAABAAAAAAAGAAgABwADAAEECQABAAgADwADAAEECQACAAYAFwADAAEECQAGABAAHVRl\
    c3RDRkZUZXN0LUNGRgBUAGUAcwB0AEMARgBGAFQAZQBzAHQALQBDAEYARgAAAAACAAAAAwAAABQAAwABAAAAFAAEACAAAAAE\
    AAQAAQAAl+b//wAAl+b//2gbAAEAAAAAAAMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAQBAAEBAQlUZXN0LUNG\
    RgABAQES+BwC74v6GPm0BckPi+oSzBEAAgEBCBB1bmk5N0U2VGVzdCBDRkYAAAABhwACAQENGfp87xb5tPm0/bQGDvp87xb5\
    tPm0/bQGDgAD6ABkAGQAAA==
    """

  @Test(
    "A CFF font is refused with words, never set blank",
    arguments: ["simsun.ttf", "simsun.ttc"]
  )
  func cff(name: String) throws {
    let data = try #require(Data(base64Encoded: Self.cff))
    let font = name.hasSuffix("ttc") ? collection(of: Array(data)) : Array(data)
    let (set, findings) = try load([name: font])
    #expect(findings.map(\.code) == ["F002"])
    #expect(findings.first?.message.contains("CFF") == true)
    #expect(findings.first?.severity == .error)
    #expect(set.metrics[.song][0x97E6] == fonts.metrics[.song][0x97E6])
  }

  @Test("A missing folder and a folder without known fonts are reported")
  func folders() throws {
    var sink = DiagnosticSink()
    _ = try FontSet(directory: fontFolder, overrides: "/nonexistent/fonts", sink: &sink)
    #expect(sink.diagnostics.map(\.code) == ["F001"])
    let (_, findings) = try load(["readme.md": [65]])
    #expect(findings.map(\.code) == ["F005"])
  }

  @Test("Our own folder without Song is an error that names it")
  func ownFolder() throws {
    try withFolder(["fonts.txt": Array("hei = x.ttf\n".utf8)]) { folder in
      var sink = DiagnosticSink()
      #expect(throws: FontError.self) { try FontSet(directory: folder, sink: &sink) }
    }
  }

  @Test("A character whose glyph is empty counts as missing")
  func emptyGlyphs() throws {
    var font = try bytes(of: "FormHei-Regular.ttf")
    let loca = try #require(table("loca", in: font))
    // All outlines empty: only spaces remain, and the rest comes from our fonts.
    for index in loca { font[index] = 0 }
    let (set, _) = try load(["simkai.ttf": font])
    #expect(set.metrics[.kai][0x97E6] == set.metrics[.song][0x97E6])
  }

  @Test("Cut and mutated fonts are reported or usable, never a crash", arguments: 0..<40)
  func mutated(seed: UInt64) throws {
    let whole = try bytes(of: "FormHei-Regular.ttf")
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var font = whole
    if seed % 4 == 0 {
      font = Array(whole[..<random(whole.count)])
    } else {
      let tags = ["cmap", "loca", "hmtx", "head", "maxp", "hhea", "glyf", "name", "OS/2"]
      let target = seed % 4 == 1 ? 0..<268 : try #require(table(tags[random(9)], in: whole))
      for _ in 0..<1 + random(40) {
        font[target.lowerBound + random(target.count)] = UInt8(random(256))
      }
    }
    let (set, findings) = try load(["simkai.ttf": font])
    #expect(findings.allSatisfy { $0.code.hasPrefix("F00") })
    guard set.faces.count > 5 else { return }
    var cids: Set<UInt16> = []
    for scalar in stride(from: UInt32(0x4E00), to: 0x9FA5, by: 37) {
      let entry = set.metrics[.kai][scalar]
      if entry.face == 5 { cids.insert(entry.cid) }
    }
    // A face that HarfBuzz cannot cut is an error; anything but a crash will do.
    _ = try? set.subset(face: 5, cids: cids.sorted())
  }
}
