package import DocumentModel
package import Fonts

/// A page ready to be placed in documents, any number of times.
package struct EncodedPage: Sendable {
  /// Width of the sheet.
  package var width: Length
  /// Height of the sheet.
  package var height: Length
  /// The watermark, drawn under everything.
  package var underlay: EncodedContent?
  /// What many pages of the document share.
  package var background: EncodedContent?
  /// What only this page shows; nil where that is nothing.
  package var body: EncodedContent?
  /// The bands that wait for the page total.
  package var band: EncodedContent?

  /// An empty page, such as the back of a sheet.
  package init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }

  /// The contents in drawing order.
  package var contents: [EncodedContent] {
    [underlay, background, body, band].compactMap { $0 }
  }

  /// A fingerprint of the sheet and all that is drawn on it, whatever else the document holds.
  package var fingerprint: Fingerprint {
    var bytes: [UInt8] = []
    for number in [width.milliPoints, height.milliPoints] {
      for shift in [24, 16, 8, 0] {
        bytes.append(UInt8(truncatingIfNeeded: number >> Int32(shift)))
      }
    }
    for content in [underlay, background, body, band] {
      bytes.append(content == nil ? 0 : 1)
      if let content { bytes.append(contentsOf: content.fingerprint.bytes) }
    }
    return Fingerprint(of: bytes)
  }
}
