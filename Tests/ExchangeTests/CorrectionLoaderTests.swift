import Diagnostics
import Exchange
import Records
import Testing

@Suite("Tables of corrections")
struct CorrectionLoaderTests {
  private func read(_ rows: String, heading: String? = nil) throws -> CorrectionLoader.Reading {
    let head = heading ?? "表,学校名称,身份证号码,项目,原值,新值,原因"
    return try CorrectionLoader.load(
      paths: ["更正.csv"],
      schema: .builtIn,
      fileSystem: MemoryFiles(files: ["更正.csv": Array("\(head)\n\(rows)\n".utf8)])
    )
  }

  private func codes(_ reading: CorrectionLoader.Reading) -> [String] {
    reading.findings.diagnostics.filter { $0.severity == .error }.map(\.code)
  }

  private let number = "450000200503150028"

  @Test("headings of the table and their synonyms name the field, and values are read as its cells")
  func fields() throws {
    let reading = try read(
      """
      ,,\(number),学生姓名,韦 秀,韦秀,多了空格
      毕业生,甲学校,\(number),学制,2年,三年,登记有误
      学校,,,学校联系人,韦一,韦二,换人
      对口招收,,\(number),联系电话,1,2,换号
      """
    )
    #expect(codes(reading).isEmpty)
    let rows = reading.rows
    #expect(rows.map(\.table) == [.graduate, .graduate, .school, .enrolment])
    #expect(rows[0].item == .field(GraduateField.name.rawValue))
    #expect(rows[0].old.canonical == "韦 秀")
    #expect(rows[1].school == "甲学校")
    #expect(rows[1].new == "3年")
    #expect(rows[2].idNumber.isEmpty)
    #expect(rows[2].item == .field(SchoolField.contact.rawValue))
    #expect(rows[3].item == .field(EnrolmentField.phone.rawValue))
    #expect(rows[0].reason == "多了空格")
  }

  @Test("what is no heading of 成绩 is a course")
  func courses() throws {
    let reading = try read(
      """
      成绩,,\(number),语文,85,86,登分错误
      成绩,,\(number),姓名,韦秀,韦绣,录入
      成绩,,\(number),成绩,85,86,登分错误
      """
    )
    #expect(reading.rows.map(\.item) == [.score("语文"), .field(ScoreField.name.rawValue)])
    #expect(codes(reading) == ["C002"])
  }

  @Test("status changes are refused with the way to go")
  func changes() throws {
    let reading = try read("异动,,\(number),异动类型,复学,留级,登记有误")
    #expect(codes(reading) == ["C001"])
    let message = reading.findings.diagnostics.last?.message ?? ""
    #expect(message.contains("系统") && message.contains("import") && message.contains("--accept"))
    #expect(reading.rows.isEmpty)
  }

  @Test(
    "rows that nobody could apply",
    arguments: [
      ("课程,,450000200503150028,简称,a,b,因", "C001"),
      ("没有的表,,450000200503150028,简称,a,b,因", "C001"),
      (",,450000200503150028,没有的项目,a,b,因", "C002"),
      (",,450000200503150028,学校名称,a,b,因", "C003"),
      ("学校,甲,,学校名称,a,b,因", "C003"),
      ("对口招收,,450000200503150028,来源学校,a,b,因", "C003"),
      (",,,姓名,a,b,因", "C004"),
      (",,450000200503150028,,a,b,因", "C004"),
      (",,450000200503150028,姓名,a,b,", "C004"),
      (",,450000200503150028,姓名,a,a,因", "C005"),
      (",,450000200503150028,学制,3,三年,因", "C005"),
      (",,450000200503150028,年级,2020级,2023届,因", "C006"),
    ]
  )
  func faults(row: String, code: String) throws {
    let reading = try read(row)
    #expect(codes(reading) == [code])
    #expect(reading.rows.isEmpty)
  }

  @Test("a missing column stops, and another table is told")
  func tables() throws {
    #expect(codes(try read("a", heading: "身份证号码,项目,原值,新值")).contains("I022"))
    #expect(codes(try read(Sample.person, heading: Sample.rosterHead)) == ["C007"])
  }

  @Test("among the files of a season a table of corrections is not applied, which is told")
  func amongFiles() throws {
    let reading = try Reading([
      "学校.csv": Sample.school, "毕业生.csv": Sample.roster,
      "更正.csv": "身份证号码,项目,原值,新值,原因\n\(number),姓名,韦小明,韦晓明,录入\n",
    ])
    #expect(reading.findings(.correctionsNotApplied).count == 1)
    #expect(reading.season.schools[0].graduates[0][GraduateField.name] == "韦小明")
  }
}
