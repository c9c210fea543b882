import Foundation
import Testing

@Suite("The empty workbook")
struct BlankCommandTests {
  /// Fills the workbook as a clerk would, by heading; prints what a list or a format lacks.
  private static let filling = """
    import sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    school, first, second = "南宁市木棉职业技术学校", "450000200503150028", "45000020050315001X"
    common = {"专业名称": "护理", "年级": "2020级", "学制": "3年"}
    rows = {
      "学校": [{"学校名称": school, "学校类型": "市县学校", "所属市": "南宁市", "隶属": "市属", "联系人": "韦春燕",
        "手机号码": "15400000001", "学校地址": "南宁市木棉大道1号", "毕业生总数": 2, "验印日期": "2023-07-06"}],
      "主管单位": [{"单位名称": "南宁市教育局", "所属市": "南宁市", "联系人": "农秋兰", "联系电话": "0771-5800000",
        "联系地址": "南宁市教育路0号"}],
      "毕业生": [
        {"姓名": "覃雨桐", "性别": "女", "身份证号码": first, "操行": "优秀", "毕(结)业": "毕业",
         "证件类型": "居民身份证", "系统处理状态": "已毕业处理", "毕业证书编号": "20230100001", **common},
        {"姓名": "李明", "性别": "男", "身份证号码": second, "操行": "良好", "毕(结)业": "毕业",
         "入学年月": "202009", "毕业年月": "202306", "毕业证书编号": "20230100002", **common}],
      "专业情况": [{"专业名称": "护理", "专业代码": "720201", "班数": 1, "录取数": 2}],
      "课程": [{"专业名称": "护理", "课程名称": c} for c in ("语文", "数学", "英语")],
      "成绩": [{"身份证号码": first, "姓名": "覃雨桐", "语文": 85, "数学": 90.5, "英语": "良好"},
              {"身份证号码": second, "姓名": "李明", "语文": 85, "数学": "免修", "英语": 66}],
      "异动": [{"姓名": "李明", "身份证号码": second, "性别": "男", "异动前": "李朋", "异动后": "李明",
        "异动时间": "2021-09-01", "异动类型": "姓名变更", "审核状态": "审核通过", **common}],
      "对口招收": [{"高职院校名称": "广西凤凰木职业技术学院", "填写日期": "2023-06-01", "姓名": "李明", "性别": "男",
        "身份证号码": second, "高职就读年级专业": "2022级护理", "来源中职学校名称": school,
        "联系方式": "15400000003", "盖章原件已收": "否"}],
    }
    for name, records in rows.items():
      sheet = book[name]
      columns = {cell.value: cell.column for cell in sheet[1]}
      for number, record in enumerate(records, 2):
        for heading, value in record.items():
          sheet.cell(number, columns[heading]).value = value
    roster = book["毕业生"]
    for cell in roster[1]:
      if cell.comment is None: print("no note:", cell.value)
      if cell.value == "身份证号码" and roster.column_dimensions[cell.column_letter].number_format != "@":
        print("not text:", cell.value)
    lists = {str(rule.sqref).split(":")[0].rstrip("0123456789"): rule.formula1
             for rule in roster.data_validations.dataValidation}
    for cell in roster[1]:
      if cell.value == "毕(结)业" and lists.get(cell.column_letter) != '"毕业,结业,未毕业"':
        print("no list:", cell.value, lists)
    book.save(sys.argv[2])
    """

  @Test("filled in and read back it gives no finding")
  func roundTrip() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let blank = "\(folder)/blank.xlsx"
    #expect(try Program.run(["blank", blank]).status == 0)
    let filled = try Program.tool("python3", ["-c", Self.filling, blank, "\(folder)/filled.xlsx"])
    #expect(filled.status == 0, "\(filled.errors)")
    #expect(filled.output.isEmpty, "\(filled.output)")
    let check = try Program.run(["check", "\(folder)/filled.xlsx", "--today", "2023-07-01"])
    #expect(check.status == 0)
    #expect(check.output.split(separator: "\n") == ["共读入 12 行：错误 0、警告 0、提示 0。"])
  }

  @Test("every required heading of every table is there, and the extra columns of packet.xml")
  func extraColumns() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let templates = "\(folder)/2023"
    try FileManager.default.copyItem(atPath: "\(Program.root)/Templates/2023", toPath: templates)
    let packet = try String(contentsOfFile: "\(templates)/packet.xml", encoding: .utf8)
    let field = "<field table=\"毕业生\" name=\"民族\"/>"
    let declared = packet.replacing("</packet>", with: "  \(field)\n</packet>")
    #expect(declared != packet)
    try declared.write(toFile: "\(templates)/packet.xml", atomically: true, encoding: .utf8)
    let blank = "\(folder)/blank.xlsx"
    let made = try Program.run(["blank", blank, "--templates", templates])
    #expect(made.status == 0, "\(made.errors)")
    let reading = """
      import sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      print([cell.value for cell in book["毕业生"][1]][-1], len(book.sheetnames))
      """
    let heads = try Program.tool("python3", ["-c", reading, blank])
    #expect(heads.output == "民族 9\n", "\(heads.errors)")
  }

  @Test("the same bytes each time, a file that is there is kept, and only its owner reads it")
  func files() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["a.xlsx", "b.xlsx"] {
      #expect(try Program.run(["blank", "\(folder)/\(name)"]).status == 0)
    }
    let files = try Program.files(in: folder)
    #expect(files.count == 2)
    #expect(files["a.xlsx"] == files["b.xlsx"])
    let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/a.xlsx")
    #expect(mode[.posixPermissions] as? Int == 0o600)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder)/a.xlsx"))
    let again = try Program.run(["blank", "\(folder)/a.xlsx"])
    #expect(again.status == 73)
    #expect(again.errors.contains("--force"))
    #expect(try Program.files(in: folder)["a.xlsx"] == Data("mine".utf8))
    #expect(try Program.run(["blank", "\(folder)/a.xlsx", "--force"]).status == 0)
    #expect(try Program.files(in: folder)["a.xlsx"] == files["b.xlsx"])
  }

  @Test("another ending is a matter of usage")
  func ending() throws {
    #expect(try Program.run(["blank", "/tmp/table.csv"]).status == 64)
  }
}
