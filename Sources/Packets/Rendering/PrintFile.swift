import PDFOutput

/// One file of a packet to print: the pieces of one paper size.
struct PrintFile: Sendable {
  /// The paper's name.
  var paper: String
  /// The pieces in order.
  var pieces: [PacketPiece]

  /// How many pages the file has.
  var pageCount: Int { pieces.reduce(0) { $0 + $1.pages.count } }

  /// The PDF's parts: outline entries and page labels name form, copy and page, the page being the one
  /// that stands on the sheet; an empty side is the back of the page before it.
  var parts: [PDFPart] {
    pieces.flatMap { piece in
      piece.stretches.map { stretch in
        PDFPart(
          outline: stretch.side == 0 ? piece.outline : [],
          label: PrintFile.label(piece.outline, isBack: stretch.isEmpty),
          firstNumber: stretch.page,
          pages: Array(piece.pages[stretch.side..<(stretch.side + stretch.count)])
        )
      }
    }
  }

  /// What stands before the page's number in its label.
  static func label(_ titles: [String], isBack: Bool) -> String {
    titles.joined(separator: " ") + (isBack ? " 背面 " : " ")
  }

  /// The copies with their pages, as the manifest lists them: a copy with an empty side between its
  /// pages is several parts, since that side belongs to none.
  var manifestParts: [Manifest.Part] {
    var parts: [Manifest.Part] = []
    var page = 1
    for piece in pieces {
      if let copy = piece.copy {
        for stretch in piece.stretches where !stretch.isEmpty {
          parts.append(
            Manifest.Part(
              form: copy.document.plan.form,
              volume: copy.document.plan.volume,
              copy: copy.number,
              firstPage: page + stretch.side,
              pages: stretch.count
            )
          )
        }
      }
      page += piece.pages.count
    }
    return parts
  }

  /// Splits the pieces of a packet by paper; `main` is the paper of the file that holds the slips.
  ///
  /// Where pieces of another paper are taken out, `slip` makes the sheet that says so.
  static func split(
    _ pieces: [PacketPiece],
    main: String,
    slip: (_ pieces: [PacketPiece], _ pages: ClosedRange<Int>) throws -> PacketPiece?
  ) rethrows -> [PrintFile] {
    var files = [PrintFile(paper: main, pieces: [])]
    var start = 0
    while start < pieces.count {
      let paper = pieces[start].paper
      var end = start
      while end < pieces.count, pieces[end].paper == paper { end += 1 }
      let run = Array(pieces[start..<end])
      if paper == main {
        files[0].pieces += run
      } else {
        let position = files.firstIndex { $0.paper == paper } ?? files.count
        if position == files.count { files.append(PrintFile(paper: paper, pieces: [])) }
        let first = files[position].pageCount + 1
        files[position].pieces += run
        if var sheet = try slip(run, first...files[position].pageCount) {
          sheet.place = run[0].place - 1
          files[0].pieces.append(sheet)
        }
      }
      start = end
    }
    return files.filter { !$0.pieces.isEmpty }
  }
}
