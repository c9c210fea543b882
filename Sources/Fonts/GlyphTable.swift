public import DocumentModel

/// For one face role, what every character is drawn with: which face of the fallback chain, which
/// CID, how wide.
///
/// A two-level table, so that a look-up costs two array reads.
public struct GlyphTable: Sendable {
  /// What a character is drawn with.
  @frozen public struct Entry: Hashable, Sendable {
    /// Index of the face in the font set; 255 where no face of the chain has the character.
    public var face: UInt8
    /// The CID in that face.
    public var cid: UInt16
    /// Advance in thousandths of the em.
    public var advance: Int16

    /// What a character is drawn with.
    @inlinable public init(face: UInt8, cid: UInt16, advance: Int16) {
      self.face = face
      self.cid = cid
      self.advance = advance
    }

    /// No face of the chain has the character.
    @inlinable public static var missing: Entry { Entry(face: 255, cid: 0, advance: 0) }
    /// Whether no face of the chain has the character.
    @inlinable public var isMissing: Bool { face == 255 }
  }

  /// For each block of 256 characters where its entries start; 0 is the block of missing ones.
  @usableFromInline let blocks: [Int32]
  @usableFromInline let entries: [Entry]
  /// The advance of the widest digit of the role's first face, in thousandths of the em: the width
  /// of every tabular digit.
  public let tabularAdvance: Int16

  /// Makes a table of the given characters.
  ///
  /// Later pairs win over earlier ones.
  public init(_ pairs: some Sequence<(UInt32, Entry)>, tabularAdvance: Int16) {
    var blocks = [Int32](repeating: 0, count: 0x1100)
    var entries = [Entry](repeating: .missing, count: 256)
    for (scalar, entry) in pairs where scalar < 0x11_0000 {
      let block = Int(scalar >> 8)
      if blocks[block] == 0 {
        blocks[block] = Int32(entries.count)
        entries.append(contentsOf: repeatElement(.missing, count: 256))
      }
      entries[Int(blocks[block]) + Int(scalar & 255)] = entry
    }
    self.blocks = blocks
    self.entries = entries
    self.tabularAdvance = tabularAdvance
  }

  /// What a character is drawn with.
  @inlinable public subscript(scalar: UInt32) -> Entry {
    guard scalar < 0x11_0000 else { return .missing }
    return entries[Int(blocks[Int(scalar >> 8)]) + Int(scalar & 255)]
  }
}

/// The glyph tables of all face roles: all that typesetting needs of fonts.
public struct TypeMetrics: Sendable {
  /// By the role's raw value.
  public let tables: [GlyphTable]

  /// Metrics from one table a role.
  public init(table: (FaceRole) -> GlyphTable) {
    tables = FaceRole.allCases.map(table)
  }

  /// The table of a role.
  @inlinable public subscript(role: FaceRole) -> GlyphTable { tables[Int(role.rawValue)] }

  /// Above the baseline, thousandths of the em: the typographic ascent of all faces.
  public static var ascent: Int { 880 }
  /// Below the baseline, thousandths of the em.
  public static var descent: Int { 120 }
}
