internal import DocumentModel
internal import Fonts

/// Puts the objects of a file into a libharu document.
struct DocumentAssembly {
  private let haru: HaruDocument
  private let document: PDFDocument
  /// All pages in order: each part's first page has the index of its start.
  private let pages: [EncodedPage]
  private var pageObjects: [HaruDocument.Object] = []
  /// Number of each content's stream object.
  private var streams: [ObjectIdentifier: UInt32] = [:]
  /// The `/Font` entries of the resources.
  private var fontEntries = ""
  /// The `/XObject` entries of the resources.
  private var pictureEntries = ""

  /// How many children a node of the page tree has at most.
  private static let fanOut = 100

  init(_ haru: HaruDocument, _ document: PDFDocument) {
    self.haru = haru
    self.document = document
    pages = document.parts.flatMap(\.pages)
  }

  /// Adds one subset font for each face that the pages use.
  mutating func addFonts(of fonts: FontSet) throws {
    for (face, cids) in try usedCIDs().enumerated() where !cids.isEmpty {
      let subset = try fonts.subset(face: face, cids: cids)
      fontEntries += "/F\(face) \(try FontObjects.add(subset, to: haru)) 0 R"
    }
  }

  /// Adds the pictures that the pages use, each once.
  mutating func addPictures() throws {
    var seen: Set<String> = []
    for page in pages {
      for content in page.contents {
        for picture in content.pictures
        where seen.insert(PictureObjects.name(of: picture)).inserted {
          let number = try PictureObjects.add(picture, to: haru)
          pictureEntries += "/\(PictureObjects.name(of: picture)) \(number) 0 R"
        }
      }
    }
  }

  /// By face: the CIDs of all pages, ascending.
  private func usedCIDs() throws -> [[UInt16]] {
    var marks: [[UInt64]] = []
    var seen: Set<ObjectIdentifier> = []
    for page in pages {
      for content in page.contents where seen.insert(ObjectIdentifier(content)).inserted {
        for cid in content.cids {
          let face = Int(cid >> 16)
          while marks.count <= face { marks.append([UInt64](repeating: 0, count: 1024)) }
          marks[face][Int(cid >> 6) & 1023] |= 1 << UInt64(cid & 63)
        }
      }
    }
    return marks.map { words in
      var cids: [UInt16] = []
      for (index, word) in words.enumerated() {
        var rest = word
        while rest != 0 {
          cids.append(UInt16(index << 6 | rest.trailingZeroBitCount))
          rest &= rest - 1
        }
      }
      return cids
    }
  }

  /// Adds contents, pages and the tree of pages.
  mutating func addPages() throws {
    for page in pages {
      for content in page.contents where streams[ObjectIdentifier(content)] == nil {
        let object = try haru.add(ObjectSource(deflated: content.deflated))
        streams[ObjectIdentifier(content)] = object.number
      }
    }
    guard let first = pages.first else { return }
    let sheet = (width: first.width, height: first.height)
    let leaves = try addLeaves()
    let texts = PageTexts(
      pages: pages,
      streams: streams,
      leaves: leaves.map(\.number),
      fanOut: DocumentAssembly.fanOut,
      sheet: sheet
    )
    pageObjects.reserveCapacity(pages.count)
    // One source for all pages: the object's number tells which page it is.
    let source = ObjectSource { number, bytes in
      texts.append(page: Int(number - texts.firstNumber), to: &bytes)
    }
    for index in pages.indices {
      let page = try haru.addPage(source)
      if index == 0 { texts.firstNumber = page.number }
      try haru.append(page, to: leaves[index / DocumentAssembly.fanOut])
      pageObjects.append(page)
    }
    let inherited =
      "/MediaBox[0 0 \(PageTexts.decimal(sheet.width)) \(PageTexts.decimal(sheet.height))]"
      + "/Resources<</Font<<\(fontEntries)>>"
      + (pictureEntries.isEmpty ? "" : "/XObject<<\(pictureEntries)>>") + ">>\n"
    haru.setInheritedPageEntries(
      ObjectSource { _, bytes in bytes.append(contentsOf: inherited.utf8) }
    )
  }

  /// The lowest nodes of the page tree, enough for all pages.
  ///
  /// Flat arrays would end at 32,767.
  private func addLeaves() throws -> [HaruDocument.Object] {
    var level = [haru.pageRoot]
    let wanted = (pages.count + DocumentAssembly.fanOut - 1) / DocumentAssembly.fanOut
    var widths: [Int] = []
    var width = wanted
    while width > 1 {
      widths.append(width)
      width = (width + DocumentAssembly.fanOut - 1) / DocumentAssembly.fanOut
    }
    for width in widths.reversed() {
      level = try (0..<width).map { index in
        try haru.addPageNode(below: level[index / DocumentAssembly.fanOut])
      }
    }
    return level
  }

  /// Adds the outline of the parts that ask for one.
  func addOutline() throws {
    var open: [(title: String, item: HaruDocument.OutlineItem)] = []
    var page = 0
    for part in document.parts where !part.pages.isEmpty {
      defer { page += part.pages.count }
      if part.outline.isEmpty { continue }
      var depth = 0
      // The last title is the part's own; only those before it are shared with the part before.
      while depth < open.count, depth < part.outline.count - 1,
        open[depth].title.utf8.elementsEqual(part.outline[depth].utf8)
      {
        depth += 1
      }
      open.removeSubrange(depth...)
      for title in part.outline[depth...] {
        let item = try haru.addOutlineItem(title, below: open.last?.item, to: pageObjects[page])
        open.append((title, item))
      }
    }
  }

  /// Adds what the catalog says of the file as a whole.
  func addCatalogEntries() throws {
    var text = "/Lang(\(document.language.filter { $0.isASCII && ($0.isLetter || $0 == "-") }))"
    text += "/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None"
    switch document.duplex {
    case .simplex: text += "/Duplex/Simplex"
    case .longEdge: text += "/Duplex/DuplexFlipLongEdge"
    case .shortEdge: text += "/Duplex/DuplexFlipShortEdge"
    case nil: break
    }
    text += ">>"
    if document.parts.contains(where: { !$0.outline.isEmpty && !$0.pages.isEmpty }) {
      text += "/PageMode/UseOutlines"
    }
    text += pageLabels()
    let entries = text + "\n"
    haru.setCatalogEntries(ObjectSource { _, bytes in bytes.append(contentsOf: entries.utf8) })
    try haru.setInformation("Title", document.title)
    if let subject = document.subject { try haru.setInformation("Subject", subject) }
  }

  private func pageLabels() -> String {
    guard document.parts.contains(where: { $0.label != nil }) else { return "" }
    var text = "/PageLabels<</Nums["
    var page = 0
    for part in document.parts where !part.pages.isEmpty {
      if let label = part.label {
        let prefix = PDFText.hex(PDFText.utf16(label))
        let start = part.firstNumber == 1 ? "" : "/St \(part.firstNumber)"
        text += "\(page)<</S/D/P\(String(decoding: prefix, as: UTF8.self))\(start)>>"
      } else {
        text += "\(page)<</S/D/St \(page + 1)>>"
      }
      page += part.pages.count
    }
    return text + "]>>"
  }

  /// The file's `/ID`: a fingerprint of what it shows.
  func identifier() -> [UInt8] {
    var bytes = Array(document.title.utf8)
    for part in document.parts {
      bytes.append(0)
      bytes.append(contentsOf: part.outline.joined(separator: "\n").utf8)
      for page in part.pages { bytes.append(contentsOf: page.fingerprint.bytes) }
    }
    return Fingerprint(of: bytes).bytes
  }
}
