internal import DocumentModel

/// Text made ready to be broken into lines: what every character is drawn with, independent of the
/// size it ends up in.
struct Paragraph {
  /// A stretch of one style and one value.
  struct Piece {
    var style: TextStyle
    var value: ValueID
    var role: TextRun.Role
    var text: String
    var object: Object?
  }

  /// What stands in a line and is no text.
  enum Object {
    case gap(Length)
    case checkBox(side: Length, isChecked: Bool)

    var width: Length {
      switch self {
      case .gap(let width): width
      case .checkBox(let side, _): side
      }
    }
  }

  /// A character, or an object as U+FFFC, or a forced break as U+000A.
  struct Atom {
    var scalar: UInt32
    var piece: Int32
    var cid: UInt16
    var face: UInt8
    /// Thousandths of the em, the adjustment included.
    var advance: Int32
    var adjustment: Int16
  }

  var pieces: [Piece] = []
  var atoms: [Atom] = []
  /// Whether a line may start before an atom; made when first needed.
  var breaks: [UInt8] = []
  /// Like `breaks`, with the parts of names that have a middle dot kept whole.
  var nameBreaks: [UInt8] = []
  /// Whether text was left out since no face has its characters.
  var hasMissing = false

  mutating func removeAll() {
    pieces.removeAll(keepingCapacity: true)
    atoms.removeAll(keepingCapacity: true)
    breaks.removeAll(keepingCapacity: true)
    nameBreaks.removeAll(keepingCapacity: true)
    hasMissing = false
  }

  /// Size of a piece when nothing is to be larger than a limit.
  @inline(__always)
  func size(of piece: Int32, limit: Length) -> Length {
    min(pieces[Int(piece)].style.size, limit)
  }

  /// Width of an atom in millionths of a point.
  @inline(__always)
  func width(_ index: Int, limit: Length) -> Int {
    let atom = atoms[index]
    if atom.scalar == Script.object, let object = pieces[Int(atom.piece)].object {
      return Int(object.width.milliPoints) * 1000
    }
    return Int(atom.advance) * Int(size(of: atom.piece, limit: limit).milliPoints)
  }

  /// Width of a range of atoms in millionths of a point.
  func width(_ range: Range<Int>, limit: Length) -> Int {
    range.reduce(0) { $0 + width($1, limit: limit) }
  }

  /// Width of all of it on one line in millionths of a point.
  func width(limit: Length) -> Int { width(0..<atoms.count, limit: limit) }

  /// The largest size of a piece under a limit; the limit itself where there is no text.
  func largestSize(limit: Length) -> Length {
    var largest = Length.zero
    for piece in pieces where piece.object == nil {
      largest = max(largest, min(piece.style.size, limit))
    }
    return largest == .zero ? limit : largest
  }

  /// The value to name in a finding: the longest one, else the longest words.
  var spokesman: (value: ValueID, text: String) {
    var best: Piece?
    for piece in pieces {
      guard let now = best else {
        best = piece
        continue
      }
      let (hasValue, hadValue) = (piece.value != .none, now.value != .none)
      if hasValue != hadValue ? hasValue : piece.text.utf8.count > now.text.utf8.count {
        best = piece
      }
    }
    return (best?.value ?? .none, best?.text ?? "")
  }
}
