import PDFOutput

/// One file of a packet to print: the pieces of one paper size.
struct PrintFile: Sendable {
  /// The paper's name.
  var paper: String
  /// The pieces in order.
  var pieces: [PacketPiece]

  /// How many pages the file has.
  var pageCount: Int { pieces.reduce(0) { $0 + $1.pages.count } }

  /// The PDF's parts: outline entries and page labels name form, copy and page.
  var parts: [PDFPart] {
    pieces.map { piece in
      PDFPart(
        outline: piece.outline,
        label: piece.outline.joined(separator: " ") + " ",
        pages: piece.pages
      )
    }
  }

  /// The copies with their first pages, as the manifest lists them.
  var manifestParts: [Manifest.Part] {
    var parts: [Manifest.Part] = []
    var page = 1
    for piece in pieces {
      if let copy = piece.copy {
        parts.append(
          Manifest.Part(
            form: copy.document.plan.form,
            volume: copy.document.plan.volume,
            copy: copy.number,
            firstPage: page,
            pages: copy.document.pages.count
          )
        )
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
