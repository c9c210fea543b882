import Foundation
import Packets
import TestTools
import Testing

@Suite("Page numbers")
struct PageNumberTests {
  /// All of 「第 X 页 共 Y 页」 on a page.
  private func numbers(on page: String) -> [String] {
    page.matches(of: /第\d+页共\d+页/).map { String($0.output) }
  }

  @Test("each copy of each document counts its own pages, and slips count none")
  func copies() throws {
    let output = try ExampleSeason.run().output
    for packet in try output.manifest().packets {
      let pages = try output.pdf(packet.path).solidPages()
      var expected = Array(repeating: [String](), count: packet.pages)
      for part in packet.parts {
        for number in 1...part.pages {
          expected[part.firstPage + number - 2] = ["第\(number)页共\(part.pages)页"]
        }
      }
      #expect(pages.map(numbers) == expected, "\(packet.path)")
    }
  }

  @Test("single forms count their own pages")
  func documents() throws {
    let output = try ExampleSeason.run().output
    for document in try output.manifest().documents where document.path.hasSuffix(".pdf") {
      let count = document.pages ?? 0
      let pages = try output.pdf(document.path).solidPages()
      #expect(pages.map(numbers) == (1...count).map { ["第\($0)页共\(count)页"] })
    }
  }

  @Test("the slip names the pages of the A3 file", arguments: ExampleSeason.schools)
  func slip(school: ExampleSeason.School) throws {
    let output = try ExampleSeason.run().output
    let count = try output.pdf(school.packet("A3")).sizes().count
    let slips = try output.pdf(school.packet("A4")).solidPages().filter {
      $0.contains("此处插入A3登记表")
    }
    #expect(slips.count == 1)
    #expect(slips.first?.contains("此处插入A3登记表第1—\(count)页") == true)
    #expect(slips.first?.contains("A3共\(count)张") == true)
  }
}
