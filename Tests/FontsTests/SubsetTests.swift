import DocumentModel
import Testing

@testable import Fonts

@Suite("Subsets")
struct SubsetTests {
  private func cids(_ text: String) -> [UInt16] {
    Set(text.unicodeScalars.map { fonts.metrics[.song][$0.value].cid }).sorted()
  }

  @Test("ToUnicode gives every CID its own character, above U+FFFF as surrogates")
  func toUnicode() {
    let set = cids("𠮷·・A")
    let face = fonts.faces[0]
    let text = String(decoding: SubsetTables.toUnicode(of: set, in: face), as: UTF8.self)
    #expect(text.contains("4 beginbfchar"))
    for target in ["<D842DFB7>", "<00B7>", "<30FB>", "<0041>"] {
      #expect(text.contains("> \(target)\n") || text.contains(">\(target)\n"), "\(target)")
    }
  }

  @Test("ToUnicode blocks hold at most 100 entries")
  func blocks() {
    let set = Set((UInt32(0x4E00)..<0x4E00 + 250).map { fonts.metrics[.song][$0].cid }).sorted()
    let text = String(decoding: SubsetTables.toUnicode(of: set, in: fonts.faces[0]), as: UTF8.self)
    #expect(text.contains("100 beginbfchar"))
    #expect(text.contains("50 beginbfchar"))
  }

  @Test("Widths list neighbours together and leave out full widths")
  func widths() throws {
    let digits = cids("0123456789")
    let text = String(decoding: SubsetTables.widths(of: digits, in: fonts.faces[0]), as: UTF8.self)
    // The digits of FormSong are glyphs 17 to 26; they are proportional.
    #expect(text == "[17[557 471 558 557 555 558 558 549 558 562]]")
    #expect(SubsetTables.widths(of: cids("一二"), in: fonts.faces[0]) == Array("[]".utf8))
  }

  @Test("A subset of 300 Han characters stays small")
  func size() throws {
    let set = Set((UInt32(0x4E00)..<0x4E00 + 300).map { fonts.metrics[.song][$0].cid }).sorted()
    let font = try fonts.subset(face: 0, cids: set)
    #expect(font.fontFileLength < 200_000)
    #expect(font.fontFile.count + font.glyphMap.count + font.toUnicode.count < 130_000)
    #expect(font.fontFile.count > 20_000)
  }

  @Test("The tag and the bytes are functions of the set alone, in every thread")
  func deterministic() async throws {
    let set = cids("毕业证书验印")
    var fresh: [SubsetFont] = []
    for _ in 0..<2 { fresh.append(try SubsetCache(faces: fonts.faces).subset(face: 0, cids: set)) }
    #expect(fresh[0].baseName == fresh[1].baseName)
    #expect(fresh[0].fontFile == fresh[1].fontFile)
    let cache = SubsetCache(faces: fonts.faces)
    let files = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try cache.subset(face: 0, cids: set).fontFile } }
      return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
    }
    #expect(files.allSatisfy { $0 == fresh[0].fontFile })
    let other = try fonts.subset(face: 0, cids: cids("毕业证书验"))
    #expect(other.baseName != fresh[0].baseName)
    #expect(fresh[0].baseName.utf8.prefix(7).last == UInt8(ascii: "+"))
  }

  @Test("The cache forgets old subsets and still answers")
  func eviction() throws {
    let cache = SubsetCache(faces: fonts.faces)
    let first = try cache.subset(face: 0, cids: cids("甲"))
    for start in 0..<30 {
      let range = UInt32(0x4E00 + start * 100)..<UInt32(0x4E00 + start * 100 + 4000)
      let set = Set(range.map { fonts.metrics[.song][$0].cid }).sorted()
      _ = try cache.subset(face: 0, cids: set)
    }
    #expect(try cache.subset(face: 0, cids: cids("甲")).fontFile == first.fontFile)
  }

  @Test("Library versions are known for fingerprints")
  func versions() {
    #expect(FontSet.libraryVersions.allSatisfy { $0.version.utf8.contains(UInt8(ascii: ".")) })
  }

  @Test(
    "XXH64 gives the published values",
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      (
        "Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1
      ),
    ] as [(String, UInt64)]
  )
  func xxh64(text: String, hash: UInt64) {
    #expect(Fingerprint(of: Array(text.utf8)).high == hash)
  }
}
