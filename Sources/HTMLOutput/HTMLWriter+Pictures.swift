import DocumentModel

extension HTMLWriter {
  /// Writes a picture: its bytes where it stands first, a reference where it is repeated, so that a
  /// badge on every card is in the page once.
  mutating func write(_ block: PictureBlock) {
    html.raw("<div class=\"picture")
    switch block.alignment {
    case .left: break
    case .center: html.raw(" c")
    case .right: html.raw(" r")
    }
    html.raw("\">\n<svg width=\"")
    html.millimetres(block.width)
    html.raw("\" height=\"")
    html.millimetres(block.height)
    html.raw("\" viewBox=\"0 0 1 1\" preserveAspectRatio=\"none\"")
    if block.description.isEmpty {
      html.raw(" aria-hidden=\"true\">")
    } else {
      html.raw(" role=\"img\" aria-label=\"")
      html.text(block.description)
      html.raw("\">")
    }
    if let known = pictures.firstIndex(where: { $0 === block.picture }) {
      html.raw("<use href=\"#picture-")
      html.number(known + 1)
      html.raw("\"></use>")
    } else {
      pictures.append(block.picture)
      html.raw("<image id=\"picture-")
      html.number(pictures.count)
      html.raw("\" width=\"1\" height=\"1\" preserveAspectRatio=\"none\" href=\"data:")
      html.raw(block.picture.format.mediaType)
      html.raw(";base64,")
      html.base64(block.picture.file)
      html.raw("\"></image>")
    }
    html.raw("</svg>\n</div>\n")
  }
}

extension HTMLBytes {
  /// Bytes in base 64 (RFC 4648).
  mutating func base64(_ file: [UInt8]) {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((file.count + 2) / 3 * 4)
    for start in stride(from: 0, to: file.count, by: 3) {
      let group = file[start..<min(start + 3, file.count)]
      var number = group.reduce(0) { $0 << 8 | Int($1) }
      number <<= 8 * (3 - group.count)
      for place in 0..<4 {
        let digit = digits[number >> (18 - 6 * place) & 63]
        text.append(place <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    self.append(text)
  }
}
