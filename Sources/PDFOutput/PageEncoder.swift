internal import Compression
package import DocumentModel
internal import Fonts

/// Turns laid-out pages into compressed PDF content.
///
/// One encoder serves one task; what pages share is encoded once for as long as the encoder lives.
package final class PageEncoder {
  /// The usual compression level.
  ///
  /// Measured on 455 list pages (4.8 MB of content): level 1 takes a third of the time of level 6,
  /// encoding included, and gives 8 % more bytes.
  package static var standardLevel: Int { 1 }

  private let compressor: Compressor
  private var writer = FrameWriter()
  private var backgrounds: [ObjectIdentifier: SharedBackground] = [:]
  private var shared: [Fingerprint: EncodedContent] = [:]

  /// A background that was encoded; keeps the object, so that its identity stays taken.
  private struct SharedBackground {
    let source: Page.Background
    let height: Length
    let underlay: EncodedContent?
    let content: EncodedContent?
  }

  /// An encoder.
  ///
  /// Throws only where memory runs out.
  package init(level: Int = PageEncoder.standardLevel) throws(HaruError) {
    guard let compressor = Compressor(level: level) else { throw HaruError.outOfMemory }
    self.compressor = compressor
  }

  /// Encodes a page, and the frame of its bands where the page total is known already.
  package func encode(_ page: Page, band: Frame? = nil) -> EncodedPage {
    var encoded = EncodedPage(width: page.width, height: page.height)
    if let background = page.background {
      let found = encode(background, height: page.height)
      encoded.underlay = found.underlay
      encoded.background = found.content
    }
    // A page has one watermark, in its background or its body; the body's wins.
    if let underlay = encode(page.body, height: page.height, part: .watermark, isShared: true) {
      encoded.underlay = underlay
    }
    encoded.body = encode(page.body, height: page.height, part: .ink, isShared: false)
    if let band { encoded.band = encode(band: band, height: page.height) }
    return encoded
  }

  /// Encodes the bands of a page of the given height.
  ///
  /// Nil where nothing is drawn.
  package func encode(band: Frame, height: Length) -> EncodedContent? {
    encode(band, height: height, part: .all, isShared: true)
  }

  private func encode(_ background: Page.Background, height: Length) -> SharedBackground {
    let key = ObjectIdentifier(background)
    if let found = backgrounds[key], found.height == height { return found }
    let made = SharedBackground(
      source: background,
      height: height,
      underlay: encode(background.frame, height: height, part: .watermark, isShared: true),
      content: encode(background.frame, height: height, part: .ink, isShared: true)
    )
    backgrounds[key] = made
    return made
  }

  private func encode(
    _ frame: Frame,
    height: Length,
    part: FrameWriter.Part,
    isShared: Bool
  )
    -> EncodedContent?
  {
    writer.write(frame, height: height, part: part)
    guard writer.buffer.count > 0 else { return nil }
    let raw = unsafe writer.buffer.bytes
    let content = unsafe EncodedContent(
      deflated: compressor.zlib(raw),
      rawCount: raw.count,
      fingerprint: Fingerprint(of: raw),
      cids: writer.takeCIDs(),
      pictures: writer.takePictures()
    )
    guard isShared else { return content }
    if let twin = shared[content.fingerprint], twin.deflated == content.deflated { return twin }
    // Bands of a long run would pile up here for nothing.
    if shared.count >= 4096 { shared.removeAll() }
    shared[content.fingerprint] = content
    return content
  }
}
