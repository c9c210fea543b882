/// The office's typefaces by their role; which font file plays a role is decided in
/// `fonts/fonts.xml` or by `--fonts`.
public enum FaceRole: UInt8, CaseIterable, Sendable {
  /// 宋体: names, values, running text.
  case song
  /// 小标宋 (Song Bold): titles and table heads.
  case title
  /// 黑体: 「附件 n」.
  case hei
  /// 仿宋: Song unless mapped.
  case fang
  /// 楷体: Song unless mapped.
  case kai

  /// The word of the template language.
  public var keyword: String {
    switch self {
    case .song: "song"
    case .title: "title"
    case .hei: "hei"
    case .fang: "fang"
    case .kai: "kai"
    }
  }
}

/// How a piece of text is set.
public struct TextStyle: Hashable, Sendable {
  /// Which face.
  public var face: FaceRole
  /// Size of the em.
  public var size: Length
  /// Whether every digit (and X) advances by the face's widest digit, as identity numbers need.
  public var hasTabularDigits: Bool

  /// A style.
  @inlinable public init(face: FaceRole, size: Length, hasTabularDigits: Bool = false) {
    self.face = face
    self.size = size
    self.hasTabularDigits = hasTabularDigits
  }
}

/// Where text stands in the width of its box.
public enum Alignment: UInt8, Sendable {
  /// At the left edge.
  case left
  /// In the middle.
  case center
  /// At the right edge.
  case right
}
