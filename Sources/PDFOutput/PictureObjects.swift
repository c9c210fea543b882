internal import DocumentModel

/// Image objects (ISO 32000-1, 8.9.5).
enum PictureObjects {
  /// The name by which page contents draw a picture.
  static func name(of picture: Picture) -> String { "P\(picture.digest.prefix(16))" }

  /// Adds a picture, and its opacity where it has one; gives the number of its object.
  static func add(_ picture: Picture, to haru: HaruDocument) throws(HaruError) -> UInt32 {
    var further = ""
    if let opacity = picture.opacity {
      further = "/SMask \(try add(opacity, of: picture, "", to: haru)) 0 R"
    } else if !picture.leftOut.isEmpty {
      further = "/Mask[\(picture.leftOut.map { "\($0) \($0)" }.joined(separator: " "))]"
    }
    return try add(picture.samples, of: picture, further, to: haru)
  }

  private static func add(
    _ samples: Picture.Samples,
    of picture: Picture,
    _ further: String,
    to haru: HaruDocument
  ) throws(HaruError) -> UInt32 {
    var text = "/Type/XObject/Subtype/Image/Width \(picture.width)/Height \(picture.height)"
    text += "/BitsPerComponent \(samples.bits)/ColorSpace"
    switch samples.colour {
    case .grey: text += "/DeviceGray"
    case .rgb: text += "/DeviceRGB"
    case .palette(let colours):
      let hex = String(decoding: PDFText.hex(colours), as: UTF8.self)
      text += "[/Indexed/DeviceRGB \(colours.count / 3 - 1)\(hex)]"
    }
    text += "/Length \(samples.data.count)/Filter"
    switch samples.coding {
    case .jpeg: text += "/DCTDecode"
    case .deflated: text += "/FlateDecode"
    case .filtered:
      text += "/FlateDecode/DecodeParms<</Predictor 15/Colors \(samples.colour.count)"
      text += "/BitsPerComponent \(samples.bits)/Columns \(picture.width)>>"
    }
    let entries = "\(text)\(further)\n"
    let source = ObjectSource(stream: samples.data) { _, bytes in
      bytes.append(contentsOf: entries.utf8)
    }
    return try haru.add(source).number
  }
}
