/// The documents that a person may be enrolled with (证件类型).
package enum DocumentType: UInt8, CaseIterable, Sendable {
  /// 居民身份证: the default, and the only one with a check digit that is tested.
  case residentCard
  /// 港澳居民来往内地通行证.
  case hongKongMacauPermit
  /// 台湾居民来往大陆通行证.
  case taiwanPermit
  /// 外国人永久居留身份证.
  case foreignerCard
  /// 护照.
  case passport

  /// The name as it stands in tables.
  package var title: String {
    switch self {
    case .residentCard: "居民身份证"
    case .hongKongMacauPermit: "港澳居民来往内地通行证"
    case .taiwanPermit: "台湾居民来往大陆通行证"
    case .foreignerCard: "外国人永久居留身份证"
    case .passport: "护照"
    }
  }

  /// What the number of the document looks like, for messages.
  package var form: String {
    switch self {
    case .residentCard: "18位"
    case .hongKongMacauPermit: "H或M加8位或10位数字"
    case .taiwanPermit: "8位数字"
    case .foreignerCard: "18位"
    case .passport: "5至20位字母或数字"
    }
  }

  /// The type that a field names; the empty field means the resident card, an unknown text nil.
  package init?(_ text: String) {
    if text.isEmpty {
      self = .residentCard
      return
    }
    guard
      let type = DocumentType.allCases.first(where: { type in
        type.title.hasSameBytes(as: text)
      })
    else { return nil }
    self = type
  }

  /// Whether a number has the form of this document; resident cards are `IdentityNumber`'s matter.
  package func hasForm(_ text: String) -> Bool {
    let bytes = text.utf8.span
    switch self {
    case .residentCard:
      return bytes.count == 18
    case .hongKongMacauPermit:
      return (bytes.count == 9 || bytes.count == 11)
        && (bytes[0] == 0x48 || bytes[0] == 0x4D)
        && bytes.number(in: 1..<bytes.count) != nil
    case .taiwanPermit:
      return bytes.count == 8 && bytes.number(in: 0..<8) != nil
    case .foreignerCard:
      return bytes.count == 18 && DocumentType.isAlphanumeric(text)
    case .passport:
      return 5...20 ~= bytes.count && DocumentType.isAlphanumeric(text)
    }
  }

  /// The permit whose form a number has, where the field 证件类型 is empty.
  package static func permit(withForm text: String) -> DocumentType? {
    if DocumentType.hongKongMacauPermit.hasForm(text) { return .hongKongMacauPermit }
    if DocumentType.taiwanPermit.hasForm(text) { return .taiwanPermit }
    return nil
  }

  private static func isAlphanumeric(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: false
      }
    }
  }
}
