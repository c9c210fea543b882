import Diagnostics
import Records
import Testing

@testable import Exchange

@Suite("Headings and tables")
struct RecognitionTests {
  @Test(
    "headings are compared without blanks, stars, brackets and width",
    arguments: [
      ("年 级", "年级"), ("毕（结）业", "毕(结)业"), ("*姓名（必填）", "姓名"), ("身份证\n号码", "身份证号码"),
      ("ｓｆｚｈ", "SFZH"), ("来源中职 学校名称", "来源中职学校名称"),
    ]
  )
  func keys(heading: String, canonical: String) {
    #expect(Heading.key(heading) == Heading.key(canonical))
  }

  @Test("different headings stay different")
  func different() {
    #expect(Heading.key("异动前") != Heading.key("异动后"))
  }

  @Test("every table is recognised by its own headings", arguments: TableKind.allCases)
  func everyTable(kind: TableKind) throws {
    let fields = RecordSchema.builtIn[kind]
    var table = SheetTable(file: "x.csv", sheet: nil)
    for (index, field) in fields.enumerated() {
      table.cells.append(SheetCell(column: Int32(index + 1), kind: .text, text: field.heading))
    }
    table.endRow(1, from: 0)
    var sink = DiagnosticSink()
    let found = TableRecogniser(schema: .builtIn)
      .recognise(table, isOptional: false, sink: &sink)
    #expect(found?.kind == kind)
    #expect(sink.diagnostics == [])
  }

  @Test("title rows, totals and remarks are left out and mentioned")
  func surroundings() throws {
    let text = "2023年毕业生名册\n\n" + Sample.roster + "合计,1人\n说明：1. 按名册填写\n2. 不得涂改\n"
    let reading = try Reading(["a.csv": Sample.school, "b.csv": text])
    #expect(reading.season.schools[0].graduates.count == 1)
    #expect(reading.findings(.titleRows)[0].message == "表头在第3行。")
    #expect(reading.findings(.ignoredRows).count == 2)
    #expect(reading.errors == [])
  }

