import DocumentModel
import Testing

@testable import HTMLOutput

@Suite("HTML of a filled form")
struct HTMLWriterTests {
  /// The lines of the page's body.
  private func body(_ form: FilledForm) -> String {
    let page = String(decoding: HTMLWriter.write(form), as: UTF8.self)
    let parts = page.split(separator: "<main>\n", maxSplits: 1)
    return parts.count == 2 ? String(parts[1]) : page
  }

  @Test("A small form is written to the byte")
  func smallForm() {
    let head = Row(cells: [
      Cell(.inlines([.text("姓名", nil)]), scope: .column, style: SampleForm.bold),
      Cell(.inlines([.text("备注", nil)]), scope: .column),
    ])
    let form = SampleForm.form(
      header: [SampleForm.heading("示例表")],
      blocks: [.table(SampleForm.table(["韦一", "A&B"], head: [head]))]
    )
    #expect(
      body(form) == """
        <div class="part">
        <header>
        <h1 class="title z22 c">示例表</h1>
        </header>
        <table class="all song z10_5" style="width:262mm;--row:8mm">
        <caption><span class="unseen">示例表</span></caption>
        <colgroup><col style="width:30mm"><col style="width:232mm"></colgroup>
        <thead>
        <tr><th scope="col" class="title z22">姓名</th>\
        <th scope="col" class="song z9 n">备注</th></tr>
        </thead>
        <tbody>
        <tr><td>韦一</td><td class="song z9 n l"></td></tr>
        <tr><td>A&amp;B</td><td class="song z9 n l"></td></tr>
        </tbody>
        </table>
        </div>
        </main>
        </body>
        </html>

        """
    )
  }

  @Test("The page is Chinese, has the form's paper and counts pages in the margin")
  func paper() {
    let page = String(decoding: HTMLWriter.write(SampleForm.everything()), as: UTF8.self)
    #expect(
      page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">")
    )
    #expect(page.contains("@page{size:297mm 210mm;margin:15mm 15mm 14mm 20mm;"))
    #expect(
      page.contains(
        "@bottom-center{content:\"第 \" counter(page) \" 页 共 \" counter(pages) \" 页\" "
      )
    )
    #expect(page.contains("<footer>\n<p>&lt;script&gt;"))
    #expect(page.contains("<p class=\"watermark\">草稿</p>"))
  }

  @Test(
    "A value can neither open markup nor close it",
    arguments: [
      ("<script>", "&lt;script&gt;"), ("]]>", "]]&gt;"), ("\"onclick='", "&quot;onclick=&#39;"),
      ("&amp;", "&amp;amp;"), ("a\u{0}b\u{1B}\u{7F}", "a␀b␛␡"),
      ("\u{85}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
      ("\u{1FFFE}𠮷（·）", "\u{FFFD}𠮷（·）"), ("一\r\n二\t三", "一␍\n二\t三"), ("e\u{301}", "e\u{301}"),
      ("<!--", "&lt;!--"),
    ]
  )
  func hostileValue(value: String, written: String) {
    let form = SampleForm.form(blocks: [.table(SampleForm.table([value]))])
    #expect(
      body(form).utf8.elementsEqual(
        body(SampleForm.form(blocks: [.table(SampleForm.table(["!"]))]))
          .replacing("<td>!</td>", with: "<td>\(written)</td>").utf8
      )
    )
  }

  @Test("Nothing hostile stands outside its quotes anywhere in the page")
  func hostileEverywhere() {
    let hostile = "</style></title><script>\"'\\"
    let page = String(
      decoding: HTMLWriter.write(SampleForm.everything(hostile: hostile)),
      as: UTF8.self
    )
    #expect(!page.contains("<script"))
    #expect(page.components(separatedBy: "</style>") == 2)
    #expect(page.components(separatedBy: "</title>") == 2)
  }

  @Test("Rows that only fill paper are left out, promised numbered rows stand")
  func padding() {
    let page = SampleForm.form(blocks: [
      .table(SampleForm.table(["甲"], padding: Table.Padding(extent: .page)))
    ])
    #expect(!body(page).contains("以下空白"))
    #expect(body(page).components(separatedBy: "<tr>") == 2)
    let numbered = SampleForm.form(blocks: [
      .table(
        SampleForm.table(["甲"], padding: Table.Padding(extent: .count(3), numberColumn: 0))
      )
    ])
    #expect(body(numbered).contains("<tr><td>2</td><td></td></tr>\n<tr><td>3</td><td></td></tr>\n"))
    #expect(!body(numbered).contains("<td>4</td>"))
  }

  @Test("Dynamic columns stand in one table, groups and upright heads follow the heading rows")
  func wideTable() {
    let page = body(SampleForm.everything())
    #expect(
      page.contains(
        """
        <colgroup><col style="width:9mm"></colgroup>
        <colgroup><col style="width:14mm"><col style="width:14mm"></colgroup>
        <colgroup><col style="width:225mm"></colgroup>

        """
      )
    )
    #expect(page.contains("<th scope=\"col\" class=\"v\">语文</th>"))
    #expect(!page.contains("续表"))
  }

  @Test("Columns that no sheet could hold make the table wider than the paper, never drop one")
  func tableWiderThanPaper() {
    let course = Column(
      width: .dynamic(
        least: .millimetres(9),
        most: .millimetres(18),
        step: .hundredthMillimetres(50),
        leastOnFrontSheets: .millimetres(12)
      ),
      style: SampleForm.song
    )
    func page(courses: Int) -> String {
      let columns = [Column(width: .fixed(.millimetres(36)), style: SampleForm.song)]
      let table = Table(
        columns: columns + Array(repeating: course, count: courses),
        rows: Lazy(count: 1) { _ in
          Row(cells: ContiguousArray((0...courses).map { Cell(.value(Value(text: "\($0)"))) }))
        },
        rowHeight: .millimetres(8)
      )
      return body(SampleForm.form(blocks: [.table(table)]))
    }
    // 262 - 36 = 226; 226 / 16 = 14.125, in 28 steps of 1.417 pt (0.49989 mm): 13.997.
    #expect(page(courses: 16).contains("style=\"width:259.95mm"))
    // 226 / 40 is less than 9: 36 + 40 * 9.
    #expect(page(courses: 40).contains("style=\"width:396mm"))
    #expect(page(courses: 40).contains("<td>40</td>"))
  }

  @Test("Only the first header is the page's own; the same words again are not read twice")
  func oneTitle() {
    let page = body(SampleForm.everything())
    #expect(page.components(separatedBy: "<h1") == 2)
    #expect(page.components(separatedBy: "<div class=\"repeated\" aria-hidden=\"true\">") == 2)
  }

  @Test("Chunks put together are the page, and two pages are equal")
  func chunks() {
    let names = (0..<20_000).map { "学生\($0)" }
    let form = SampleForm.form(blocks: [.table(SampleForm.table(names))])
    var chunks: [[UInt8]] = []
    HTMLWriter.write(form) { chunks.append($0) }
    #expect(chunks.count > 5)
    #expect(chunks.allSatisfy { $0.count < 70_000 })
    #expect(Array(chunks.joined()) == HTMLWriter.write(form))
  }
}

extension String {
  /// In how many parts a separator cuts the text.
  fileprivate func components(separatedBy separator: String) -> Int {
    ranges(of: separator).count + 1
  }
}
