internal import Markup

/// The targets of a relationships part by id, and by the last word of their type.
final class RelationshipHandler: MarkupHandler {
  private(set) var targets: [String: String] = [:]
  private(set) var byType: [String: String] = [:]
  private let folder: String

  /// - Parameter folder: what relative targets start from, with a slash at its end.
  init(folder: String) {
    self.folder = folder
  }

  func startElement(_ element: borrowing StreamedElement) {
    guard element.name == "Relationship", let target = element["Target"],
      element["TargetMode"] != "External"
    else { return }
    let path = RelationshipHandler.resolve(target, folder: folder)
    if let id = element["Id"] { targets[id] = path }
    if let word = element["Type"]?.split(separator: "/").last { byType[String(word)] = path }
  }

  func endElement(_ name: String) {}

  func text(_ bytes: Span<UInt8>) {}

  private static func resolve(_ target: String, folder: String) -> String {
    let whole = target.hasPrefix("/") ? target : folder + target
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// The sheets of a workbook.
final class WorkbookHandler: MarkupHandler {
  struct Sheet {
    var name: String
    var relationship: String
    var state: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var countsFrom1904 = false

  func startElement(_ element: borrowing StreamedElement) {
    switch element.name {
    case "workbookPr":
      let flag = element["date1904"]
      countsFrom1904 = flag == "1" || flag == "true" || flag == "on"
    case "sheet":
      sheets.append(
        Sheet(
          name: element["name"] ?? "",
          relationship: element["id"] ?? "",
          state: element["state"] ?? "visible"
        )
      )
    default: break
    }
  }

  func endElement(_ name: String) {}

  func text(_ bytes: Span<UInt8>) {}
}

/// The number formats of a workbook.
final class StylesHandler: MarkupHandler {
  private(set) var formats = NumberFormats()
  private var codes: [Int: NumberFormats.Style] = [:]
  private var isInCells = false

  func startElement(_ element: borrowing StreamedElement) {
    switch element.name {
    case "numFmt":
      if let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] {
        codes[id] = NumberFormats.style(ofCode: code)
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = element["numFmtId"].flatMap { Int($0) } ?? 0
      formats.styles.append(codes[id] ?? NumberFormats.builtIn(id))
    default: break
    }
  }

  func endElement(_ name: String) {
    if name == "cellXfs" { isInCells = false }
  }

  func text(_ bytes: Span<UInt8>) {}
}

/// The shared texts of a workbook; readings beside Chinese characters (`rPh`) are left out.
struct SharedTextScanner: PartHandler {
  private(set) var texts: ContiguousArray<String> = []
  /// Whether the texts take more memory than any honest workbook's; the rest is not kept.
  private(set) var isTooLarge = false
  private var buffer: [UInt8] = []
  private var memory: Int
  private var isInText = false
  private var isReading = false

  /// - Parameter memory: how many bytes the texts may take.
  init(memory: Int) {
    self.memory = memory
  }

  mutating func start(_ element: PartName, _ attributes: PartAttributes, _ bytes: Span<UInt8>) {
    switch element {
    case .item: buffer.removeAll(keepingCapacity: true)
    case .reading: isReading = true
    case .text: isInText = !isReading
    default: break
    }
  }

  mutating func end(_ element: PartName) {
    switch element {
    case .item:
      memory -= 16 + (buffer.count > 15 ? buffer.count + 32 : 0)
      isTooLarge = isTooLarge || memory < 0
      if !isTooLarge { texts.append(SpreadsheetEscapes.decode(buffer)) }
    case .reading: isReading = false
    case .text: isInText = false
    default: break
    }
  }

  mutating func text(_ bytes: Span<UInt8>) {
    guard isInText, !isTooLarge else { return }
    unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
  }
}

/// The escapes of spreadsheets for characters that XML may not hold: `_x000D_`.
enum SpreadsheetEscapes {
  static func decode(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let code = code(bytes, at: index), let scalar = Unicode.Scalar(code) {
        result += Array(String(scalar).utf8)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func code(_ bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 7 <= bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78,
      bytes[index + 6] == 0x5F
    else { return nil }
    let digits = bytes[(index + 2)..<(index + 6)]
    guard digits.allSatisfy({ 0x30...0x39 ~= $0 || 0x41...0x46 ~= $0 || 0x61...0x66 ~= $0 }) else {
      return nil
    }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
