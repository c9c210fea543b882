import PDFOutput

/// A piece of a packet: a copy of a document, or a slip.
struct PacketPiece: Sendable {
  /// The copy; nil for slips.
  var copy: Copy?
  /// The paper's name.
  var paper: String
  /// The place in the outline.
  var outline: [String]
  /// The pages, with blank ones where both sides are printed.
  var pages: [EncodedPage]
  /// Where it lies in the pile of all papers.
  var place = 0

  /// Which copy of which document.
  struct Copy: Sendable {
    /// The document.
    var document: RenderedDocument
    /// From 1.
    var number: Int
  }

  /// A copy of a document.
  static func copy(_ number: Int, of document: RenderedDocument, isDuplex: Bool) -> PacketPiece {
    PacketPiece(
      copy: Copy(document: document, number: number),
      paper: document.paper,
      outline: [document.plan.name, "第 \(number) 份"],
      pages: isDuplex
        ? DuplexSides(sealed: document.sealedPages).arrange(document.pages) : document.pages
    )
  }

  /// A slip, which nobody seals.
  static func slip(_ document: RenderedDocument, isDuplex: Bool) -> PacketPiece {
    PacketPiece(
      copy: nil,
      paper: document.paper,
      outline: [document.plan.name],
      pages: isDuplex
        ? DuplexSides(sealed: document.pages.map { _ in false }).arrange(document.pages)
        : document.pages
    )
  }
}

extension PacketPiece {
  /// The pages of the piece by their number, from 1; 0 for a side without print.
  var slots: [Int] {
    var number = 0
    return pages.map { page in
      if page.contents.isEmpty { return 0 }
      number += 1
      return number
    }
  }

  /// Pages one after another without an empty side between them, or an empty side.
  struct Stretch: Hashable {
    /// The first side, an index into the piece's pages.
    var side: Int
    /// How many sides.
    var count: Int
    /// The number of the first page; of the page before it for an empty side.
    var page: Int
    /// Whether it is an empty side.
    var isEmpty: Bool
  }

  /// The piece from its first side to its last.
  var stretches: [Stretch] {
    var stretches: [Stretch] = []
    for (side, page) in slots.enumerated() {
      if let last = stretches.last, page > 0, !last.isEmpty {
        stretches[stretches.count - 1].count += 1
      } else {
        let before = stretches.last.map { $0.isEmpty ? $0.page : $0.page + $0.count - 1 } ?? 0
        stretches.append(
          Stretch(side: side, count: 1, page: page > 0 ? page : before, isEmpty: page == 0)
        )
      }
    }
    return stretches
  }
}

/// The documents and slips of a packet in the order of the notice, before copies are made.
struct PacketSequence: Sendable {
  /// A step of the order.
  enum Step: Sendable {
    /// A document in so many copies.
    case document(RenderedDocument)
    /// A slip for something that the program does not print.
    case slip(RenderedDocument)
  }

  /// The steps.
  var steps: [Step]

  /// The pieces: all copies of a document one after another, or set by set for each holder.
  func pieces(order: RunOptions.Order, isDuplex: Bool) -> [PacketPiece] {
    switch order {
    case .document:
      return steps.flatMap { step -> [PacketPiece] in
        switch step {
        case .slip(let slip): [.slip(slip, isDuplex: isDuplex)]
        case .document(let document):
          (0..<document.plan.copies).map { .copy($0 + 1, of: document, isDuplex: isDuplex) }
        }
      }
    case .holder:
      return (0..<sets).flatMap { set in
        steps.compactMap { step -> PacketPiece? in
          switch step {
          case .slip(let slip): set == 0 ? .slip(slip, isDuplex: isDuplex) : nil
          case .document(let document):
            set < document.plan.copies
              ? .copy(set + 1, of: document, isDuplex: isDuplex) : nil
          }
        }
      }
    }
  }

  private var sets: Int {
    steps.map { step in
      switch step {
      case .slip: 1
      case .document(let document): document.plan.copies
      }
    }.max() ?? 0
  }
}
