import DocumentModel
import PDFOutput
import Pictures

/// Pages that differ from paper, kept until they are printed: what a later run, which makes other
/// schools only, puts into the reprint files again.
struct PageArchive {
  private static let mark = "yanyin pages 2"

  /// The pages, by the index of their document in the school's state and their number from 1.
  private(set) var pages: [Place: EncodedPage] = [:]

  struct Place: Hashable {
    var document: Int
    var page: Int
  }

  init(_ pages: [Place: EncodedPage]) {
    self.pages = pages
  }

  /// The archive of a school; pages name faces by their place in the font set, so what tells the faces
  /// from others stands in it too.
  func encoded(school: String, faces: [String]) -> [UInt8] {
    var encoder = StateEncoder()
    encoder.append(PageArchive.mark)
    encoder.append(school)
    encoder.append(list: faces) { $0.append($1) }
    let places = pages.keys.sorted { ($0.document, $0.page) < ($1.document, $1.page) }
    var known: [ObjectIdentifier: Int] = [:]
    var contents: [EncodedContent] = []
    for content in places.flatMap({ pages[$0]?.contents ?? [] })
    where known[ObjectIdentifier(content)] == nil {
      known[ObjectIdentifier(content)] = contents.count
      contents.append(content)
    }
    var pictures: [Picture] = []
    for picture in contents.flatMap(\.pictures) where !pictures.contains(where: { $0 === picture })
    {
      pictures.append(picture)
    }
    encoder.append(list: pictures) { $0.append($1.file) }
    encoder.append(list: contents) { encoder, content in
      encoder.append(content.deflated)
      encoder.append(content.rawCount)
      encoder.append(content.fingerprint)
      encoder.append(list: content.cids) { $0.append(Int($1)) }
      let shown = content.pictures.compactMap { one in pictures.firstIndex { $0 === one } }
      encoder.append(list: shown) { $0.append($1) }
    }
    encoder.append(list: places) { encoder, place in
      guard let page = pages[place] else { return }
      encoder.append(place.document)
      encoder.append(place.page)
      encoder.append(Int(page.width.milliPoints))
      encoder.append(Int(page.height.milliPoints))
      for content in [page.underlay, page.background, page.body, page.band] {
        encoder.append(content.flatMap { known[ObjectIdentifier($0)] }.map { $0 + 1 } ?? 0)
      }
    }
    return encoder.bytes
  }

  /// Reads an archive; nil where it was made with other fonts.
  init?(decoding bytes: [UInt8], faces: [String]) throws(StateDecoder.Malformed) {
    var decoder = StateDecoder(bytes)
    guard try decoder.text() == PageArchive.mark else { throw StateDecoder.Malformed() }
    _ = try decoder.text()
    let made = try decoder.list { decoder throws(StateDecoder.Malformed) in try decoder.text() }
    guard made == faces else { return nil }
    let pictures = try decoder.list { decoder throws(StateDecoder.Malformed) in
      guard let picture = try? PictureReader.read(decoder.byteArray()) else {
        throw StateDecoder.Malformed()
      }
      return picture
    }
    let contents = try decoder.list { decoder throws(StateDecoder.Malformed) in
      EncodedContent(
        deflated: try decoder.byteArray(),
        rawCount: try decoder.number(),
        fingerprint: try decoder.fingerprint(),
        cids: try decoder.numbers().map { UInt32(truncatingIfNeeded: $0) },
        pictures: try decoder.numbers().map { number throws(StateDecoder.Malformed) in
          guard pictures.indices.contains(number) else { throw StateDecoder.Malformed() }
          return pictures[number]
        }
      )
    }
    func content(_ decoder: inout StateDecoder) throws(StateDecoder.Malformed) -> EncodedContent? {
      let number = try decoder.number()
      guard number > 0 else { return nil }
      guard contents.indices.contains(number - 1) else { throw StateDecoder.Malformed() }
      return contents[number - 1]
    }
    let pages = try decoder.list { decoder throws(StateDecoder.Malformed) in
      let place = Place(document: try decoder.number(), page: try decoder.number())
      var page = EncodedPage(
        width: Length(milliPoints: Int32(truncatingIfNeeded: try decoder.number())),
        height: Length(milliPoints: Int32(truncatingIfNeeded: try decoder.number()))
      )
      page.underlay = try content(&decoder)
      page.background = try content(&decoder)
      page.body = try content(&decoder)
      page.band = try content(&decoder)
      return (place, page)
    }
    guard decoder.isAtEnd else { throw StateDecoder.Malformed() }
    self.pages = Dictionary(pages) { first, _ in first }
  }
}
