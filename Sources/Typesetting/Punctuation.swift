/// Full-width punctuation by which half of its em is empty (GB/T 15834, CLREQ 3.1.6).
enum Punctuation: UInt8 {
  /// Any other character.
  case none
  /// Empty on the left: never at a line's end.
  case opening
  /// Empty on the right: never at a line's start.
  case closing

  @inline(__always)
  init(_ scalar: UInt32) {
    self = scalar < 0x2018 || scalar > 0xFF1F ? .none : Punctuation(wide: scalar)
  }

  private init(wide scalar: UInt32) {
    switch scalar {
    case 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF08:
      self = .opening
    case 0x2019, 0x201D, 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017,
      0xFF01, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F:
      self = .closing
    default: self = .none
    }
  }

  /// Whether the empty half between two characters that stand side by side is taken out.
  ///
  /// It is taken from the first one's advance.
  @inline(__always)
  static func isSqueezed(_ first: Punctuation, _ second: Punctuation) -> Bool {
    switch (first, second) {
    case (.closing, .closing), (.closing, .opening), (.opening, .opening): true
    default: false
    }
  }
}

/// Classes of single characters that setting text asks about.
enum Script {
  /// The separator of parts of a name (U+00B7): a line may end after it and never starts with it.
  static let middleDot: UInt32 = 0xB7
  static let space: UInt32 = 0x20
  static let newline: UInt32 = 0x0A
  /// Stands for gaps and check boxes where text is broken into lines.
  static let object: UInt32 = 0xFFFC

  @inline(__always)
  static func isSpace(_ scalar: UInt32) -> Bool { scalar == space || scalar == 0x3000 }

  /// Chinese characters, with 〇.
  static func isHan(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Whether a character stands upright in vertical text; the others are turned clockwise.
  static func isUpright(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3008...0x3011, 0x3014...0x301B, 0x301C, 0x30FC: false
    case 0xFF08, 0xFF09, 0xFF0D, 0xFF0F, 0xFF1A, 0xFF1B, 0xFF5E: false
    case 0x3000...0x33FF, 0xFF01...0xFF60: true
    default: isHan(scalar)
    }
  }
}
