import Foundation
import Testing

@Suite("Annotated copies of inputs")
struct AnnotateTests {
  /// Spoils the check digit of one graduate of an example workbook.
  private static let spoiling = """
    import sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    sheet = book["毕业生"]
    row = next(r for r in sheet.iter_rows(min_row=1, max_row=9) if any(c.value == "姓名" for c in r))
    column = next(c.column for c in row if c.value == "公民身份号码")
    cell = sheet.cell(row[0].row + 1, column)
    cell.value = cell.value[:17] + ("0" if cell.value[17] != "0" else "1")
    book.save(sys.argv[2])
    """

  /// Prints the remarks on the roster, and what else differs from the original.
  private static let comparing = """
    import sys, openpyxl
    old, new = (openpyxl.load_workbook(path) for path in sys.argv[1:3])
    for sheet in old:
      twin = new[sheet.title]
      last = twin.max_column
      for row in sheet.iter_rows():
        for cell in row:
          other = twin.cell(cell.row, cell.column)
          if cell.value != other.value or cell.number_format != other.number_format \\
             or repr(cell.font) != repr(other.font) or repr(cell.border) != repr(other.border):
            print("differs", sheet.title, cell.coordinate)
      if sheet.merged_cells.ranges != twin.merged_cells.ranges: print("merged", sheet.title)
      if sheet.title == "毕业生":
        for row in twin.iter_rows(min_col=last, max_col=last):
          if row[0].value: print(row[0].row, row[0].value)
    """

  @Test("a wrong number is told in its row, and the copy, mended, is an input without the error")
  func workbook() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: "\(folder)/in",
      withIntermediateDirectories: false
    )
    let name = "广西红豆杉工业学校.xlsx"
    let original = "\(Program.root)/Examples/\(name)"
    let spoiled = "\(folder)/in/\(name)"
    let made = try Program.tool("python3", ["-c", Self.spoiling, original, spoiled])
    #expect(made.status == 0, "\(made.errors)")
    let check = try Program.run(
      ["check", "\(folder)/in", "--annotate", "\(folder)/out", "--today", "2023-07-01"]
    )
    #expect(check.status == 1)
    #expect(check.output.contains("[R103]"))
    let copy = "\(folder)/out/\(name)"
    let difference = try Program.tool("python3", ["-c", Self.comparing, spoiled, copy])
    #expect(difference.status == 0, "\(difference.errors)")
    #expect(!difference.output.contains("differs"), "\(difference.output)")
    #expect(!difference.output.contains("merged"))
    let remarks = difference.output.split(separator: "\n")
    #expect(remarks.count { $0.contains("错误（") && $0.contains("[R103]") } == 1)
    #expect(remarks.first?.contains("校验结果") == true)
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    // The copy is read as the input is: the same findings, the column itself in none of them.
    let again = try Program.run(["check", "\(folder)/out", "--today", "2023-07-01"])
    #expect(
      again.output.replacing("\(folder)/out/", with: "\(folder)/in/") == check.output
    )
  }

  @Test(
    "a folder of CSV files keeps its structure; a copy is never written over or amid the inputs"
  )
  func folders() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let inputs = "\(folder)/in"
    try FileManager.default.copyItem(atPath: "\(Program.root)/Examples", toPath: inputs)
    let before = try Program.files(in: inputs)
    let check = try Program.run(["check", inputs, "--annotate", "\(folder)/out/here"])
    #expect(check.status == 0)
    let copies = try Program.files(in: "\(folder)/out/here")
    let tables = before.keys.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".xlsx") }
    #expect(Set(copies.keys) == Set(tables))
    for (inside, paths) in [
      (inputs, [inputs]), ("\(inputs)/new/one", [inputs]), (inputs, ["\(inputs)/南宁市教育局.xlsx"]),
    ] {
      #expect(try Program.run(["check"] + paths + ["--annotate", inside]).status == 64)
    }
    #expect(try Program.files(in: inputs) == before)
  }
}
