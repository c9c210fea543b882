import Testing

@testable import Packets

@Suite("Copies and sheets of print files")
struct PrintedPileTests {
  private func part(_ copy: Int, from first: Int, pages: Int, of volume: String) -> Manifest.Part {
    Manifest.Part(
      form: "registration",
      volume: volume,
      copy: copy,
      firstPage: first,
      pages: pages
    )
  }

  private func packet(_ parts: [Manifest.Part]) -> Manifest.Packet {
    Manifest.Packet(
      path: "",
      school: "甲校",
      paper: "A3",
      pages: 12,
      sha256: "",
      fingerprint: "",
      parts: parts
    )
  }

  @Test("on both sides an empty side in a copy or at its end makes no sheet of its own")
  func duplex() {
    // A page, its empty back and the sealed page, twice; then three pages and an empty back.
    let parts = [
      part(1, from: 1, pages: 1, of: "护理"), part(1, from: 3, pages: 1, of: "护理"),
      part(2, from: 5, pages: 1, of: "护理"), part(2, from: 7, pages: 1, of: "护理"),
      part(1, from: 9, pages: 3, of: "会计"),
    ]
    let pile = PrintedPile([packet(parts)], isDuplex: true)
    #expect(pile.sheets == ["A3": 6])
    #expect(pile.copyCount == 3)
    #expect(pile.forms["registration"]?.documents == 2)
  }

  @Test("on one side a page is a sheet")
  func simplex() {
    let parts = [part(1, from: 1, pages: 2, of: "护理"), part(2, from: 3, pages: 2, of: "护理")]
    let pile = PrintedPile([packet(parts)], isDuplex: false)
    #expect(pile.sheets == ["A3": 4])
    #expect(pile.copies(of: "registration") == 2)
    #expect(pile.copies(of: "review") == 0)
  }
}
