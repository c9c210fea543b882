internal import Diagnostics

/// What must be known of a school before anything of it can be printed.
enum SchoolRules {
  static func checkSeason(_ run: inout RuleRun) {
    checkBureaus(&run)
    var first: [TextKey: Int] = [:]
    let schools = run.season.schools
    for (index, school) in schools.enumerated() where !school.name.isEmpty {
      guard let known = first[TextKey(school.name)] else {
        first[TextKey(school.name)] = index
        continue
      }
      let place = run.place(of: schools[known].record, SchoolField.name)
      run.report(
        .duplicateSchool,
        "学校“\(school.name)”重复，先见于\(place.description)。请删去重复的一行。",
        of: school,
        at: .name
      )
    }
  }

  /// The city of a bureau decides which schools stand in its receipt.
  private static func checkBureaus(_ run: inout RuleRun) {
    let bureaus = run.season.bureaus
    for (index, bureau) in bureaus.enumerated() {
      guard let fault = cityFault(bureau[BureauField.city]) else { continue }
      run.report(
        .cityUnknown,
        fault,
        at: bureau,
        index,
        in: nil,
        fields: [BureauField.city]
      )
    }
  }

  /// The code of a school in the national register has ten digits.
  private static func checkCode(_ school: School, _ run: inout RuleRun) {
    let code = school.record[SchoolField.code]
    let bytes = code.utf8.span
    if code.isEmpty || bytes.count == 10 && bytes.number(in: 0..<10) != nil { return }
    run.report(
      .schoolCode,
      "学校标识码\(ShownValue.quoted(code))不是10位数字，请核对。",
      at: school.record,
      0,
      in: school,
      fields: [SchoolField.code]
    )
  }

  static func check(_ school: School, _ run: inout RuleRun) {
    checkAffiliation(school, &run)
    checkCode(school, &run)
    let text = school.record[SchoolField.type]
    guard let type = SchoolType(text) else {
      let fault = text.isEmpty ? "学校类型未填" : "学校类型\(ShownValue.quoted(text))不认识"
      run.report(
        .schoolType,
        "\(fault)，无法确定份数（市县学校3份、区直中职学校2份）。可填：\(types)。",
        of: school,
        at: .type
      )
      return
    }
    if type == .municipal { checkCity(school, &run) }
    if run.policy.copies(for: type) == nil, !run.policy.onlyReceipts {
      run.report(
        .copiesNotGiven,
        "通知未规定\(type.title)的份数，请用 --copies \(type.title)=份数 指定并与职成处核实。",
        of: school,
        at: .type
      )
    }
  }

  private static let types = SchoolType.allCases.map(\.title).joined(separator: "、")

  private static func checkCity(_ school: School, _ run: inout RuleRun) {
    let city = school.record[SchoolField.city]
    if city.isEmpty {
      run.report(
        .cityMissing,
        "市县学校须填所属市，否则无法归入市教育局的回执和目录。",
        of: school,
        at: .city
      )
    } else if let fault = cityFault(city) {
      run.report(.cityUnknown, fault, of: school, at: .city)
    }
  }

  /// What is wrong with a city; nil for the fourteen and for an empty field.
  private static func cityFault(_ city: String) -> String? {
    if city.isEmpty || AreaCodes.cities.contains(where: { $0.hasSameBytes(as: city) }) {
      return nil
    }
    let meant = AreaCodes.cities.first { $0.hasSameBytes(as: city + "市") }
    return "所属市\(ShownValue.quoted(city))不是广西的设区市。"
      + (meant.map { "是否“\($0)”？" } ?? "可填：\(AreaCodes.cities.joined(separator: "、"))。")
  }

  private static func checkAffiliation(_ school: School, _ run: inout RuleRun) {
    let text = school.record[SchoolField.affiliation]
    guard let affiliation = Affiliation(text) else {
      run.report(
        .unknownChoice,
        "隶属\(ShownValue.quoted(text))不认识，可填：市属、县属。",
        of: school,
        at: .affiliation
      )
      return
    }
    if affiliation == .county, school.record[SchoolField.county].isEmpty {
      run.report(
        .countyMissing,
        "隶属为县属，但所属县未填，县教育局的名称将留空。",
        of: school,
        at: .county
      )
    }
  }
}
