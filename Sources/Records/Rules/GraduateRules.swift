internal import Diagnostics

/// What a row of the roll says of one graduate beyond the person: schooling, number in the registry,
/// state in the registry, ethnic group.
enum GraduateRules {
  static func check(_ school: School, _ run: inout RuleRun) {
    var schooling = SchoolingRule(school, year: run.policy.year)
    let ethnicity = run.season.schema[.graduate].firstIndex { $0.heading.hasSameBytes(as: "民族") }
    for index in school.graduates.indices {
      let graduate = school.graduates[index]
      schooling.check(graduate, index, school, &run)
      checkRegistration(graduate, index, school, &run)
      checkState(graduate, index, school, &run)
      if let ethnicity { checkEthnicity(graduate, ethnicity, index, school, &run) }
    }
  }

  /// `G`, `J` or `L`, 17 digits, a digit or X: J and L are numbers of students whose identity is not
  /// yet settled.
  private static func checkRegistration(
    _ graduate: Record,
    _ index: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    let text = graduate[GraduateField.registration]
    if text.isEmpty { return }
    let bytes = text.utf8.span
    let hasForm =
      bytes.count == 19 && (bytes[0] == 0x47 || bytes[0] == 0x4A || bytes[0] == 0x4C)
      && bytes.number(in: 1..<18) != nil && (bytes[18] &- 0x30 < 10 || bytes[18] == 0x58)
    if hasForm, bytes[0] == 0x47 { return }
    run.report(
      hasForm ? .registrationProvisional : .registrationForm,
      hasForm
        ? "学籍号以\(bytes[0] == 0x4A ? "J" : "L")开头，是临时学籍号，请在学籍系统中核实身份后再申报毕业。"
        : "学籍号“\(run.shown(number: text))”不合格式（应为字母G加18位），请核对。",
      at: graduate,
      index,
      in: school,
      fields: [GraduateField.registration]
    )
  }

  private static func checkState(
    _ graduate: Record,
    _ index: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    guard graduate[GraduateField.systemState].hasSameBytes(as: "未处理"),
      !graduate[GraduateField.conclusion].hasSameBytes(as: Conclusion.notGraduated.title)
    else { return }
    run.report(
      .stateUnprocessed,
      "系统处理状态为“未处理”。通知规定：对于尚未做毕（结）业处理的，将视为不符合毕业条件，不予验印。"
        + "请先在学籍系统中办理毕（结）业处理，再重新导出。",
      at: graduate,
      index,
      in: school,
      fields: [GraduateField.systemState]
    )
  }

  private static func checkEthnicity(
    _ graduate: Record,
    _ slot: Int,
    _ index: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    let text = graduate.values[slot]
    if text.isEmpty { return }
    switch Ethnicity.reading(text) {
    case .known: break
    case .former(let today):
      run.report(
        .ethnicityFormer,
        "民族\(ShownValue.quoted(text))是旧称，现称“\(today)”，请核对。",
        at: graduate,
        index,
        in: school,
        slot: slot
      )
    case .unknown:
      run.report(
        .ethnicityUnknown,
        "民族\(ShownValue.quoted(text))不在国家标准的56个民族名称中，请核对。",
        at: graduate,
        index,
        in: school,
        slot: slot
      )
    }
  }
}
