import Records
import Testing

@Suite("Which score of a course a form shows")
struct ShownScoreTests {
  private func entry(_ score: String, _ term: String, makeup: String = "") -> ScoreBook.Entry {
    ScoreBook.Entry(course: 0, term: term, score: score, makeup: makeup)
  }

  @Test(
    "the latest term, however terms are written and rows are sorted",
    arguments: [
      ("2020-1", "2020-2"), ("2020-2021-2", "2021-2022-1"), ("2020-2021学年第二学期", "2021-2022学年第一学期"),
      ("2021春", "2021秋"), ("2020-2021学年秋", "2020-2021学年春"), ("一下", "二上"), ("第9学期", "第10学期"),
    ]
  )
  func latest(earlier: String, later: String) {
    #expect(entry("80", later).isShown(over: entry("70", earlier)))
    #expect(!entry("70", earlier).isShown(over: entry("80", later)))
  }

  @Test(
    "the last row, where the terms do not tell",
    arguments: [("", ""), ("", "2020-1"), ("2020-1", "2020-2021-1"), ("期末", "期中")]
  )
  func last(left: String, right: String) {
    #expect(entry("80", right).isShown(over: entry("70", left)))
    #expect(entry("70", left).isShown(over: entry("80", right)))
  }

  @Test("a row without score hides none")
  func empty() {
    var book = ScoreBook()
    let course = book.course("语文")
    for (score, term) in [("80", "2021-2"), ("70", "2021-1"), ("", "2022-1")] {
      let entry = ScoreBook.Entry(course: course, term: term, score: score)
      book.add(entry, idNumber: Fixture.man, name: "")
    }
    #expect(book.sheet(of: Fixture.man)?.shown(course: course) == 0)
  }
}
