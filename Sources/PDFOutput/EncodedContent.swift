package import DocumentModel
package import Fonts

/// PDF content of a frame, compressed.
///
/// Shared as one object by all pages and copies that show it.
///
/// It names faces by their index in the font set and glyphs by CIDs of the face, so it does not
/// depend on which other characters a document uses.
package final class EncodedContent: Sendable {
  /// The zlib stream.
  package let deflated: [UInt8]
  /// Its length before compression.
  package let rawCount: Int
  /// Fingerprint of the bytes before compression.
  package let fingerprint: Fingerprint
  /// What is drawn: the face's index in bits 16 and up, the CID below; each once, in the order of
  /// first use.
  package let cids: [UInt32]
  /// The pictures that are drawn, each once.
  package let pictures: [Picture]

  /// Content that was encoded before.
  package init(
    deflated: [UInt8],
    rawCount: Int,
    fingerprint: Fingerprint,
    cids: [UInt32],
    pictures: [Picture] = []
  ) {
    self.deflated = deflated
    self.rawCount = rawCount
    self.fingerprint = fingerprint
    self.cids = cids
    self.pictures = pictures
  }
}