  @Test("missing columns stop the table with their list and what the file looks like")
  func missing() throws {
    let text = "姓名,性别,身份证号码,专业名称,年级,学制,民族\n韦,女,1,护理,2020级,3年,壮族\n"
    let reading = try Reading(["a.csv": Sample.school, "b.csv": text])
    let finding = try #require(reading.findings(.missingColumns).first)
    #expect(finding.message.hasPrefix("缺少列：操行、毕(结)业。此文件像“毕业生”"))
    #expect(finding.subject == Subject(school: nil, extent: .table("毕业生")))
    let wrong = try Reading(["a.csv": Sample.school, "异动.csv": Sample.roster])
    #expect(wrong.errors == [])
    let roster = "姓名,性别,身份证号码,专业名称,年级,学制,班级,操行\n韦,女,1,护理,2020级,3年,一班,优秀\n"
    let change = try Reading(["a.csv": Sample.school, "异动.csv": roster])
    #expect(
      change.findings(.missingColumns)[0].message.hasPrefix("缺少列：异动后、异动时间、异动类型、审核状态。此文件像“毕业生”")
    )
  }

  @Test("two columns for one field stop the table")
  func duplicates() throws {
    let roster = Sample.rosterHead + ",学生姓名\n" + Sample.person + ",韦晓明\n"
    let reading = try Reading(["a.csv": Sample.school, "b.csv": roster])
    #expect(reading.errors == ["I023"])
    #expect(reading.season.schools[0].graduates.isEmpty)
  }

  @Test("two columns of one course stop the table, also of other width; blanks are no course")
  func duplicateCourses() throws {
    func read(_ headings: String) throws -> Reading {
      let scores = "身份证号码,\(headings)\n450000200503150028,85,90\n"
      return try Reading(["a.csv": Sample.school, "b.csv": Sample.roster, "c.csv": scores])
    }
    for headings in ["语文（上）,语文(上)", "语文,\" 语文\"", "补考,补考"] {
      let reading = try read(headings)
      #expect(reading.errors == ["I023"], "\(headings)")
      #expect(reading.season.schools[0].scores.sheets.isEmpty)
      #expect(
        reading.findings(.duplicateColumns)[0].subject
          == Subject(school: nil, extent: .table("成绩"))
      )
    }
    #expect(try read("语文（上）,语文（下）").findings == [])
    let blank = try read("语文,\" \"")
    #expect(blank.errors == [])
    #expect(blank.season.schools[0].scores.courseNames == ["语文"])
    #expect(blank.findings(.surplusCells).count == 1)
  }

  @Test("an unknown column is mentioned, and read once packet.xml declares it")
  func extra() throws {
    let roster = Sample.roster("民族", "壮族")
    let files = [("a.csv", Array(Sample.school.utf8)), ("b.csv", Array(roster.utf8))]
    let unknown = try Reading(bytes: files)
    #expect(unknown.findings(.unknownColumns)[0].message.contains("“民族”"))
    var schema = RecordSchema.builtIn
    schema.declare(FieldDefinition("ethnicity", "民族"), in: .graduate)
    let known = try Reading(bytes: files, schema: schema)
    #expect(known.findings == [])
    #expect(known.season.schools[0].graduates[0].values.last == "壮族")
  }

  @Test("a wide table has a course in every further column, brackets kept")
  func wide() throws {
    let courses = (1...200).map { "课程\($0)（上）" }
    let text =
      "序号,身份证号码,姓名,班级," + courses.joined(separator: ",") + "\n1,450000200503150028,韦小明,一班,"
      + (1...200).map { "\($0 % 100)" }.joined(separator: ",") + "\n"
    let reading = try Reading(["a.csv": Sample.school, "成绩.csv": text])
    let book = reading.season.schools[0].scores
    #expect(book.courseNames == courses)
    #expect(book.sheets[0].entries[199].score == "0")
    #expect(book.sheets[0].entries[0].column == 5)
    #expect(reading.errors == [])
  }

  @Test("a long table has a score in every row")
  func long() throws {
    let text = """
      身份证号码,课程名称,学年学期,成绩,补考成绩
      450000200503150028,语文,2020-1,55,75
      450000200503150028,数学,2020-1,90,
      """
    let reading = try Reading(["a.csv": Sample.school, "b.csv": text])
    let entries = try #require(reading.season.schools[0].scores.sheets.first?.entries)
    #expect(entries.map(\.score) == ["55", "90"])
    #expect(entries.map(\.makeup) == ["75", ""])
    let unnamed = try Reading([
      "a.csv": Sample.school, "b.csv": "身份证号码,课程名称,成绩\n450000200503150028,,55\n",
    ])
    #expect(unnamed.errors == ["I065"])
  }

  @Test("a fault of a score names the person's place in the book of scores")
  func scoreFault() throws {
    let text = "身份证号码,姓名,语文\n450000200503150028,韦小明,8\u{1}5\n"
    let reading = try Reading(["a.csv": Sample.school, "b.csv": text])
    #expect(
      reading.findings(.controlCharacter).map(\.subject?.extent) == [
        .record(table: "成绩", record: 0, fields: ["score"])
      ]
    )
  }

  @Test("a file without any known heading is an error")
  func noHeading() throws {
    #expect(try Reading(["a.csv": "甲,乙,丙\n1,2,3\n"]).errors == ["I021"])
    #expect(try Reading(["a.csv": ""]).errors == ["I002"])
    #expect(try Reading(["a.csv": " \n\n"]).errors == ["I002"])
  }

  @Test("a second table below the first is read, with its own title and heading row")
  func severalTables() throws {
    let text = """
      学校情况
      \(Sample.school)合计,1
      说明：按实填写

      毕业生名册

      \(Sample.roster)
      异动情况
      \(Sample.changeHead)
      韦小明,450000200503150028,女,护理,2020级,3年,a,b,2021-09-01,留级,审核通过

      """
    let reading = try Reading(["a.csv": text])
    let school = try #require(reading.season.schools.first)
    #expect(school.graduates.count == 1)
    #expect(school.changes.count == 1)
    #expect(school.changes[0].origin.row == 14)
    #expect(reading.errors == [])
    #expect(reading.findings(.titleRows).map(\.message) == ["表头在第2行。", "表头在第9行。", "表头在第13行。"])
    #expect(reading.findings(.ignoredRows).count == 2)
  }

  @Test("titles and heading rows that an export repeats on every page are left out")
  func repeatedHeadings() throws {
    let other = Sample.person.replacing("韦小明", with: "覃红")
    let text =
      "名册\n\(Sample.roster)名册\n\(Sample.rosterHead)\n\(other)\n\(Sample.rosterHead)\n\(other)\n"
    let reading = try Reading(["a.csv": Sample.school, "b.csv": text])
    #expect(reading.season.schools[0].graduates.count == 3)
    #expect(reading.findings(.ignoredRows).map(\.message) == ["已忽略重复的标题和表头3行。"])
    #expect(reading.errors == [])
  }

  @Test("a second table that lacks columns is an error of its own")
  func secondTableLacksColumns() throws {
    let text = Sample.roster + "\n姓名,性别,身份证号码,异动前,异动类型\n韦,女,1,a,留级\n"
    let reading = try Reading(["a.csv": Sample.school, "b.csv": text])
    #expect(reading.season.schools[0].graduates.count == 1)
    #expect(reading.errors == ["I022"])
  }
}
