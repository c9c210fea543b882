internal import DocumentModel

/// The entries of page dictionaries, made while the file is written.
final class PageTexts {
  private let pages: [EncodedPage]
  private let streams: [ObjectIdentifier: UInt32]
  private let leaves: [UInt32]
  private let fanOut: Int
  private let sheet: (width: Length, height: Length)
  /// Number of the first page's object; the others follow it.
  var firstNumber: UInt32 = 0

  init(
    pages: [EncodedPage],
    streams: [ObjectIdentifier: UInt32],
    leaves: [UInt32],
    fanOut: Int,
    sheet: (width: Length, height: Length)
  ) {
    self.pages = pages
    self.streams = streams
    self.leaves = leaves
    self.fanOut = fanOut
    self.sheet = sheet
  }

  /// Appends the entries of a page by its index.
  func append(page index: Int, to bytes: inout [UInt8]) {
    let page = pages[index]
    bytes.append(contentsOf: "/Type/Page/Parent \(leaves[index / fanOut]) 0 R".utf8)
    if page.width != sheet.width || page.height != sheet.height {
      bytes.append(
        contentsOf:
          "/MediaBox[0 0 \(PageTexts.decimal(page.width)) \(PageTexts.decimal(page.height))]".utf8
      )
    }
    let contents = page.contents.compactMap { streams[ObjectIdentifier($0)] }
    if contents.count == 1 {
      bytes.append(contentsOf: "/Contents \(contents[0]) 0 R".utf8)
    } else if contents.count > 1 {
      bytes.append(contentsOf: "/Contents[".utf8)
      for (place, number) in contents.enumerated() {
        bytes.append(contentsOf: "\(place > 0 ? " " : "")\(number) 0 R".utf8)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A length in points as the shortest decimal.
  static func decimal(_ length: Length) -> String {
    var buffer = ContentBuffer(capacity: 16)
    buffer.put(thousandths: Int(length.milliPoints))
    return unsafe String(decoding: buffer.bytes, as: UTF8.self)
  }
}
