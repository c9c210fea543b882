import DocumentModel
import Foundation
import Pictures
import TestTools
import Testing

@testable import HTMLOutput

@Suite("Pictures in HTML")
struct PictureTests {
  private static func block(_ sample: PNGSample, _ words: String) throws -> Block {
    .picture(
      PictureBlock(
        picture: try PictureReader.read(sample.bytes),
        width: .millimetres(20),
        height: .millimetres(10),
        alignment: .right,
        description: words
      )
    )
  }

  @Test("A picture is in the page, as bytes in base 64, with its size and words")
  func bytes() throws {
    let form = SampleForm.form(blocks: [try Self.block(.colours, "校徽 <1>")])
    let page = String(decoding: HTMLWriter.write(form), as: UTF8.self)
    let file = Data(PNGSample.colours.bytes).base64EncodedString()
    #expect(page.contains("href=\"data:image/png;base64,\(file)\""))
    #expect(page.contains("<div class=\"picture r\">\n<svg width=\"20mm\" height=\"10mm\""))
    #expect(page.contains("role=\"img\" aria-label=\"校徽 &lt;1&gt;\""))
    #expect(page.contains("img-src data:\""))
  }

  @Test("Base 64 ends as it must, whatever the length")
  func endings() {
    for count in 0..<7 {
      let bytes = (0..<count).map { UInt8(250 - $0 * 37) }
      var html = HTMLBytes()
      html.base64(bytes)
      #expect(String(decoding: html.bytes, as: UTF8.self) == Data(bytes).base64EncodedString())
    }
  }

  @Test("A repeated picture is in the page once")
  func repeated() throws {
    let block = try Self.block(.colours, "")
    let form = SampleForm.form(header: [block], blocks: [block, block])
    let page = String(decoding: HTMLWriter.write(form), as: UTF8.self)
    #expect(page.components(separatedBy: ";base64,").count == 2)
    #expect(page.components(separatedBy: "<use href=\"#picture-1\">").count == 3)
    #expect(page.components(separatedBy: "aria-hidden=\"true\"").count == 4)
  }

  @Test(
    "The Nu checker finds neither error nor warning",
    .enabled(if: NuChecker.isExpected, "\(NuChecker.advice)")
  )
  func checker() throws {
    let blocks = [try Self.block(.colours, "校徽"), try Self.block(.colours, "")]
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).html")
    try Data(HTMLWriter.write(SampleForm.form(blocks: blocks + blocks))).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    #expect(try NuChecker.messages(on: [path.path]) == "")
  }
}
