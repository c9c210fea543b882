/// The texts that go with a subset: widths and the way back to Unicode.
enum SubsetTables {
  /// The `/W` array of CIDs in ascending order: CIDs in a row share a list, full widths are left
  /// to the default.
  static func widths(of cids: [UInt16], in face: Face) -> [UInt8] {
    var text: [UInt8] = [UInt8(ascii: "[")]
    var next = -1
    for cid in cids {
      let advance = face.advance(of: cid)
      guard advance != 1000 else { continue }
      if Int(cid) == next {
        text.append(UInt8(ascii: " "))
      } else {
        if next >= 0 { text.append(UInt8(ascii: "]")) }
        text.append(contentsOf: "\(cid)[".utf8)
      }
      text.append(contentsOf: "\(advance)".utf8)
      next = Int(cid) + 1
    }
    if next >= 0 { text.append(UInt8(ascii: "]")) }
    text.append(UInt8(ascii: "]"))
    return text
  }

  /// The `ToUnicode` CMap (ISO 32000-1, 9.10.3): one `bfchar` a CID, UTF-16BE with surrogates.
  static func toUnicode(of cids: [UInt16], in face: Face) -> [UInt8] {
    var text = Array(
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """.utf8
    )
    let mapped = cids.compactMap { cid in face.scalar(of: cid).map { (cid, $0) } }
    // A block holds at most 100 entries.
    for start in stride(from: 0, to: mapped.count, by: 100) {
      let block = mapped[start..<min(start + 100, mapped.count)]
      text.append(contentsOf: "\(block.count) beginbfchar\n".utf8)
      for (cid, scalar) in block {
        text.append(UInt8(ascii: "<"))
        appendHex(cid, to: &text)
        text.append(contentsOf: "><".utf8)
        if scalar > 0xFFFF {
          appendHex(UInt16(0xD800 + ((scalar - 0x10000) >> 10)), to: &text)
          appendHex(UInt16(0xDC00 + ((scalar - 0x10000) & 0x3FF)), to: &text)
        } else {
          appendHex(UInt16(scalar), to: &text)
        }
        text.append(contentsOf: ">\n".utf8)
      }
      text.append(contentsOf: "endbfchar\n".utf8)
    }
    text.append(
      contentsOf: """
        endcmap
        CMapName currentdict /CMap defineresource pop
        end
        end

        """.utf8
    )
    return text
  }

  private static func appendHex(_ value: UInt16, to text: inout [UInt8]) {
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(value >> UInt16(shift) & 15)
      text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") - 10 + digit)
    }
  }
}
