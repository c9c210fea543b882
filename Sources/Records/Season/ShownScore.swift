/// Which score of a course a form shows.
///
/// A form has one column for a course, a long table perhaps a row for each term: the latest term is
/// shown, and where the texts of the terms do not tell which that is, the row that stands last.
extension ScoreBook.Entry {
  /// The score as forms show it: 「75补」 for one passed in a second examination; empty where there is
  /// none.
  package var shownText: String {
    if makeup.isEmpty { return score }
    return makeup.hasSuffix("补") ? makeup : "\(makeup)补"
  }

  /// Whether forms show this score rather than one of the same course that stands before it.
  package func isShown(over earlier: ScoreBook.Entry) -> Bool {
    TermOrder.isEarlier(term, than: earlier.term) != true
  }
}

extension ScoreBook.Sheet {
  /// The position in `entries` of the score that forms show of a course.
  package func shown(course: Int) -> Int? {
    var shown: Int?
    for (position, entry) in entries.enumerated()
    where entry.course == course && !entry.shownText.isEmpty {
      if let known = shown, !entry.isShown(over: entries[known]) { continue }
      shown = position
    }
    return shown
  }
}
