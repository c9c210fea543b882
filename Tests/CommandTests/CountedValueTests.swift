import Foundation
import Testing

/// Heads of a 册, counts, the first and last number of a major are no cells of a table.
///
/// A fault in what they are made of withholds them like a fault that is shown itself.
@Suite("Faults in values that forms count or sum up")
struct CountedValueTests {
  /// A school of three students and what its 专业情况 and 对口招收 say.
  private func run(
    _ changes: [String: String] = [:],
    major: [String: String] = [:],
    intake: [String: String] = [:]
  ) throws -> (status: Int32, withheld: Set<String>) {
    var student = [
      "姓名": "韦秀芳", "性别": "女", "身份证号码": "450000200503150028", "专业名称": "护理",
      "年级": "2020级", "学制": "3年", "操行": "良好", "毕(结)业": "毕业", "班级": "1班",
      "入学年月": "202009", "毕业年月": "202306", "毕业证书编号": "20230100001",
    ]
    student.merge(changes) { $1 }
    let others = [("黄子轩", "45000020050315001X"), ("陆浩然", "45000020040229003X")].enumerated()
      .map { index, person in
        student.merging([
          "姓名": person.0, "性别": "男", "身份证号码": person.1, "毕业证书编号": "2023010000\(index + 2)",
        ]) { $1 }
      }
    let season: [String: [[String: String]]] = [
      "学校": [
        [
          "学校名称": "南宁市示例学校", "学校类型": "市县学校", "所属市": "南宁市", "联系人": "韦春燕",
          "手机号码": "15400000001", "学校地址": "南宁市示例路1号",
        ]
      ],
      "毕业生": [student] + others,
      "专业情况": [["专业名称": "护理", "班数": "1", "录取数": "3"].merging(major) { $1 }],
      "对口招收": [
        [
          "高职院校名称": "示例职业技术学院", "填写日期": "2023-06-01", "姓名": "韦秀芳", "性别": "女",
          "身份证号码": "450000200503150028", "高职就读年级专业": "2022级护理",
          "来源中职学校名称": "南宁市示例学校", "联系方式": "15400000002",
        ].merging(intake) { $1 }
      ],
    ]
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try JSONSerialization.data(withJSONObject: season)
      .write(to: URL(fileURLWithPath: "\(folder)/数据.json"))
    let outcome = try Program.run(
      [
        "packet", "\(folder)/数据.json", "--out", "\(folder)/out", "--today", "2023-07-01",
        "--no-progress",
      ]
    )
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/out/manifest.json"))
    let manifest = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let withheld = try #require(manifest["withheld"] as? [[String: Any]])
    return (outcome.status, Set(withheld.compactMap { $0["form"] as? String }))
  }

  @Test("sound values withhold nothing")
  func sound() throws {
    let run = try run()
    #expect(run.status == 0)
    #expect(run.withheld.isEmpty)
  }

  @Test(
    "of the roster",
    arguments: [
      ("入学年月", "去年九月", ["registration", "review"]),
      ("毕业年月", "明年", ["registration", "review"]),
      ("学制", "36个月", ["registration", "review"]),
      ("性别", "未知", ["registration", "review"]),
      ("毕(结)业", "肄业", ["registration", "review"]),
      ("专业名称", "", ["registration", "review"]),
      ("身份证号码", "450000200503150027", ["registration"]),
      ("操行", "", ["registration"]),
      ("年级", "2023届", []),
      ("系统处理状态", "随便", []),
    ]
  )
  func roster(field: String, value: String, forms: [String]) throws {
    let run = try run([field: value])
    #expect(run.withheld == Set(forms))
    #expect(run.status == 1)
  }

  @Test(
    "of 专业情况",
    arguments: [
      ("班数", "两个", ["review"]), ("录取数", "abc", ["review"]),
      ("入学年月", "某年", ["registration", "review"]), ("学制", "36个月", ["registration", "review"]),
    ]
  )
  func majors(field: String, value: String, forms: [String]) throws {
    let run = try run(major: [field: value])
    #expect(run.withheld == Set(forms))
    #expect(run.status == 1)
  }

  @Test("the date in the head of 附件4")
  func fillDate() throws {
    let run = try run(intake: ["填写日期": "六月"])
    #expect(run.withheld == ["intake"])
    #expect(run.status == 1)
  }
}
