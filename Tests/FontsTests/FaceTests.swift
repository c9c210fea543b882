import DocumentModel
import Testing

@testable import Fonts

@Suite("Faces and glyph tables")
struct FaceTests {
  let song = fonts.metrics[.song]

  @Test("Characters that share a glyph have a CID each, the preferred one the glyph id")
  func aliases() throws {
    let dot = song[0xB7]
    let katakanaDot = song[0x30FB]
    let face = fonts.faces[Int(dot.face)]
    #expect(dot.face == katakanaDot.face)
    #expect(dot.cid != katakanaDot.cid)
    #expect(Int(dot.cid) < face.glyphCount)
    #expect(Int(katakanaDot.cid) >= face.glyphCount)
    #expect(face.glyph(of: katakanaDot.cid) == dot.cid)
    #expect(face.scalar(of: dot.cid) == 0xB7)
    #expect(face.scalar(of: katakanaDot.cid) == 0x30FB)
    #expect(dot.advance == katakanaDot.advance)
  }

  @Test("No two characters of a face share a CID")
  func cidsAreUnique() {
    for face in fonts.faces {
      var seen: Set<UInt16> = []
      #expect(face.characters.allSatisfy { seen.insert($0.cid).inserted })
      #expect(face.characters.allSatisfy { face.scalar(of: $0.cid) == $0.scalar })
      #expect(face.unaliasedCount == 0)
    }
  }

  @Test("A compatibility form gets the alias, whichever code point is lower")
  func compatibilityForms() {
    // U+2F00 KANGXI RADICAL ONE is lower than U+4E00 and drawn with its glyph where fonts share it.
    let one = song[0x4E00]
    #expect(Int(one.cid) < fonts.faces[Int(one.face)].glyphCount)
    let slash = song[0x2215]
    let wideSlash = song[0xFF0F]
    #expect(Int(slash.cid) < fonts.faces[0].glyphCount)
    #expect(Int(wideSlash.cid) >= fonts.faces[0].glyphCount)
  }

  @Test(
    "Advances are in thousandths of the em",
    arguments: [
      (0x4E00, 1000), (0x20BB7, 1000), (0x3000, 1000), (0xB7, 1000),
    ] as [(UInt32, Int16)]
  )
  func advances(scalar: UInt32, advance: Int16) {
    #expect(song[scalar].advance == advance)
  }

  @Test("Faces of 1024 units to the em are scaled to 1000")
  func scaledFaces() throws {
    let rare = song[0x4DB6]
    #expect(fonts.faces[Int(rare.face)].postScriptName == "FormRareA")
    #expect(rare.advance == 1000)
  }

  @Test("The chain is Song, Rare-A, Rare-B; titles and Hei fall back to Song first")
  func chains() {
    let names: (FaceRole, UInt32) -> String = { role, scalar in
      let entry = fonts.metrics[role][scalar]
      return entry.isMissing ? "none" : fonts.faces[Int(entry.face)].postScriptName
    }
    #expect(names(.song, 0x97E6) == "FormSong-Regular")
    #expect(names(.song, 0x20BB7) == "FormSong-Regular")
    #expect(names(.song, 0x4DB6) == "FormRareA")
    #expect(names(.song, 0x20023) == "FormRareB")
    #expect(names(.title, 0x97E6) == "FormSong-Bold")
    #expect(names(.title, 0x3402) == "FormSong-Regular" || names(.title, 0x3402) == "FormSong-Bold")
    #expect(names(.title, 0x20023) == "FormRareB")
    #expect(names(.hei, 0x97E6) == "FormHei-Regular")
    #expect(names(.hei, 0x30FB) == "FormSong-Regular")
    #expect(names(.fang, 0x97E6) == "FormSong-Regular")
    #expect(names(.kai, 0x97E6) == "FormSong-Regular")
    #expect(names(.song, 0x30000) == "none")
  }

  @Test(
    "The non-breaking hyphen is drawn like a hyphen and stays itself",
    arguments: FaceRole.allCases
  )
  func nonBreakingHyphen(role: FaceRole) {
    let entry = fonts.metrics[role][0x2011]
    let face = fonts.faces[Int(entry.face)]
    #expect(!entry.isMissing)
    #expect(face.scalar(of: entry.cid) == 0x2011)
    #expect(
      face.glyph(of: entry.cid) == fonts.metrics[role][0x2010].cid
        || face.glyph(of: entry.cid) == fonts.metrics[role][0x2D].cid
    )
  }

  @Test("Spaces are there and stay apart: U+0020, U+00A0, U+3000")
  func spaces() {
    let cids = [0x20, 0xA0, 0x3000].map { song[$0] }
    #expect(cids.allSatisfy { !$0.isMissing })
    #expect(Set(cids.map(\.cid)).count == 3)
    #expect(cids[0].advance == cids[1].advance)
  }

  @Test(
    "What shows nothing by itself is missing, so that layout reports it",
    arguments: [
      0x00, 0x09, 0x0A, 0x85, 0x115F, 0x3164, 0x7F, 0xAD, 0x301, 0x200B, 0x200D, 0x200E, 0x2028,
      0x202E, 0x2060, 0x3099, 0xE000,
      0xF8FF, 0xFE00, 0xFE0F, 0xFEFF, 0xFFFC, 0xFFFD, 0xD800, 0xE0100, 0xF0000, 0x10FFFF, 0x110000,
    ] as [UInt32]
  )
  func unprintable(scalar: UInt32) {
    for role in FaceRole.allCases { #expect(fonts.metrics[role][scalar].isMissing) }
  }

  @Test("Tabular digits advance by the widest digit of the role's face")
  func tabularAdvance() {
    for role in FaceRole.allCases {
      let table = fonts.metrics[role]
      let widest = (UInt32(0x30)...0x39).map { table[$0].advance }.max()
      #expect(table.tabularAdvance == widest)
      #expect(table.tabularAdvance > 400 && table.tabularAdvance < 700)
    }
  }
}
